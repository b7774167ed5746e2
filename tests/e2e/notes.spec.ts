import { expect, type Page } from '@playwright/test'
import { excel, excelPlain, word, wordPlain } from '#tests/unit/components/board/clipboard/samples.ts'
import { expectAccessible } from './accessible.ts'
import { hall } from './hall.ts'
import { layNote, lookAt, noteWith, phone } from './people.ts'
import { test } from './test.ts'

const dialog = (page: Page) => page.getByRole('dialog')
const text = (page: Page) => page.getByLabel('Tekst van het briefje')
/** What the board reads out. */
const said = (page: Page) => page.locator('[data-announcer]')

/** Accessible as it is, in light and in dark. */
async function accessible(page: Page, what: string): Promise<void> {
  await expectAccessible(page, what)
  await page.emulateMedia({ colorScheme: 'dark' })
  await expectAccessible(page, `${what}, in dark`)
  await page.emulateMedia({ colorScheme: 'light' })
}

/** Pastes as a browser does, wherever the focus is. */
async function paste(page: Page, plain: string, html = ''): Promise<void> {
  await page.evaluate(
    ([plain, html]) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', plain)
      if (html) clipboardData.setData('text/html', html)
      const paste = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
      ;(document.activeElement ?? document.body).dispatchEvent(paste)
    },
    [plain, html] as const,
  )
}

/** The texts of the notes under a heading of the list, in their order. */
const textsAt = (page: Page, tile: string) =>
  page.locator(`section[data-tile=${tile}] [data-note] > span:first-child`)

test('[Z7] reactions and replies are live for all, change no note, and are taken back by who gave them', async ({
  browser,
  baseURL,
}) => {
  const { come } = await hall(browser, baseURL ?? '')
  const [{ page: anna }, { page: piet }] = [await come('Anna'), await come('Piet', { viewport: phone })]
  await layNote(anna, 'Opgave', 'Rust in de wijk')
  await piet.getByRole('button', { name: 'Reageer op: Rust in de wijk' }).click()
  await accessible(piet, 'choosing a reaction')
  await dialog(piet).getByRole('button', { name: 'Herken ik' }).click()
  await expect(dialog(piet)).toHaveCount(0)
  await lookAt(anna, 'Lijst')
  await expect(noteWith(anna, 'Rust in de wijk')).toContainText('Herken ik: 1 keer')

  await noteWith(anna, 'Rust in de wijk').click()
  const mine = dialog(anna).getByRole('button', { name: 'Herken ik' })
  await expect(mine).toHaveAttribute('aria-pressed', 'false')
  await mine.click()
  await expect(mine).toHaveAttribute('aria-pressed', 'true')
  await expect(mine).toHaveText('Herken ik 2')
  await dialog(anna).getByText('Wie reageerde?').click()
  await expect(dialog(anna).getByRole('list').first()).toContainText('Herken ik: Piet en jij')
  await mine.click()
  await expect(noteWith(piet, 'Rust in de wijk')).toContainText('Herken ik: 1 keer')

  await dialog(anna).getByLabel('Vul dit briefje aan').fill('Vooral ’s avonds')
  await anna.keyboard.press('Enter')
  await expect(noteWith(piet, 'Rust in de wijk')).toContainText('1 aanvulling')
  await noteWith(piet, 'Rust in de wijk').click()
  await expect(text(piet)).toHaveValue('Rust in de wijk')
  const reply = dialog(piet).getByRole('listitem').filter({ hasText: 'Vooral ’s avonds' })
  await expect(reply).toContainText('Anna')
  await expect(reply.getByRole('button')).toHaveCount(0)
  // Half a reply that was not sent yet waits for its writer, also over a reload.
  await dialog(piet).getByLabel('Vul dit briefje aan').fill('En overdag')
  await piet.keyboard.press('Escape')
  await piet.reload()
  await noteWith(piet, 'Rust in de wijk').click()
  await expect(dialog(piet).getByLabel('Vul dit briefje aan')).toHaveValue('En overdag')

  await dialog(anna).getByRole('button', { name: 'Wijzig je aanvulling: Vooral ’s avonds' }).click()
  await anna.getByLabel('Tekst van je aanvulling').press('End')
  await anna.keyboard.type(' en vroeg')
  await expect(dialog(piet).getByText('Vooral ’s avonds en vroeg')).toBeVisible()
  await anna.keyboard.press('Escape')
  await expect(dialog(anna)).toBeVisible()
  await accessible(anna, 'a note with replies')
  await dialog(anna).getByRole('button', { name: 'Gooi weg: Vooral ’s avonds en vroeg' }).click()
  await expect(dialog(piet).getByText('Vooral ’s avonds en vroeg')).toHaveCount(0)
})

test('[Z8] who writes in a note is seen on it and in it; Escape and Ctrl with Enter lead back to the note', async ({
  browser,
  baseURL,
}) => {
  const { come } = await hall(browser, baseURL ?? '')
  const [{ page: anna }, { page: piet }] = [await come('Anna'), await come('Piet')]
  await layNote(anna, 'Waarde', 'Samen')
  for (const page of [anna, piet]) await lookAt(page, 'Lijst')
  await noteWith(anna, 'Samen').focus()
  await anna.keyboard.press('Enter')
  await text(anna).press('End')
  await anna.keyboard.type(' sterk')
  await expect(noteWith(piet, 'Samen sterk')).toContainText('Anna schrijft')
  await noteWith(piet, 'Samen sterk').click()
  await expect(dialog(piet)).toContainText('Anna schrijft')
  await expect(dialog(anna)).toContainText('Piet heeft dit ook open')
  await expect(noteWith(piet, 'Samen sterk')).not.toContainText('schrijft')
  await anna.keyboard.press('Control+Enter')
  await expect(dialog(anna)).toHaveCount(0)
  await expect(noteWith(anna, 'Samen sterk')).toBeFocused()
  await anna.keyboard.press('Enter')
  await dialog(anna).getByLabel('Ligt bij').selectOption({ label: 'Binding' })
  await anna.keyboard.press('Escape')
  await expect(noteWith(anna, 'Samen sterk'), 'also when it was laid elsewhere meanwhile').toBeFocused()
})

test('[Z9] several lines from Word or Excel become several notes after a look at them, in one step', async ({
  browser,
  baseURL,
}) => {
  const { come } = await hall(browser, baseURL ?? '')
  const [{ page: anna }, { page: piet }] = [await come('Anna'), await come('Piet', { viewport: phone })]
  await lookAt(anna, 'Lijst')
  await layNote(anna, 'Waarde', 'Eerst dit')
  await anna.keyboard.press('Escape')
  await expect(anna.getByRole('button', { name: 'Leg een briefje bij Waarde' })).toBeFocused()
  await noteWith(anna, 'Eerst dit').focus()
  await paste(anna, wordPlain, word)
  await expect(dialog(anna)).toContainText('5 briefjes neerleggen bij Waarde?')
  await accessible(anna, 'what was pasted')
  await expect(anna.getByRole('button', { name: 'Leg 5 briefjes neer' })).toBeFocused()
  await anna.getByLabel('Briefje 1 van 5').press('Home')
  for (let letter = 0; letter < 4; letter++) await anna.keyboard.press('ArrowRight')
  await anna.keyboard.press('Enter')
  await expect(anna.getByLabel('Briefje 2 van 6')).toBeFocused()
  await anna.keyboard.press('Backspace')
  await expect(anna.getByLabel('Briefje 1 van 5')).toHaveValue('Wat\nwillen we?')
  await anna.getByRole('button', { name: 'Laat briefje 5 weg' }).click()
  await anna.getByRole('button', { name: 'Leg 4 briefjes neer' }).click()
  await expect(textsAt(anna, 'waarde')).toHaveText([
    /Eerst dit/,
    /Wat\s+willen we\?/,
    /Iedereen kent de voordeur/,
    /Geen wachtlijst café & buurt\s+ook ’s avonds/,
    /Eerst praten, dán doen/,
  ])
  await expect(noteWith(anna, 'Wat')).toBeFocused()
  await anna.keyboard.press('Control+z')
  await expect(textsAt(anna, 'waarde')).toHaveText([/Eerst dit/])
  await expect(said(anna)).toContainText('Ongedaan gemaakt: 4 briefjes, neergelegd.')
  await anna.keyboard.press('Control+y')
  await expect(textsAt(anna, 'waarde')).toHaveCount(5)

  await paste(piet, excelPlain, excel)
  await dialog(piet).getByLabel('Bij welke bouwsteen?').selectOption({ label: 'Binding' })
  await expect(dialog(piet)).toContainText('3 briefjes neerleggen bij Binding?')
  await dialog(piet).getByLabel('Maak een briefje van').selectOption({ label: 'elke cel' })
  await piet.getByRole('button', { name: 'Leg 6 briefjes neer' }).click()
  await expect(textsAt(anna, 'binding')).toHaveCount(6)

  // Where text is written, pasting is typing.
  await noteWith(anna, 'Eerst dit').click()
  await paste(anna, 'a\nb')
  await expect(dialog(anna)).toHaveCount(1)
  await anna.keyboard.press('Escape')
  // What a person may not bring any more is told before.
  await paste(anna, Array.from({ length: 310 }, (_, index) => `regel ${index}`).join('\n'))
  await expect(dialog(anna)).toContainText('Je kunt er nog 295 neerleggen')
  await anna.getByRole('button', { name: 'Leg 295 briefjes neer' }).click()
  await expect(textsAt(anna, 'waarde')).toHaveCount(300)
  await expect(anna.getByText('Live', { exact: true })).toBeVisible()
  await paste(anna, 'nog een')
  await expect(dialog(anna).getByRole('button', { name: /^Leg 0/ })).toBeDisabled()
})

test('[Z10] copied notes are lines for other programs, and notes for the board', async ({
  browser,
  baseURL,
}) => {
  const { come } = await hall(browser, baseURL ?? '')
  const { page, context } = await come('Anna')
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await lookAt(page, 'Lijst')
  await layNote(page, 'Waarde', 'Een & twee')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Leg een briefje bij Waarde' })).toBeFocused()
  await noteWith(page, 'Een & twee').focus()
  await page.keyboard.press('Control+c')
  await expect(said(page)).toContainText('1 briefje gekopieerd.')
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('Een & twee')
  await page.keyboard.press('Control+v')
  await page.getByRole('button', { name: 'Leg 1 briefje neer' }).press('Enter')
  await expect(textsAt(page, 'waarde')).toHaveText([/Een & twee/, /Een & twee/])
})

test('[Z11] one takes back one’s own steps after others worked on: theirs stay, in a text too', async ({
  browser,
  baseURL,
}) => {
  const { come, lead } = await hall(browser, baseURL ?? '')
  const [{ page: anna }, { page: piet }] = [await come('Anna'), await come('Piet')]
  for (const page of [anna, piet]) await lookAt(page, 'Lijst')
  await layNote(anna, 'Waarde', 'Van Anna')
  await anna.keyboard.press('Escape')
  await noteWith(anna, 'Van Anna').click()
  await dialog(anna).getByLabel('Ligt bij').selectOption({ label: 'Deelname' })
  await anna.keyboard.press('Escape')
  await layNote(piet, 'Binding', 'Van Piet')
  await piet.keyboard.press('Escape')
  await noteWith(piet, 'Van Anna').click()
  await text(piet).press('End')
  await piet.keyboard.type(' en Piet')
  await expect(noteWith(anna, 'Van Anna en Piet')).toBeVisible()

  await noteWith(anna, 'Van Anna en Piet').click()
  await text(anna).press('Home')
  await anna.keyboard.type('Nu: ')
  await expect(text(piet)).toHaveValue('Nu: Van Anna en Piet')
  await piet.keyboard.type('!')
  await expect(text(anna)).toHaveValue('Nu: Van Anna en Piet!')
  await anna.keyboard.press('Control+z')
  await expect(text(anna), 'what Piet typed stays').toHaveValue('Van Anna en Piet!')
  // The step before was no typing here: within the text it stays.
  await anna.keyboard.press('Control+z')
  await expect(dialog(anna).locator('[data-said]')).toContainText('Hier heb je niets getypt')
  await expect(dialog(anna)).toContainText('Briefje bij Deelname')
  await anna.keyboard.press('Control+Shift+z')
  await expect(text(anna)).toHaveValue('Nu: Van Anna en Piet!')
  await anna.keyboard.press('Control+z')
  await anna.keyboard.press('Escape')

  await anna.getByRole('button', { name: 'Ongedaan maken' }).click()
  await expect(said(anna)).toContainText('Ongedaan gemaakt: briefje, verplaatst.')
  await expect(textsAt(piet, 'waarde')).toHaveText([/Van Anna en Piet!/])
  await anna.getByRole('button', { name: 'Ongedaan maken' }).click()
  await expect(textsAt(piet, 'waarde')).toHaveCount(0)
  await expect(textsAt(anna, 'binding')).toHaveText([/Van Piet/])
  await expect(anna.getByRole('button', { name: 'Ongedaan maken' })).toHaveAttribute('aria-disabled', 'true')
  await anna.getByRole('button', { name: 'Ongedaan maken' }).press('Enter')
  await expect(said(anna)).toContainText('Er is niets meer om ongedaan te maken.')
  for (let step = 0; step < 2; step++) await anna.getByRole('button', { name: 'Opnieuw doen' }).click()
  await expect(textsAt(piet, 'deelname')).toHaveText([/Van Anna en Piet!/])
  await piet.keyboard.press('Escape')

  // What the phase forbids stays, and the reason is told.
  const { page: leader } = await lead()
  await leader.getByRole('button', { name: 'Ga ordenen' }).click()
  await expect(piet.getByText(/De briefjes worden in lijnen gelegd/)).toBeVisible()
  await piet.getByRole('button', { name: 'Ongedaan maken' }).click()
  await expect(said(piet)).toContainText('Dit kan niet in de fase waarin jullie nu zijn.')
  await expect(textsAt(piet, 'deelname')).toHaveText([/Van Anna en Piet!/])
})

test('[Z12] the bin holds what was thrown away, to find and to put back', async ({ browser, baseURL }) => {
  const { come, lead } = await hall(browser, baseURL ?? '')
  const [{ page: anna }, { page: leader }] = [await come('Anna'), await lead()]
  await leader.goto(anna.url())
  for (const page of [anna, leader]) await lookAt(page, 'Lijst')
  await paste(anna, ['Een warm welkom', 'Twee loketten', 'Drie', 'Vier', 'Vijf', 'Zes', 'Zeven'].join('\n'))
  await anna.getByRole('button', { name: 'Leg 7 briefjes neer' }).click()
  await noteWith(anna, 'Een warm welkom').click()
  await dialog(anna).getByRole('button', { name: 'Verdubbel' }).click()
  await expect(textsAt(leader, 'opgave')).toHaveText([
    /Een warm welkom/,
    /Een warm welkom/,
    ...Array(6).fill(/./),
  ])
  await noteWith(anna, 'Twee loketten').click()
  await dialog(anna).getByLabel('Vul dit briefje aan').fill('of drie')
  await anna.keyboard.press('Enter')
  await dialog(anna).getByRole('button', { name: 'Gooi weg: of drie' }).click()
  await anna.keyboard.press('Escape')

  await noteWith(leader, 'Een warm welkom').first().click()
  await dialog(leader).getByRole('button', { name: 'Gooi weg', exact: true }).click()
  await anna.getByLabel(/^Vink alles aan: Opgave/).click()
  await anna.getByRole('button', { name: 'Gooi weg' }).click()
  await expect(textsAt(leader, 'opgave')).toHaveCount(0)
  await expect(leader.getByRole('button', { name: 'Prullenbak' })).toHaveAccessibleName(
    'Prullenbak: 9 weggegooid',
  )
  await leader.getByRole('button', { name: 'Prullenbak' }).click()
  await accessible(leader, 'the bin')
  await expect(dialog(leader).getByRole('listitem')).toHaveCount(9)
  await leader.getByLabel('Zoek in de prullenbak').fill('lokett')
  await expect(dialog(leader).getByRole('listitem')).toHaveCount(2)
  await expect(dialog(leader)).toContainText('Aanvulling bij ‘Twee loketten’ · Anna')
  await expect(dialog(leader)).toContainText(
    /Briefje bij Opgave · Anna, voor zichzelf · weggegooid om \d\d\.\d\d uur/,
  )
  await dialog(leader).getByRole('button', { name: 'Zet terug: Briefje ‘Twee loketten’' }).click()
  await expect(textsAt(anna, 'opgave')).toHaveText([/Twee loketten/])
  await expect(dialog(leader).getByRole('button', { name: 'Zet terug: Aanvulling ‘of drie’' })).toBeFocused()
  await leader.keyboard.press('Enter')
  await expect(noteWith(anna, 'Twee loketten')).toContainText('1 aanvulling')
  await leader.keyboard.press('Escape')
  await expect(leader.getByRole('button', { name: 'Prullenbak: 7 weggegooid' })).toBeFocused()
})

test('[Z15] notes are carried by keys in every view: others see who holds them, and laying them down is one step', async ({
  browser,
  baseURL,
}) => {
  const { come } = await hall(browser, baseURL ?? '')
  const [{ page: anna }, { page: piet }] = [await come('Anna'), await come('Piet')]
  await lookAt(piet, 'Lijst')
  await paste(anna, 'Een\nTwee\nDrie')
  await anna.getByRole('button', { name: 'Leg 3 briefjes neer' }).press('Enter')
  for (const view of ['Lijst', 'Mozaïek', 'Per bouwsteen']) {
    await lookAt(anna, view)
    await noteWith(anna, 'Een').focus()
    await anna.keyboard.press('v')
    await expect(said(anna)).toContainText('1 briefje opgepakt.')
    await expect(noteWith(piet, 'Een')).toContainText('Anna verplaatst dit')
    await anna.keyboard.press('ArrowDown')
    await expect(said(anna)).toContainText('Opgave, plaats 2 van 3.')
    await anna.keyboard.press('ArrowRight')
    await expect(said(anna)).toContainText('Waarde, plaats 1 van 1.')
    await expect(noteWith(anna, 'Een')).toBeFocused()
    await expect(noteWith(anna, 'Een'), 'it is seen to be in the hand').toHaveCSS('outline-style', 'dashed')
    await expect(textsAt(piet, 'opgave'), 'for others it lies where it lay').toHaveText([
      /Een/,
      /Twee/,
      /Drie/,
    ])
    await anna.keyboard.press('Escape')
    await expect(said(anna)).toContainText('Het briefje ligt waar het lag.')
    await expect(noteWith(anna, 'Een')).not.toHaveCSS('outline-style', 'dashed')
    await expect(noteWith(piet, 'Een')).not.toContainText('verplaatst')
    await expect(noteWith(anna, 'Een')).toBeFocused()

    await anna.keyboard.press('v')
    for (const key of ['ArrowDown', 'ArrowDown', 'Enter']) await anna.keyboard.press(key)
    await expect(said(anna)).toContainText('Neergelegd bij Opgave, plaats 3.')
    await expect(textsAt(piet, 'opgave')).toHaveText([/Twee/, /Drie/, /Een/])
    await expect(noteWith(anna, 'Een')).toBeFocused()
    await anna.keyboard.down('Alt')
    for (const key of ['ArrowUp', 'ArrowUp']) await anna.keyboard.press(key)
    await expect(noteWith(piet, 'Een')).toContainText('Anna verplaatst dit')
    await anna.keyboard.up('Alt')
    await expect(textsAt(piet, 'opgave')).toHaveText([/Een/, /Twee/, /Drie/])
    await expect(noteWith(anna, 'Een')).toBeFocused()
  }
  // Somebody lays it elsewhere while it is held: who lays it down last is right, and nothing goes to and fro.
  await anna.keyboard.press('v')
  await anna.keyboard.press('ArrowDown')
  await expect(noteWith(piet, 'Een')).toContainText('Anna verplaatst dit')
  await noteWith(piet, 'Een').focus()
  await piet.keyboard.down('Alt')
  await piet.keyboard.press('ArrowRight')
  await piet.keyboard.up('Alt')
  await expect(textsAt(piet, 'waarde')).toHaveText([/Een/])
  // Drawn anew for Anna when that comes, it has the focus again a frame later.
  await expect(noteWith(anna, 'Een')).toBeFocused()
  await anna.keyboard.press('Enter')
  await expect(textsAt(piet, 'opgave')).toHaveText([/Twee/, /Een/, /Drie/])
  await lookAt(anna, 'Lijst')
  await anna.keyboard.press('Control+z')
  await expect(textsAt(piet, 'waarde'), 'back to where Piet laid it').toHaveText([/Een/])
})

test('[Z16] several notes are chosen, by keys, mouse and finger, and dealt with in one step', async ({
  browser,
  baseURL,
}) => {
  const { come, lead } = await hall(browser, baseURL ?? '')
  const [{ page: anna }, { page: piet }] = [await lead(), await come('Piet')]
  await anna.goto(piet.url())
  for (const page of [anna, piet]) await lookAt(page, 'Lijst')
  await paste(anna, 'Een\nTwee\nDrie\nVier')
  await anna.getByRole('button', { name: 'Leg 4 briefjes neer' }).press('Enter')
  const all = [/Een/, /Twee/, /Drie/, /Vier/]
  await expect(textsAt(piet, 'opgave')).toHaveText(all)

  // In the list by ticks, on the wall by keys: what is chosen stays chosen from view to view.
  await anna.getByLabel('Vink aan: Een').check()
  await lookAt(anna, 'Mozaïek')
  await noteWith(anna, 'Drie').focus()
  await anna.keyboard.press('x')
  await expect(anna.getByRole('region', { name: 'Aangevinkte briefjes' })).toContainText('2 briefjes gekozen')
  await accessible(anna, 'chosen notes on the wall')
  await anna.keyboard.press('v')
  await expect(noteWith(piet, 'Een')).toContainText('verplaatst dit')
  await expect(noteWith(piet, 'Drie')).toContainText('verplaatst dit')
  for (const key of ['ArrowRight', 'Enter']) await anna.keyboard.press(key)
  await expect(textsAt(piet, 'waarde')).toHaveText([/Een/, /Drie/])
  await anna.keyboard.press('Control+z')
  await expect(textsAt(piet, 'opgave'), 'both in one step').toHaveText(all)
  await anna.keyboard.press('Control+d')
  await expect(textsAt(piet, 'opgave')).toHaveText([/Een/, /Een/, /Twee/, /Drie/, /Drie/, /Vier/])
  await anna.keyboard.press('Control+z')
  await expect(textsAt(piet, 'opgave')).toHaveText(all)

  // Who writes a new note lets go of them: their bar would lie over it.
  await noteWith(anna, 'Vier').focus()
  await anna.keyboard.press('x')
  await expect(anna.getByRole('region', { name: 'Aangevinkte briefjes' })).toBeVisible()
  await anna.getByRole('button', { name: 'Leg een briefje bij Opgave' }).click()
  await expect(anna.getByRole('region', { name: 'Aangevinkte briefjes' })).toHaveCount(0)
  await expect(anna.getByLabel('Je briefje bij Opgave')).toBeFocused()
  await anna.keyboard.press('Escape')
  // However much one writes at the foot of the wall, the button that lays it down stays in sight.
  await anna.getByRole('button', { name: 'Leg een briefje bij Verankering' }).click()
  await anna.getByLabel('Je briefje bij Verankering').fill('Elke maand op de agenda. '.repeat(6))
  await expect(anna.getByRole('button', { name: 'Leg neer', exact: true })).toBeInViewport({ ratio: 1 })
  await anna.keyboard.press('Escape')
  await anna.getByRole('button', { name: 'Leg een briefje bij Opgave' }).click()
  await anna.keyboard.press('Escape')

  // One after another by mouse, a line made of them.
  await lookAt(anna, 'Per bouwsteen')
  await noteWith(anna, 'Een').click({ modifiers: ['Control'] })
  await noteWith(anna, 'Drie').click({ modifiers: ['Shift'] })
  await expect(anna.getByRole('region', { name: 'Aangevinkte briefjes' })).toContainText('3 briefjes gekozen')
  await anna.getByRole('button', { name: 'Leg in lijn' }).click()
  await anna.getByLabel('Zoek een lijn').fill('Samen')
  await anna.keyboard.press('Enter')
  await expect(piet.getByRole('heading', { name: 'Samen', exact: true })).toBeVisible()
  await expect(anna.getByRole('region', { name: 'Aangevinkte briefjes' })).toHaveCount(0)
  await anna.keyboard.press('Control+z')
  await expect(piet.getByRole('heading', { name: 'Samen', exact: true })).toHaveCount(0)
  await noteWith(anna, 'Een').click({ modifiers: ['Control'] })
  await noteWith(anna, 'Vier').focus()
  await anna.keyboard.press('Escape')
  await expect(anna.getByRole('region', { name: 'Aangevinkte briefjes' })).toHaveCount(0)

  // A finger that rests on one chooses it, then taps are enough.
  const context = await browser.newContext({ viewport: phone, hasTouch: true, isMobile: true })
  await context.addCookies(await piet.context().cookies())
  const bel = await context.newPage()
  await bel.goto(`${piet.url().split('?')[0]}?view=phone`)
  await press(bel, 'Een')
  await expect(bel.getByRole('region', { name: 'Aangevinkte briefjes' })).toContainText('1 briefje gekozen')
  await noteWith(bel, 'Twee').tap()
  await expect(bel.getByRole('region', { name: 'Aangevinkte briefjes' })).toContainText('2 briefjes gekozen')
  await accessible(bel, 'chosen notes on a phone')
  await bel.getByRole('button', { name: 'Verplaats' }).tap()
  await bel
    .getByRole('button', { name: /Binding/ })
    .last()
    .tap()
  await expect(textsAt(anna, 'opgave')).toHaveText([/Drie/, /Vier/])
  await context.close()
})

/** Lets a finger rest on a note, by real touches. */
async function press(page: Page, note: string): Promise<void> {
  const box = await noteWith(page, note).boundingBox()
  const client = await page.context().newCDPSession(page)
  const touchPoints = [{ x: (box?.x ?? 0) + 40, y: (box?.y ?? 0) + 20 }]
  await client.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints })
  await expect(page.getByText('gekozen').first()).toBeVisible()
  await client.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
  await client.detach()
}
