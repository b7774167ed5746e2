import { expect, type Page } from '@playwright/test'
import { join, laptop, layNote, lookAt, noteWith, person, phone, startKickoff, unfold } from './people.ts'
import { test } from './test.ts'

test.use({ serviceWorkers: 'allow' })

const definition = 'Niemand wacht langer dan een half jaar.'

/** Asks as the page of who leads would, but for a span that it does not offer, so that nobody waits for minutes. */
async function clockOf(page: Page, span: number) {
  const { origin, pathname } = new URL(page.url())
  const answer = await page.request.post(`/api/sessions/${pathname.split('/')[1]}/commands`, {
    data: { key: `clock-${span}`, command: { type: 'startClock', span } },
    headers: { origin },
  })
  expect(answer.ok()).toBe(true)
}

test('[U71] what goes wrong in a hall stops nobody: time is up, a step back, somebody out, somebody late, a laptop that dies', async ({
  browser,
}) => {
  test.setTimeout(300_000)
  const lead = await person(browser, laptop)
  const { leadLink, joinLink } = await startKickoff(lead.page, 'Netwerk Zuid', ['Gemeente', 'Huren'])
  await lead.page.goto(leadLink)
  const [anna, bram, dina] = [
    await person(browser, phone),
    await person(browser, phone),
    await person(browser, phone),
  ]
  await join(anna.page, joinLink, 'Anna', 'Gemeente')
  await join(bram.page, joinLink, 'Bram', 'Huren')
  const all = lead.page.getByText('Alle stappen (23)')
  await all.click()
  const go = (page: Page, title: string) =>
    page.getByRole('button', { name: new RegExp(`Ga hierheen.*${title}`) }).click()

  await test.step('the clock runs out while somebody types: what they type stays theirs to finish', async () => {
    await go(lead.page, 'Verhalen en cijfers')
    await anna.page.getByRole('button', { name: 'Leg een briefje bij Opgave' }).click()
    const field = anna.page.getByLabel('Je briefje bij Opgave')
    await field.pressSequentially('De wachtlijst ')
    await clockOf(lead.page, 1500)
    await expect(anna.page.getByRole('timer', { name: 'Klok' }).first()).toHaveText('De tijd is om.')
    await expect(field).toBeFocused()
    await field.pressSequentially('groeit')
    await field.press('Enter')
    await expect(noteWith(bram.page, 'De wachtlijst groeit')).toBeVisible()
  })

  await test.step('a step is gone back to: nothing of what was made is lost', async () => {
    await go(lead.page, 'Trekkers zoeken de lijnen')
    await unfold(lead.page, 'Anna')
    await lead.page.getByLabel('Mag ordenen: Anna').click()
    await lookAt(anna.page, 'Lijnen')
    await anna.page.getByLabel('Vink aan: De wachtlijst groeit').check()
    await anna.page.getByRole('button', { name: 'Leg in lijn' }).click()
    await anna.page.getByRole('dialog').getByRole('textbox').fill('Wonen')
    await anna.page.keyboard.press('Enter')
    await expect(anna.page.getByText('Wonen', { exact: true }).first()).toBeVisible()
    await go(lead.page, 'Verhalen en cijfers')
    await layNote(bram.page, 'Opgave', 'Te weinig kleine huizen')
    await lookAt(bram.page, 'Lijnen')
    await expect(bram.page.getByText('Wonen', { exact: true }).first()).toBeVisible()
    await expect(noteWith(bram.page, 'Te weinig kleine huizen')).toBeVisible()
  })

  await test.step('somebody is taken out and let in again: their notes stay, and they are who they were', async () => {
    await unfold(lead.page, 'Bram')
    await lead.page.getByRole('button', { name: 'Haal uit de sessie: Bram' }).click()
    await expect(
      bram.page.getByText(/Je doet niet meer mee|De begeleider heeft je uit/).first(),
    ).toBeVisible()
    await lookAt(anna.page, 'Lijst')
    await expect(noteWith(anna.page, 'Te weinig kleine huizen')).toBeVisible()
    await lead.page.getByRole('button', { name: 'Laat weer toe: Bram' }).click()
    await bram.page.goto(`/${new URL(lead.page.url()).pathname.split('/')[1]}/board?view=list`)
    await expect(noteWith(bram.page, 'Te weinig kleine huizen')).toBeVisible()
    await expect(lead.page.getByText('2 deelnemers, 2 nu hier, 2 van 2 partners')).toBeVisible()
  })

  await test.step('somebody joins in the middle of a ballot, and votes', async () => {
    await go(lead.page, 'Kiezen')
    await lookAt(anna.page, 'Opgave kiezen')
    await anna.page.getByLabel('Nieuw voorstel').fill(definition)
    await anna.page.getByRole('button', { name: 'Leg het voorstel voor' }).click()
    await expect(lead.page.getByLabel(definition)).toBeVisible()
    await lead.page.getByRole('button', { name: 'Open de stemming' }).click()
    await join(dina.page, joinLink, 'Dina', 'Huren')
    for (const { page } of [anna, dina]) {
      await lookAt(page, 'Opgave kiezen')
      await page.getByRole('button', { name: 'Stip erbij voor tekst 1' }).click()
      await page.getByRole('button', { name: 'Breng je stem uit' }).click()
      await expect(page.getByText(/Je stem is geteld/)).toBeVisible()
    }
  })

  await test.step('the facilitator’s laptop dies: another one leads on from where the room is', async () => {
    await lead.context.close()
    const other = await person(browser, phone)
    await other.page.goto(leadLink)
    await expect(other.page.getByRole('heading', { name: 'Kiezen', exact: true })).toBeVisible()
    await other.page.getByRole('button', { name: 'Sluit de stemming' }).click()
    await other.page.getByRole('button', { name: 'Onthul de uitslag' }).click()
    await expect(anna.page.getByText('2 stippen')).toBeVisible()
    await other.page.getByRole('button', { name: `Kies als opgave: ${definition}` }).click()
    await other.page.getByRole('button', { name: 'Bevries het bord' }).click()
    await other.page.getByRole('dialog').getByRole('button', { name: 'Bevries het bord' }).click()
    await expect(dina.page.getByRole('link', { name: 'Naar de verklaring' }).first()).toBeVisible()
    expect(other.watched).toEqual({ foreign: [], errors: [] })
  })
  for (const { watched } of [anna, dina]) expect(watched).toEqual({ foreign: [], errors: [] })
})
