import { readFileSync } from 'node:fs'
import { expect, type Locator, type Page } from '@playwright/test'
import { expectAccessible } from './accessible.ts'
import {
  choose,
  join,
  laptop,
  layNote,
  lookAt,
  noteWith,
  openNote,
  person,
  phone,
  startKickoff,
  turnTo,
  unfold,
} from './people.ts'
import { test } from './test.ts'

const GEMEENTE = 'Gemeente Eemhoven'
const HUREN = 'Stichting Huren'
const definition = 'Mensen die klaar zijn voor een eigen huis wachten te lang.'

/** Draws two strokes on the sheet for a signature. */
async function drawOn(page: Page): Promise<void> {
  const sheet = page.getByRole('img', { name: 'Vlak om je handtekening in te tekenen' })
  await sheet.scrollIntoViewIfNeeded()
  const box = await sheet.boundingBox()
  if (!box) throw new Error('no sheet to draw on')
  for (const across of [0.2, 0.5]) {
    await page.mouse.move(box.x + box.width * across, box.y + box.height * 0.7)
    await page.mouse.down()
    await page.mouse.move(box.x + box.width * (across + 0.2), box.y + box.height * 0.2, { steps: 6 })
    await page.mouse.up()
  }
  await expect(page.getByRole('img', { name: 'Getekende handtekening' })).toBeVisible()
}

/**
 * Puts the caret behind the last word of a paragraph by a click there: the editor lays the selection of a click again a moment
 * later, over a key that was pressed meanwhile.
 */
async function atItsEnd(paragraph: Locator): Promise<void> {
  const box = await paragraph.boundingBox()
  await paragraph.click({ position: { x: (box?.width ?? 0) - 2, y: (box?.height ?? 0) - 4 } })
}

test('a kick-off goes from an empty folder to a signed, exported and verified statement', async ({
  browser,
}) => {
  test.setTimeout(240_000)
  const lead = await person(browser, laptop)
  const inRoom = await person(browser, phone)
  const remote = await person(browser, laptop)
  const everybody = [lead, inRoom, remote]

  const { leadLink, joinLink } = await startKickoff(lead.page, 'Netwerk Eigen Voordeur', [GEMEENTE, HUREN])
  await lead.page.goto(leadLink)
  await expect(lead.page.getByRole('heading', { name: 'Volgende stap' })).toBeVisible()
  expect(lead.page.url(), 'the secret leaves the address').not.toContain('#')
  await expectAccessible(lead.page, 'facilitate, collecting')
  await join(inRoom.page, joinLink, 'Piet de Boer', GEMEENTE)
  await join(remote.page, joinLink, 'Anna Smit', HUREN)
  await expect(lead.page.getByText('2 deelnemers, 2 nu hier, 2 van 2 partners')).toBeVisible()

  await test.step('everybody sees each other’s notes', async () => {
    await layNote(inRoom.page, 'Opgave', 'Te weinig kleine huizen')
    await expect(noteWith(remote.page, 'Te weinig kleine huizen')).toBeVisible()
    await layNote(remote.page, 'Waarde', 'Een eigen sleutel')
    await choose(inRoom.page, 'Waarde')
    await expect(noteWith(inRoom.page, 'Een eigen sleutel')).toBeVisible()
    await expect(noteWith(inRoom.page, 'Een eigen sleutel')).toContainText(HUREN)
    await expectAccessible(remote.page, 'board on a laptop')
    await expectAccessible(inRoom.page, 'board on a phone')
  })

  await test.step('two people write in one note at once', async () => {
    for (const { page } of [inRoom, remote]) await openNote(page, noteWith(page, 'Een eigen sleutel'))
    const text = (page: Page) => page.getByLabel('Tekst van het briefje')
    await expect(remote.page.getByRole('dialog')).toContainText('Piet de Boer heeft dit ook open')
    await expectAccessible(remote.page, 'a note')
    await text(inRoom.page).press('Home')
    await Promise.all([
      text(inRoom.page).pressSequentially('Rust: ', { delay: 30 }),
      text(remote.page).pressSequentially(' en een postcode', { delay: 30 }),
    ])
    for (const { page } of [inRoom, remote])
      await expect(text(page)).toHaveValue('Rust: Een eigen sleutel en een postcode')
    for (const { page } of [inRoom, remote]) await page.getByRole('button', { name: 'Klaar' }).click()
  })

  await test.step('a note is moved, thrown away and put back', async () => {
    await openNote(remote.page, noteWith(remote.page, 'Rust: Een eigen sleutel en een postcode'))
    await remote.page.getByLabel('Ligt bij').selectOption({ label: 'Opgave' })
    await remote.page.getByRole('dialog').getByRole('button', { name: 'Gooi weg' }).click()
    await expect(noteWith(remote.page, 'Rust: Een eigen sleutel en een postcode')).toHaveCount(0)
    await remote.page.getByRole('button', { name: 'Prullenbak: 1 weggegooid' }).click()
    await remote.page.getByRole('button', { name: 'Zet terug' }).click()
    await remote.page.getByRole('button', { name: 'Klaar' }).click()
    await choose(inRoom.page, 'Opgave')
    await expect(noteWith(inRoom.page, 'Rust: Een eigen sleutel en een postcode')).toBeVisible()
  })

  await test.step('the facilitator lets somebody order, and they make a line', async () => {
    await lead.page.getByRole('button', { name: 'Ga ordenen' }).click()
    await unfold(lead.page, 'Anna Smit')
    await lead.page.getByLabel('Mag ordenen: Anna Smit').click()
    await expect(lead.page.getByLabel('Mag ordenen: Anna Smit')).toBeChecked()
    await expect(inRoom.page.getByText(/De briefjes worden in lijnen gelegd/)).toBeVisible()
    await expect(inRoom.page.getByRole('button', { name: 'Leg neer', exact: true })).toHaveCount(0)
    await lookAt(remote.page, 'Lijnen')
    await remote.page.getByLabel('Vink aan: Te weinig kleine huizen').check()
    await remote.page.getByLabel('Nieuwe lijn').fill('Een huis om naartoe te gaan')
    await remote.page.getByRole('button', { name: 'Maak de lijn' }).click()
    await expect(remote.page.getByLabel('Naam van de lijn')).toHaveValue('Een huis om naartoe te gaan')
    await expectAccessible(remote.page, 'lines')
  })

  await test.step('proposals are written together and voted on', async () => {
    await lead.page.getByRole('button', { name: 'Ga kiezen' }).click()
    await expect(remote.page.getByRole('link', { name: 'Naar Opgave kiezen' })).toHaveAttribute(
      'href',
      /\/board\?view=proposals$/,
    )
    for (const { page } of [inRoom, remote]) await lookAt(page, 'Opgave kiezen')
    await inRoom.page.getByLabel('Nieuw voorstel').fill(definition)
    await inRoom.page.getByRole('button', { name: 'Leg het voorstel voor' }).click()
    await remote.page.getByLabel('Nieuw voorstel').fill('Iets heel anders.')
    await remote.page.getByRole('button', { name: 'Leg het voorstel voor' }).click()
    await expect(lead.page.getByLabel(definition)).toBeVisible()
    await expect(lead.page.getByLabel('Iets heel anders.')).toBeVisible()
    await lead.page.getByRole('button', { name: 'Open de stemming' }).click()
    await expect(inRoom.page.getByText(/De voorstellen liggen vast tot de uitslag/).last()).toBeVisible()
    await expect(inRoom.page.getByRole('textbox', { name: 'Voorstel 1' })).toHaveCount(0)
    await expect(inRoom.page.getByLabel('Nieuw voorstel')).toBeDisabled()
    for (const { page } of [inRoom, remote]) {
      const more = page.getByRole('button', { name: 'Stip erbij voor tekst 1' })
      await expect(page.getByRole('button', { name: 'Breng je stem uit' })).toBeDisabled()
      await more.click()
      await more.click()
      await expectAccessible(page, 'voting')
      await page.getByRole('button', { name: 'Breng je stem uit' }).click()
      await expect(page.getByText(/Je stem is geteld/)).toBeVisible()
      await expect(page.getByText('Geteld is: Tekst 1: 2 stippen.')).toBeVisible()
    }
    await inRoom.page.getByRole('button', { name: 'Stip eraf bij tekst 1' }).click()
    await expect(inRoom.page.getByText('Je wijziging is nog niet verstuurd')).toBeVisible()
    await expect(inRoom.page.getByText(/Nu telt nog: Tekst 1: 2 stippen/)).toBeVisible()
    await expect(inRoom.page.getByText(/Je stem is geteld/)).toHaveCount(0)
    await expectAccessible(inRoom.page, 'a changed vote')
    await inRoom.page.getByRole('button', { name: 'Laat mijn stem zoals hij was' }).click()
    await expect(inRoom.page.getByText(/Je stem is geteld/)).toBeVisible()
    await lead.page.getByRole('button', { name: 'Sluit de stemming' }).click()
    await expect(inRoom.page.getByText(/De stemming is gesloten/)).toBeVisible()
    await lead.page.getByRole('button', { name: 'Onthul de uitslag' }).click()
    await expect(inRoom.page.getByText('4 stippen')).toBeVisible()
    await expectAccessible(inRoom.page, 'result')
    await lead.page.getByRole('button', { name: `Kies als opgave: ${definition}` }).click()
    await expect(remote.page.getByRole('heading', { name: 'De gekozen opgave' })).toBeVisible()
    await expectAccessible(lead.page, 'facilitate, deciding')
  })

  await test.step('the board is frozen for everybody at once', async () => {
    await lead.page.getByRole('button', { name: 'Bevries het bord' }).click()
    const dialog = lead.page.getByRole('dialog')
    await expect(dialog).toContainText('2 briefjes en 1 lijn')
    await expectAccessible(lead.page, 'freeze dialog')
    await dialog.getByRole('button', { name: 'Bevries het bord' }).click()
    await expect(inRoom.page.getByText(/Het bord ligt vast/).first()).toBeVisible()
    const step = lead.page.getByRole('region', { name: 'Volgende stap' })
    await expect(step.getByRole('link', { name: 'Naar de verklaring' })).toBeFocused()
  })

  await test.step('the statement is written together, from the draft that the board gave', async () => {
    const text = (page: Page) => page.getByRole('textbox', { name: 'Tekst van de verklaring' })
    for (const { page } of [inRoom, remote]) {
      await turnTo(page, 'Verklaring')
      await expect(text(page)).toContainText('Een huis om naartoe te gaan')
      await expect(text(page)).toContainText('Te weinig kleine huizen')
    }
    await atItsEnd(text(remote.page).getByText(definition))
    await remote.page.keyboard.press('Enter')
    await remote.page.keyboard.type('Daar stoppen we mee.')
    await expect(text(inRoom.page)).toContainText('Daar stoppen we mee.')
    await expect(inRoom.page.locator('.caret-name[data-name="Anna Smit"]')).toBeVisible()
    await atItsEnd(text(inRoom.page).getByText('Daar stoppen we mee.'))
    await inRoom.page.keyboard.type(' Samen.')
    await expect(text(remote.page)).toContainText('Daar stoppen we mee. Samen.')
    await remote.page.getByRole('button', { name: 'Ongedaan maken' }).click()
    await expect(text(inRoom.page), 'undo takes back one’s own').not.toContainText('Daar stoppen')
    await remote.page.getByRole('button', { name: 'Opnieuw' }).click()
    await expect(text(inRoom.page)).toContainText('Daar stoppen we mee.')
    for (const { page } of [inRoom, remote]) await expectAccessible(page, 'writing the statement')
  })

  await test.step('partners say whether they mean to sign, for all to see', async () => {
    const room = (page: Page) => page.getByRole('region', { name: 'Wie is van plan te tekenen?' })
    await room(inRoom.page).getByRole('button', { name: 'Wij zijn van plan te tekenen' }).click()
    await expect(room(remote.page).getByText('1 van 2 partners is van plan te tekenen.')).toBeVisible()
    await room(remote.page).getByRole('button', { name: 'Nog niet, want …' }).click()
    await room(remote.page).getByRole('button', { name: 'Vertel het de anderen' }).click()
    await expect(room(remote.page).getByText('Schrijf erbij waarom.')).toBeVisible()
    await room(remote.page).getByLabel('Wat staat er nog in de weg?').fill('Ons bestuur komt nog bijeen.')
    await room(remote.page).getByRole('button', { name: 'Vertel het de anderen' }).click()
    for (const { page } of [inRoom, lead])
      await expect(room(page).getByText('Ons bestuur komt nog bijeen.')).toBeVisible()
    await expectAccessible(remote.page, 'meaning to sign')
  })

  await test.step('the statement is fixed, and each partner gets a link', async () => {
    await lead.page.getByRole('button', { name: 'Leg de verklaring vast' }).click()
    const question = lead.page.getByRole('dialog')
    await expect(question.getByText(/nog een voorzet die niet is ingevuld/)).toBeVisible()
    await expectAccessible(lead.page, 'fixing a statement with openings in it')
    await question.getByRole('link', { name: 'Wie wij zijn' }).click()
    await expect(lead.page).toHaveURL(/statement#wie-wij-zijn$/)
    await expect(lead.page.getByRole('heading', { name: 'Wie wij zijn' }).first()).toBeInViewport()
    await lead.page.getByRole('link', { name: 'Begeleiden', exact: true }).click()
    await lead.page.getByRole('button', { name: 'Leg de verklaring vast' }).click()
    await lead.page.getByRole('dialog').getByRole('button', { name: 'Leg de verklaring vast' }).click()
    await expect(lead.page.getByText('0 van 2 partners hebben getekend.')).toBeVisible()
    await expectAccessible(lead.page, 'facilitate, signing')
  })

  await test.step('one partner signs and the other declines with a reason', async () => {
    const link = (partner: string) =>
      lead.page.getByRole('textbox', { name: `Link om te tekenen voor ${partner}` }).inputValue()
    const [first, second] = [await link(GEMEENTE), await link(HUREN)]
    await inRoom.page.goto(first)
    await expect(inRoom.page.getByText(definition).first()).toBeVisible()
    await expect(inRoom.page.getByText(/Te weinig kleine huizen/)).toBeVisible()
    await expectAccessible(inRoom.page, 'signing')
    await inRoom.page.getByLabel('Je naam').fill('Piet de Boer')
    await inRoom.page.getByLabel('Je functie').fill('Wethouder')
    await inRoom.page.reload()
    await expect(inRoom.page.getByLabel('Je naam')).toHaveValue('Piet de Boer')
    await expect(inRoom.page.getByLabel('Je functie')).toHaveValue('Wethouder')
    await inRoom.page.getByRole('button', { name: `Onderteken namens ${GEMEENTE}` }).click()
    await expect(inRoom.page.getByText('Kies een van deze drie.')).toBeVisible()
    await inRoom.page.getByRole('radio', { name: /Er is een mandaatbesluit/ }).check()
    await inRoom.page.getByLabel('Datum van het besluit').fill('2024-03-03')
    await inRoom.page.getByLabel('Kenmerk').fill('2030-14')
    await inRoom.page.getByLabel('Plaats waar je tekent').fill('Eemhoven')
    await inRoom.page.getByText('Teken ook met de hand').click()
    await drawOn(inRoom.page)
    await inRoom.page.getByText('Wat voor handtekening is dit?').click()
    await expect(inRoom.page.getByText(/geen gekwalificeerde handtekening/)).toBeVisible()
    await expectAccessible(inRoom.page, 'signing, filled in')
    await inRoom.page.getByRole('button', { name: `Onderteken namens ${GEMEENTE}` }).click()
    await expect(inRoom.page.getByRole('dialog')).toContainText(
      'mag namens Gemeente Eemhoven tekenen op grond van het mandaatbesluit van 3 maart 2024 (2030-14).',
    )
    await inRoom.page
      .getByRole('dialog')
      .getByRole('button', { name: `Onderteken namens ${GEMEENTE}` })
      .click()
    await expect(inRoom.page.getByText('Ondertekend', { exact: true })).toBeVisible()
    await expect(inRoom.page.getByRole('img', { name: 'Getekende handtekening' })).toBeVisible()
    await lead.page.getByRole('button', { name: 'Sluit de kick-off af' }).click()
    const question = lead.page.getByRole('dialog')
    await expect(question).toContainText('1 van 2 partners heeft nog niet gereageerd')
    await expect(question).toContainText(HUREN)
    await expectAccessible(lead.page, 'closing')
    await question.getByRole('button', { name: 'Nog niet' }).click()
    await remote.page.goto(second)
    await remote.page.getByRole('button', { name: 'Wij ondertekenen niet' }).click()
    await remote.page.getByLabel('Je naam').fill('Anna Smit')
    await remote.page.getByLabel('Je functie').fill('Bestuurder')
    await remote.page.getByLabel('Waarom ondertekenen jullie niet?').fill('Ons bestuur besluit in december.')
    await remote.page.getByRole('button', { name: `Onderteken niet namens ${HUREN}` }).click()
    await remote.page
      .getByRole('dialog')
      .getByRole('button', { name: `Onderteken niet namens ${HUREN}` })
      .click()
    await expect(remote.page.getByText('Niet ondertekend', { exact: true })).toBeVisible()
    await expect(lead.page.getByText('1 van 2 partners heeft getekend.')).toBeVisible()
    const meant = lead.page.getByRole('region', { name: 'Wie is van plan te tekenen?' })
    await expect(meant.getByText('heeft getekend', { exact: true })).toHaveCount(1)
  })

  await test.step('the PDF is taken along and verified; one changed byte says so', async () => {
    await lead.page.getByRole('button', { name: 'Sluit de kick-off af' }).click()
    await expect(lead.page.getByRole('dialog')).toContainText('Alle partners hebben gereageerd.')
    await lead.page.getByRole('dialog').getByRole('button', { name: 'Sluit de kick-off af' }).click()
    await expect(lead.page.getByRole('dialog')).toHaveCount(0)
    const download = lead.page.waitForEvent('download')
    await lead.page.getByRole('link', { name: 'Verklaring als PDF' }).click()
    const file = readFileSync(await (await download).path())
    expect(file.subarray(0, 5).toString()).toBe('%PDF-')
    const drop = async (buffer: Buffer) => {
      await remote.page.goto('/verify')
      await remote.page
        .getByLabel('Kies een bestand', { exact: true })
        .setInputFiles({ name: 'verklaring.pdf', mimeType: 'application/pdf', buffer })
    }
    await drop(file)
    await expect(remote.page.getByRole('heading', { name: /onveranderd/i })).toBeVisible()
    await expect(
      remote.page.getByText('Ons bestuur besluit in december.').or(remote.page.getByText(HUREN)).first(),
    ).toBeVisible()
    await expectAccessible(remote.page, 'verified')
    const changed = Buffer.from(file)
    const at = Math.floor(changed.length / 2)
    changed[at] = (changed[at] ?? 0) ^ 1
    await drop(changed)
    await expect(remote.page.getByRole('heading', { name: /onveranderd/i })).toHaveCount(0)
    await expect(remote.page.getByRole('heading', { name: /veranderd|niet leesbaar/i })).toBeVisible()
  })

  for (const { watched } of everybody) expect(watched).toEqual({ foreign: [], errors: [] })
  for (const { context } of everybody) await context.close()
})
