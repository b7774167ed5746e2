import { expect, type Page } from '@playwright/test'
import { expectAccessible } from './accessible.ts'
import { cutOff, hall, keptWords, live } from './hall.ts'
import { layNote, noteWith } from './people.ts'
import { type ServerWithPages, serverWithPages } from './server-with-pages.ts'
import { test } from './test.ts'

test.use({ serviceWorkers: 'allow' })

let server: ServerWithPages
test.beforeAll(async () => {
  server = await serverWithPages()
})
test.afterAll(() => server.remove())

const tray = (page: Page) => page.getByRole('region', { name: /niet aangekomen/ })

test('[N10] what a phase overtook is wiped from the copy, waits in the tray over a reload, in all tabs', async ({
  browser,
}) => {
  const { come, lead, session } = await hall(browser, server.url)
  const [{ page: one, context }, { page: piet }, { page: leading }] = [
    await come('Anna'),
    await come('Piet'),
    await lead(),
  ]
  const other = await context.newPage()
  await other.goto(`${server.url}/${session}/board`)
  await live(other)
  await layNote(one, 'Opgave', 'op tijd')
  await expect(noteWith(other, 'op tijd')).toBeVisible()
  await context.setOffline(true)
  for (const page of [one, other]) await cutOff(page)
  await layNote(one, 'Opgave', 'te laat, de ene')
  await layNote(other, 'Opgave', 'te laat, de andere')
  await expect(noteWith(one, 'te laat, de andere')).toBeVisible()
  await leading.getByRole('button', { name: 'Ga ordenen' }).click()
  await expect(piet.getByText(/De briefjes worden in lijnen gelegd/)).toBeVisible()
  await context.setOffline(false)

  for (const page of [one, other]) {
    await expect(tray(page).getByRole('listitem')).toHaveCount(2)
    await expect(noteWith(page, 'te laat')).toHaveCount(0)
    await expect(noteWith(page, 'op tijd')).toBeVisible()
  }
  await expect.poll(() => keptWords(one, ['copies', 'unsent'], 'te laat')).toBe(false)
  expect(await keptWords(one, ['tray'], 'te laat')).toBe(true)
  await one.reload()
  await expect(tray(one).getByText('te laat, de ene')).toBeVisible()
  await expect(tray(one).getByText('te laat, de andere')).toBeVisible()
  await expectAccessible(one, 'the tray')
  await tray(one)
    .getByRole('listitem')
    .filter({ hasText: 'de ene' })
    .getByRole('button', { name: 'Gooi weg' })
    .click()
  for (const page of [one, other]) await expect(tray(page).getByRole('listitem')).toHaveCount(1)
  await expect(noteWith(piet, 'te laat')).toHaveCount(0)
})

/** The board with one proposal, chosen by a vote, so that it may be frozen. */
async function chosen(leading: Page, anna: Page): Promise<void> {
  await leading.getByRole('button', { name: 'Ga ordenen' }).click()
  await anna.getByRole('button', { name: 'Opgave kiezen' }).click()
  await anna.getByLabel('Nieuw voorstel').fill('Iedereen kan erbij.')
  await anna.getByRole('button', { name: 'Leg het voorstel voor' }).click()
  await leading.getByRole('button', { name: 'Ga kiezen' }).click()
  await leading.getByLabel('Iedereen kan erbij.').check()
  await leading.getByRole('button', { name: 'Open de stemming' }).click()
  await leading.getByRole('button', { name: 'Sluit de stemming' }).click()
  await leading.getByRole('button', { name: 'Onthul de uitslag' }).click()
  await leading.getByRole('button', { name: 'Kies als opgave' }).click()
}

test('[N11] what a freeze overtook is given to the facilitator, who reads whose it is and puts it away', async ({
  browser,
}) => {
  const { come, lead } = await hall(browser, server.url)
  const [{ page: anna, context }, { page: leading }] = [await come('Anna'), await lead()]
  await chosen(leading, anna)
  await context.setOffline(true)
  await cutOff(anna)
  await anna.getByLabel('Nieuw voorstel').fill('Een voorstel dat te laat komt.')
  await anna.getByRole('button', { name: 'Leg het voorstel voor' }).click()
  await anna.getByLabel('Nieuw voorstel').fill('En nog een, ook te laat.')
  await anna.getByRole('button', { name: 'Leg het voorstel voor' }).click()
  await expect(anna.getByText(/2 wijzigingen nog niet verstuurd/)).toBeVisible()
  await leading.getByRole('button', { name: 'Bevries het bord' }).click()
  await leading.getByRole('dialog').getByRole('button', { name: 'Bevries het bord' }).click()
  await expect(leading.getByRole('button', { name: 'Leg de verklaring vast' }).first()).toBeVisible()
  await context.setOffline(false)

  await expect(tray(anna).getByText('Een voorstel dat te laat komt.')).toBeVisible()
  await anna.reload()
  await tray(anna).getByRole('button', { name: 'Geef alles aan de begeleider' }).click()
  await expect(anna.getByText('2 teksten liggen nu bij de begeleider.')).toBeVisible()
  await expect(tray(anna)).toHaveCount(0)
  const given = leading.getByRole('region', { name: 'Aan jou gegeven' })
  const late = given.getByRole('listitem').filter({ hasText: 'Een voorstel dat te laat komt.' })
  await expect(late.getByText(/^Anna, voor zichzelf · geschreven op/)).toBeVisible()
  await expectAccessible(leading, 'what was handed over')
  await late.getByRole('button', { name: 'Afgehandeld' }).click()
  await expect(given.getByText(/1 tekst wacht op jou.*1 afgehandeld/)).toBeVisible()
  await expect(late).toHaveCount(0)
  await leading.reload()
  await expect(given.getByText('En nog een, ook te laat.')).toBeVisible()
})
