import { expect, type Page } from '@playwright/test'
import { readBoard } from '#lib/documents/board.ts'
import { Person } from '#server/example/person.ts'
import { playExample } from '#server/example/play.ts'
import { expectAccessible } from './accessible.ts'
import { join, laptop, lookAt, person, phone, turnTo } from './people.ts'
import { test } from './test.ts'

/** Somebody of the session of a page, without a page: over the public API with the token that is kept there. */
async function withoutPage(page: Page): Promise<Person> {
  const { origin, pathname } = new URL(page.url())
  const session = pathname.split('/')[1] ?? ''
  const cookies = await page.context().cookies()
  const token = cookies.find(({ name }) => name === `mozaiek-${session}`)?.value ?? ''
  const [participant = ''] = token.split('.')
  return new Person({ url: origin, origin }, { session, participant, token }, null)
}

/** The former definition is agreed to by one, chosen, and the board fixed. */
async function decided(lead: Person, voter: Person): Promise<void> {
  const [proposal] = readBoard(await lead.look('board')).proposals
  const of = proposal?.id ?? ''
  await lead.command({ type: 'openBallot', method: 'consent', per: 'person', dots: 1, proposals: [of] })
  const ballot = (await lead.view()).ballots[0]?.id ?? ''
  const answers = { [of]: { value: 'agree', reason: '' } } as const
  await voter.command({ type: 'castVote', ballot, choice: { method: 'consent', answers } })
  await lead.command({ type: 'closeBallot', ballot })
  await lead.command({ type: 'revealBallot', ballot })
  await lead.command({ type: 'chooseDefinition', ballot, proposal: of })
  await lead.command({ type: 'freezeBoard' })
  lead.leave()
}

test('[U65] a new edition begins from a signed one, shows what was signed on every page, and what became of it', async ({
  browser,
  baseURL,
}) => {
  const played = await playExample({ url: baseURL ?? '', until: 'signed' })
  const [lead, anna] = [await person(browser, laptop), await person(browser, phone)]
  const title = 'Twee jaar later'
  let joinLink = ''

  await test.step('who leads begins it, with a title, days and partners of its own', async () => {
    await lead.page.goto(played.facilitatorLink)
    await lead.page.getByRole('button', { name: 'Begin een nieuwe editie' }).click()
    const form = lead.page.getByRole('dialog', { name: 'Begin een nieuwe editie' })
    await expect(form.getByLabel('Naam van partner 10')).not.toHaveValue('')
    await form.getByLabel('Titel van de bijeenkomst').fill('')
    await form.getByRole('button', { name: 'Begin de editie' }).click()
    await expect(form.getByText('Nog niet alles is ingevuld.')).toBeVisible()
    await expectAccessible(lead.page, 'the form of a new edition')
    await form.getByLabel('Dag 1', { exact: true }).fill('2032-03-10')
    await form.getByLabel('Dag 2', { exact: true }).fill('2032-03-11')
    await form.getByLabel('Titel van de bijeenkomst').fill(title)
    await form
      .getByRole('button', { name: /^Haal (?!dag).* weg$/ })
      .last()
      .click()
    await form.getByRole('button', { name: 'Begin de editie' }).click()
    const link = form.getByLabel('Je begeleiderslink van de nieuwe editie', { exact: true })
    await expect(link).toHaveValue(/\/facilitate#.{32}$/)
    const former = lead.page.url()
    await form.getByRole('link', { name: 'Ga naar de nieuwe editie' }).click()
    await expect(lead.page.getByRole('heading', { name: 'Volgende stap' })).toBeVisible()
    expect(lead.page.url()).not.toBe(former)
    joinLink = await lead.page.getByLabel('Link om mee te doen', { exact: true }).inputValue()
  })

  await test.step('on a phone and on a laptop one reads what was signed, without leaving the page', async () => {
    await join(anna.page, joinLink, 'Anna', 'Gemeente Eemhoven')
    await anna.page.getByRole('button', { name: /^Menu/ }).click()
    await anna.page.getByRole('button', { name: 'Vorige verklaring' }).click()
    await lead.page.getByRole('button', { name: 'Vorige verklaring' }).click()
    const shown = ({ page }: typeof anna) =>
      page.getByRole('dialog', { name: 'De vorige verklaring (editie 1)' })
    for (const each of [anna, lead]) {
      await expect(shown(each).getByRole('heading', { name: 'Wie tekende' })).toBeVisible()
      await expect(shown(each).getByText(/^Getekend door/)).toHaveCount(10)
      await expectAccessible(each.page, 'the former statement')
      await each.page.keyboard.press('Escape')
      await expect(shown(each)).toHaveCount(0)
    }
    await expect(lead.page.getByRole('button', { name: 'Vorige verklaring' })).toBeFocused()
  })

  await test.step('the opgave that was signed lies there as the first proposal', async () => {
    const leads = await withoutPage(lead.page)
    await leads.command({ type: 'movePhase', to: 'decide' })
    await lookAt(anna.page, 'Opgave kiezen')
    await expect(anna.page.getByRole('textbox', { name: 'Voorstel 1' })).not.toHaveValue('')
    await decided(leads, await withoutPage(anna.page))
  })

  await test.step('the draft is laid beside it: what was added and what went, also as one writes', async () => {
    await turnTo(lead.page, 'Verklaring')
    await lead.page.getByRole('button', { name: 'Toon de verschillen' }).click()
    const beside = lead.page.getByRole('region', { name: 'Verschillen met de vorige verklaring' })
    await expect(beside.getByText(/van \d+ onderdelen/)).toBeVisible()
    await expect(beside.getByRole('deletion').first()).toBeVisible()
    const text = lead.page.getByRole('textbox', { name: 'Tekst van de verklaring' })
    await text.getByRole('paragraph').first().click()
    await lead.page.keyboard.type('Dit is nieuw. ')
    await expect(beside.getByRole('insertion').filter({ hasText: 'Dit is nieuw' })).toBeVisible()
    await expectAccessible(lead.page, 'differences')
    await turnTo(anna.page, 'Verklaring')
    await anna.page.getByRole('button', { name: 'Toon de verschillen' }).click()
    await expect(anna.page.getByRole('insertion').filter({ hasText: 'Dit is nieuw' })).toBeVisible()
  })

  await test.step('who signs the new one reads which it follows', async () => {
    const leads = await withoutPage(lead.page)
    const { edition } = await leads.view()
    await leads.command({ type: 'freezeStatement' })
    await anna.page.goto((await leads.view()).signatories[0]?.link ?? '')
    await expect(anna.page.getByText('Volgt op de verklaring met controlegetal')).toContainText(
      edition.former?.statement ?? 'no former one',
    )
    await expect(anna.page.getByText(/dit is precies de vastgelegde versie/)).toBeVisible()
  })

  await test.step('the former session names the one that came after it', async () => {
    await lead.page.goto(`/${played.session}/facilitate`)
    await expect(lead.page.getByText(`De nieuwe editie is begonnen: ${title}`)).toBeVisible()
    await expect(lead.page.getByRole('button', { name: 'Begin een nieuwe editie' })).toHaveCount(0)
    await lead.page.getByRole('button', { name: 'Link kwijt? Maak een nieuwe' }).click()
    await expect(lead.page.getByText('In de nieuwe editie is al iets gedaan.')).toBeVisible()
    await expectAccessible(lead.page, 'a session that has a next edition')
    await turnTo(lead.page, 'Verklaring')
    await expect(lead.page.getByText(`De nieuwe editie is begonnen: ${title}`)).toBeVisible()
    await expect(lead.page.getByText('Versie 1, vastgelegd op')).toBeVisible()
  })
  // The secret of a link that was not taken over is refused.
  lead.watched.errors = lead.watched.errors.filter(text => !text.includes('status of 403'))
  for (const { watched } of [lead, anna]) expect(watched).toEqual({ foreign: [], errors: [] })
})
