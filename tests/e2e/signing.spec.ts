import { expect, type Page } from '@playwright/test'
import { playExample } from '#server/example/play.ts'
import { expectAccessible } from './accessible.ts'
import { laptop, person, phone } from './people.ts'
import { test } from './test.ts'

const PARTNER = 'Gemeente Eemhoven'
const board = (page: Page) => page.getByRole('region', { name: 'Handtekeningen' })
const row = (page: Page) => board(page).getByRole('listitem').filter({ hasText: PARTNER })

test('[S15] who leads has a partner sign, on whose page one signs, takes it back and signs later; a stranger checks the file', async ({
  browser,
  baseURL,
}) => {
  const played = await playExample({ url: baseURL ?? '', until: 'statement' })
  const lead = await person(browser, laptop)
  const signatory = await person(browser, phone)
  await lead.page.goto(played.facilitatorLink)
  await lead.page.getByRole('button', { name: 'Leg de verklaring vast' }).click()
  await lead.page.getByRole('dialog').getByRole('button', { name: 'Leg de verklaring vast' }).click()
  await expect(board(lead.page).getByText('0 van 10 partners hebben getekend.')).toBeVisible()
  const link = () =>
    lead.page.getByRole('textbox', { name: `Link om te tekenen voor ${PARTNER}` }).inputValue()
  const former = await link()

  await test.step('the facilitator names who signs, sets a day, and gives another link', async () => {
    await board(lead.page).getByLabel('Graag tekenen vóór of op').fill('2030-04-01')
    await board(lead.page).getByLabel('Graag tekenen vóór of op').blur()
    await expect(row(lead.page).getByText('Nog niet uitgenodigd')).toBeVisible()
    await lead.page.getByRole('button', { name: `Uitnodigen: ${PARTNER}` }).click()
    const dialog = lead.page.getByRole('dialog')
    await dialog.getByLabel('Naam', { exact: true }).fill('Noor Çelik')
    await dialog.getByLabel('Functie').fill('Wethouder')
    await dialog.getByLabel('Mailadres').fill('geen adres')
    await dialog.getByRole('button', { name: 'Bewaar' }).click()
    await expect(dialog.getByText('Dit is geen mailadres.')).toBeVisible()
    await dialog.getByLabel('Mailadres').fill('noor@example.org')
    await dialog.getByRole('button', { name: 'Bewaar' }).click()
    await expect(dialog.getByText('Bewaard')).toBeVisible()
    const letter = dialog.getByLabel('Bericht om te sturen')
    await expect(letter).toHaveValue(/Dag Noor Çelik,[\s\S]*uiterlijk 1 april 2030/)
    await expect(letter).toHaveValue(new RegExp(former.slice(former.lastIndexOf('/') + 1)))
    await expectAccessible(lead.page, 'inviting a signatory')
    await dialog.getByRole('button', { name: 'Maak een nieuwe link' }).click()
    await dialog.getByRole('button', { name: 'Ja, maak een nieuwe link' }).click()
    await expect(dialog.getByText('Er is een nieuwe link. Geef die door.')).toBeVisible()
    await dialog.getByRole('button', { name: 'Ik heb de link gegeven' }).click()
    await expect(dialog.getByText(/Ondertekenaar: Noor Çelik, Wethouder · Uitgenodigd op/)).toBeVisible()
    await lead.page.keyboard.press('Escape')
    await expect(row(lead.page).getByText(/Uitgenodigd op/)).toBeVisible()
  })

  await test.step('the former link says that there is a new one', async () => {
    await signatory.page.goto(former)
    await expect(signatory.page.getByRole('heading', { name: 'Deze link geldt niet meer' })).toBeVisible()
    await expectAccessible(signatory.page, 'a link that holds no more')
  })

  const sign = async () => {
    await signatory.page.getByRole('radio', { name: /Op grond van mijn functie/ }).check()
    await signatory.page.getByLabel('Plaats waar je tekent').fill('Eemhoven')
    await signatory.page.getByRole('button', { name: `Onderteken namens ${PARTNER}` }).click()
    const dialog = signatory.page.getByRole('dialog')
    await expect(dialog).toContainText('Ik, Noor Çelik, Wethouder, onderteken namens Gemeente Eemhoven')
    await expectAccessible(signatory.page, 'the sentence that is signed')
    await dialog.getByRole('button', { name: `Onderteken namens ${PARTNER}` }).click()
    await expect(signatory.page.getByText('Ondertekend', { exact: true })).toBeVisible()
  }

  await test.step('the signatory finds their name there, and signs', async () => {
    await signatory.page.goto(await link())
    await expect(signatory.page.getByText('Graag tekenen vóór of op 1 april 2030.')).toBeVisible()
    await expect(signatory.page.getByLabel('Je naam')).toHaveValue('Noor Çelik')
    await expect(signatory.page.getByLabel('Je functie')).toHaveValue('Wethouder')
    await expect(row(lead.page).getByText(/Link geopend op/)).toBeVisible()
    await sign()
    await expect(row(lead.page).getByText(/Getekend door Noor Çelik, Wethouder/)).toBeVisible()
  })

  await test.step('and takes it back, which stays to be seen', async () => {
    await signatory.page.getByRole('button', { name: 'Ik wil dit terugtrekken' }).click()
    await signatory.page.getByLabel('Je naam').fill('Noor Çelik')
    await signatory.page.getByLabel('Je functie').fill('Wethouder')
    await signatory.page.getByLabel('Waarom trekken jullie het terug?').fill('Het college wil nog lezen.')
    await signatory.page.getByRole('button', { name: `Trek terug namens ${PARTNER}` }).click()
    const dialog = signatory.page.getByRole('dialog')
    await dialog.getByRole('button', { name: `Trek terug namens ${PARTNER}` }).click()
    await expect(signatory.page.getByText('Teruggetrokken', { exact: true })).toBeVisible()
    await expect(signatory.page.getByText('Wat daarvoor is verklaard')).toBeVisible()
    await expectAccessible(signatory.page, 'withdrawn')
    await expect(row(lead.page).getByText('Het college wil nog lezen.')).toBeVisible()
  })

  await test.step('once signing is closed that is said; opened again, the signature comes late', async () => {
    const ends = lead.page.getByRole('button', { name: 'Sluit de kick-off af' })
    await ends.click()
    await lead.page.getByRole('dialog').getByRole('button', { name: 'Sluit de kick-off af' }).click()
    await signatory.page.reload()
    await expect(signatory.page.getByText('Het tekenen is afgesloten')).toBeVisible()
    await lead.page.getByRole('button', { name: /^Terug naar/ }).click()
    await expect(ends).toBeVisible()
    await signatory.page.reload()
    await sign()
  })

  await test.step('the record tells of it, its chain whole', async () => {
    await lead.page.getByText('Logboek: wat is er vastgelegd en getekend?').click()
    await expect(lead.page.getByText(/De keten van \d+ handelingen is heel/)).toBeVisible()
    await expect(lead.page.getByText('Trok terug wat was verklaard')).toBeVisible()
    await expect(lead.page.getByText('Legde de verklaring vast', { exact: true })).toBeVisible()
    await expectAccessible(lead.page, 'the record')
  })

  await test.step('somebody who never was there checks the file', async () => {
    const headers = { authorization: `Bearer ${played.facilitatorToken}` }
    const buffer = Buffer.from(await (await fetch(played.pdfUrl, { headers })).arrayBuffer())
    const stranger = await person(browser, laptop)
    await stranger.page.goto('/verify')
    const file = { name: 'verklaring.pdf', mimeType: 'application/pdf', buffer }
    await stranger.page.getByLabel('Kies een bestand', { exact: true }).setInputFiles(file)
    await expect(stranger.page.getByRole('heading', { name: 'Deze verklaring is onveranderd' })).toBeVisible()
    const rows = stranger.page.getByRole('row').filter({ hasText: PARTNER })
    await expect(rows).toHaveCount(3)
    await expect(rows.first()).toContainText('later teruggetrokken')
    await expect(rows.last()).toContainText('Eemhoven')
    await expectAccessible(stranger.page, 'a checked file')
    expect(stranger.watched).toEqual({ foreign: [], errors: [] })
  })
  // The former link is refused.
  signatory.watched.errors = signatory.watched.errors.filter(text => !text.includes('status of 410'))
  for (const { watched } of [lead, signatory]) expect(watched).toEqual({ foreign: [], errors: [] })
})
