import { expect, type Page } from '@playwright/test'
import { addProposal } from '#lib/documents/board.ts'
import { makingOf, Person } from '#server/example/person.ts'
import { expectAccessible } from './accessible.ts'
import { join, laptop, lookAt, person, phone, startKickoff } from './people.ts'
import { test } from './test.ts'

const go = (page: Page, title: string) =>
  page.getByRole('button', { name: new RegExp(`Ga hierheen.*${title}`) }).click()

/** Who leads, without a page: over the public API with their own token. */
async function leadOf(page: Page): Promise<Person> {
  const { origin, pathname } = new URL(page.url())
  const session = pathname.split('/')[1] ?? ''
  const cookies = await page.context().cookies()
  const token = cookies.find(({ name }) => name === `mozaiek-${session}`)?.value ?? ''
  const [participant = ''] = token.split('.')
  return new Person({ url: origin, origin }, { session, participant, token }, null)
}

test('[U46] [U81] the breakthrough and the first results: on phones in their step, by two at once, undone, in the hall and in the draft', async ({
  browser,
}) => {
  const [lead, anna, bram] = [
    await person(browser, laptop),
    await person(browser, phone),
    await person(browser, phone),
  ]
  const { leadLink, joinLink } = await startKickoff(lead.page, 'Netwerk Zuid', ['Gemeente', 'Huren'])
  await join(anna.page, joinLink, 'Anna', 'Gemeente')
  await join(bram.page, joinLink, 'Bram', 'Huren')
  await lead.page.goto(leadLink)
  const opening = lead.context.waitForEvent('page')
  await lead.page.getByRole('link', { name: 'Open het projectorscherm' }).click()
  const screen = await opening
  await screen.setViewportSize({ width: 1920, height: 1080 })
  await lead.page.getByText('Alle stappen (23)').click()
  await go(lead.page, 'Doorbraakronde')

  // The step brings it up by itself, one's own organisation first.
  const mine = anna.page.getByRole('listitem').filter({ hasText: 'Jouw organisatie' })
  await expect(mine).toContainText('Gemeente')
  await mine.getByRole('button', { name: 'Vul in voor Gemeente' }).click()
  const obstacle = (page: Page, name: string) =>
    page.getByRole('article', { name }).getByLabel('Wat houdt ons het meest tegen?')
  await expect(obstacle(anna.page, 'Gemeente')).toBeFocused()
  await obstacle(anna.page, 'Gemeente').fill('De betaling stopt')
  // Two write in one card.
  await bram.page
    .getByRole('article', { name: 'Gemeente' })
    .getByLabel('Wat doen wij er zelf aan?')
    .fill('Wij betalen drie maanden door')
  await expect(anna.page.getByLabel('Wat doen wij er zelf aan?')).toHaveValue('Wij betalen drie maanden door')
  await expectAccessible(anna.page, 'the breakthrough round')
  await expect(screen.getByText('Wij betalen drie maanden door')).toBeVisible()
  await expect(screen.getByText('De betaling stopt')).toBeVisible()

  await go(lead.page, 'De eerste tastbare resultaten')
  await bram.page.getByRole('button', { name: 'Voeg een resultaat toe' }).click()
  const card = (page: Page) => page.getByRole('article', { name: 'Resultaat 1' })
  await card(bram.page).getByLabel('Wat is er te zien?').fill('Tien mensen met een sleutel')
  await card(anna.page).getByLabel('Trekker').selectOption({ label: 'Huren' })
  await card(anna.page).getByLabel('Klaar op').fill('vóór 1 juni')
  await expect(card(bram.page).getByLabel('Trekker')).toHaveValue(/.{8,}/)
  await expectAccessible(bram.page, 'the first results')
  await expect(screen.getByText('Tien mensen met een sleutel')).toBeVisible()
  await expect(screen.getByText('Trekker: Huren')).toBeVisible()

  // The room looks back at what was said before, and goes on.
  await lead.page.getByText('Breng iedereen naar …').click()
  await lead.page.getByRole('button', { name: 'de doorbraakronde', exact: true }).click()
  // Whose caret is in a text is asked.
  await anna.page.getByRole('button', { name: 'Ga erheen' }).click()
  await expect(anna.page.getByRole('article', { name: 'Gemeente' })).toBeVisible()
  await expect(screen.getByText('Wij betalen drie maanden door')).toBeVisible()
  await lead.page.getByRole('button', { name: 'Laat los' }).click()
  await expect(screen.getByText('Tien mensen met een sleutel')).toBeVisible()
  await anna.page.getByRole('button', { name: 'Eerste resultaten' }).click()
  await expect(card(anna.page)).toBeVisible()
  await bram.page.getByRole('button', { name: 'Eerste resultaten' }).click()

  // Thrown away by a slip, and brought back.
  await card(bram.page)
    .getByRole('button', { name: /^Gooi weg/ })
    .click()
  await expect(card(anna.page)).toHaveCount(0)
  await bram.page.getByRole('button', { name: /^Ongedaan maken/ }).click()
  await expect(card(anna.page).getByLabel('Wat is er te zien?')).toHaveValue('Tien mensen met een sleutel')

  const leader = await leadOf(lead.page)
  const made = makingOf(leader)
  await leader.command({ type: 'movePhase', to: 'decide' })
  addProposal(await leader.look('board'), made, { text: 'Te lang wachten op een huis', order: 1 })
  await expect
    .poll(async () =>
      leader
        .command({ type: 'openBallot', method: 'dots', per: 'person', dots: 1, proposals: [made.id] })
        .then(
          ({ id }) => id,
          () => null,
        ),
    )
    .not.toBeNull()
  const ballot = (await leader.view()).ballots[0]?.id ?? ''
  await leader.command({ type: 'closeBallot', ballot })
  await leader.command({ type: 'revealBallot', ballot })
  await leader.command({ type: 'chooseDefinition', ballot, proposal: made.id })
  await leader.command({ type: 'freezeBoard' })
  leader.leave()
  await lookAt(anna.page, 'Resultaten')
  await expect(anna.page.getByRole('textbox')).toHaveCount(0)
  await lead.page.goto(`${new URL(lead.page.url()).pathname.replace('facilitate', 'statement')}`)
  await expect(
    lead.page.getByText('Tien mensen met een sleutel. Trekker: Huren. Klaar: vóór 1 juni'),
  ).toBeVisible()
  await expect(
    lead.page.getByText('Gemeente: Wij betalen drie maanden door. Wat tegenhoudt: De betaling stopt'),
  ).toBeVisible()
  expect(anna.watched.errors).toEqual([])
})
