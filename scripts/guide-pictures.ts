/**
 * Takes the pictures of the facilitator's guide into docs/images/handleiding, by going the guide's own way through a rehearsal on a
 * running server: `npm run screenshots:guide [-- --url …]`. Stops at the first thing that isn't as the guide says. Needs Chromium.
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Browser, chromium, type Locator, type Page } from '@playwright/test'
import { playExample } from '#server/example/play.ts'
import { browserPath } from './debian-tools.ts'

const { values } = parseArgs({ options: { url: { type: 'string' } } })
const url = values.url ?? process.env.PUBLIC_URL ?? `http://localhost:${process.env.PORT || 3000}`
const folder = 'docs/images/handleiding'
const laptop = { width: 1366, height: 800 }
const hall = { width: 1280, height: 720 }
/** Height of a part of a page, in pixels. */
const PART_MAX = 640
const phone = { width: 360, height: 780 }
const partners = [
  'Gemeente Oost',
  'Woonstede',
  'Zorg Nabij',
  'Welzijn Samen',
  'Bewonersraad',
  'Huisartsen Oost',
]
mkdirSync(folder, { recursive: true })

const browser = await chromium.launch({
  executablePath: browserPath(),
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic'],
})
try {
  await rehearse(await deviceOf(browser, laptop))
  await signing(await deviceOf(browser, laptop))
} finally {
  await browser.close()
}

/** The guide's own way, from the home page to the draft of the statement. */
async function rehearse(lead: Page): Promise<void> {
  const joinLink = await prepare(lead)
  const anna = await deviceOf(browser, phone)
  await comeIn(anna, joinLink)
  const session = new URL(lead.url()).pathname.split('/')[1] ?? ''
  const screen = await lead.context().newPage()
  await screen.setViewportSize(hall)
  await screen.goto(`/${session}/projector`)
  await dayOne(lead, anna, screen)
  await between(lead)
  await dayTwo(lead, anna)
}

async function prepare(lead: Page): Promise<string> {
  await lead.goto('/')
  await lead.getByRole('link', { name: 'Begin een kick-off' }).click()
  await lead.getByLabel('Naam van het netwerk').fill('Netwerk Thuis in Oost')
  await lead.getByLabel('Titel van de bijeenkomst').fill('Kick-off wonen en zorg')
  for (const [index, partner] of partners.entries()) {
    const field = lead.getByLabel(`Naam van partner ${index + 1}`, { exact: true })
    if (!(await field.isVisible())) await press(lead, 'Nog een partner')
    await field.fill(partner)
  }
  await press(lead, 'Maak de sessie')
  const joinLink = await lead.getByLabel('Link om mee te doen', { exact: true }).inputValue()
  await lead.getByRole('img', { name: /QR-code/ }).waitFor()
  await take(lead, 'sessie-klaar')
  await lead.getByRole('link', { name: 'Ga naar je sessie' }).click()
  await press(lead, 'Oefen met verzonnen deelnemers')
  await take(regionOf(lead, 'Je oefent'), 'oefenen')
  return joinLink
}

async function comeIn(page: Page, link: string): Promise<void> {
  await page.goto(link)
  await page.getByLabel('Hoe heet je?').fill('Anna de Vries')
  await page.getByText('Woonstede').first().click()
  await press(page, 'Doe mee')
  await page.getByText('Live', { exact: true }).waitFor()
}

async function dayOne(lead: Page, anna: Page, screen: Page): Promise<void> {
  await lead.getByRole('button', { name: /^Begin met/ }).click()
  await press(lead, 'Start de klok')
  await take(lead, 'begeleiden')
  await take(screen, 'projector')
  await press(lead, 'Open “Voelt dit nog goed?”')
  await anna.getByRole('button', { name: 'Vul in' }).click()
  await take(anna, 'check-telefoon')
  await anna.getByLabel('Ik zit er vol in').check()
  await press(anna, 'Verstuur')
  await press(anna, 'Sluit dit venster')
  await lead.getByRole('button', { name: 'Sluit en laat het beeld zien' }).waitFor()
  await regionOf(lead, 'Je oefent').getByRole('button').first().click()
  await lead.getByText(/^13 van 13 deelnemers/).waitFor()
  await press(lead, 'Sluit en laat het beeld zien')
  await take(regionOf(lead, 'Checks'), 'check')
  await goTo(lead, 'Ieder voor zich verzamelen')
  await press(lead, 'Laat iedereen beginnen')
  await press(lead, 'Laat ze op hun bureau schrijven')
  await take(regionOf(lead, 'Stil voor jezelf'), 'stille-ronde')
  await anna
    .getByLabel(/^Je briefje bij/)
    .first()
    .waitFor()
  await take(anna, 'bureau')
  await press(lead, 'Leg alles neer')
  await lead.getByRole('dialog').getByRole('button', { name: 'Leg alles neer' }).click()
  await lead.getByRole('dialog').waitFor({ state: 'hidden' })
  await goTo(lead, 'Wisselende tafels')
  await press(lead, 'Zet iedereen aan tafel')
  await press(lead, 'Begin ronde 2')
  await press(lead, 'Laat ze briefjes schrijven')
  await take(regionOf(lead, 'Tafels'), 'tafels')
  await take(screen, 'projector-tafels')
  await press(anna, 'Begrepen')
  await take(anna, 'telefoon')
  await goTo(lead, 'Afsluiten van dag 1')
  await take(regionOf(lead, 'De oogst van dag 1'), 'oogst')
}

async function between(lead: Page): Promise<void> {
  await goTo(lead, 'Trekkers zoeken de lijnen')
  await take(regionOf(lead, 'Wie doen er mee?'), 'mensen')
}

async function dayTwo(lead: Page, anna: Page): Promise<void> {
  await goTo(lead, 'Kiezen')
  await press(lead, 'Laat ze voorstellen doen')
  await press(lead, 'Open de stemming')
  await press(lead, 'Laat ze stemmen')
  await take(anna, 'stem-telefoon')
  await press(lead, 'Sluit de stemming')
  await press(lead, 'Onthul de uitslag')
  await take(lead, 'uitslag')
  await lead
    .getByRole('button', { name: /^Kies als opgave/ })
    .first()
    .click()
  await goTo(lead, 'Wie staat er achter ons?')
  await press(lead, 'Bevries het bord')
  await lead.getByRole('dialog').waitFor()
  await take(lead, 'bevriezen')
  await lead.getByRole('dialog').getByRole('button', { name: 'Bevries het bord' }).click()
  await lead.getByRole('dialog').waitFor({ state: 'hidden' })
  await lead.getByRole('button', { name: 'Volgende: De verklaring schrijven' }).click()
  await lead.getByRole('heading', { level: 3, name: 'De verklaring schrijven' }).waitFor()
  await lead.setViewportSize(phone)
  await take(lead, 'begeleiden-telefoon')
  await lead.setViewportSize(laptop)
  await lead.getByRole('link', { name: 'Naar de verklaring', exact: true }).click()
  await lead.getByRole('textbox', { name: 'Tekst van de verklaring' }).waitFor()
  await take(lead, 'verklaring')
}

/** Signing is for real people only: that of the example. */
async function signing(lead: Page): Promise<void> {
  const { facilitatorLink } = await playExample({ url, until: 'signed' })
  await lead.goto(new URL(facilitatorLink, url).href)
  await take(regionOf(lead, 'Handtekeningen'), 'handtekeningen')
  const meeting = regionOf(lead, 'De volgende bijeenkomst').first()
  await meeting.getByLabel('Datum').fill('2032-01-14')
  await meeting.getByLabel('Tijd').fill('14:00')
  await meeting.getByLabel('Plaats').fill('Stadhuis Eemhoven')
  await press(lead, 'Spreek deze datum af')
  await meeting.getByText('woensdag 14 januari 2032').waitFor()
  // Not the fields: a browser writes those as its own language has it, which need not be the guide's.
  await take(meeting.locator('[data-meeting]'), 'volgende-bijeenkomst')
}

async function deviceOf(browser: Browser, viewport: { width: number; height: number }): Promise<Page> {
  const touch = viewport === phone
  const context = await browser.newContext({
    ...{ baseURL: url, locale: 'nl-NL', colorScheme: 'light', viewport, hasTouch: touch, isMobile: touch },
  })
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)
  page.on('pageerror', error => console.error(error.message))
  return page
}

async function goTo(lead: Page, title: string): Promise<void> {
  const list = lead.getByText(/^Alle stappen/)
  const step = lead.getByRole('button', { name: new RegExp(`Ga hierheen.*${title.replace('?', '\\?')}`) })
  if (!(await step.isVisible())) await list.click()
  await step.click()
  await lead.getByRole('heading', { level: 3, name: title }).waitFor()
  await list.click()
}

async function press(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).first().click()
}

function regionOf(page: Page, name: string): Locator {
  return page.getByRole('region', { name })
}

/** A part of a page no further than a reader needs to know it again; on a page high enough that nothing sticks above it. */
async function take(what: Page | Locator, name: string): Promise<void> {
  const page = 'page' in what ? what.page() : what
  await page.evaluate(() => document.fonts.ready)
  await page.waitForLoadState('networkidle')
  const path = join(folder, `${name}.png`)
  if ('page' in what) {
    const usual = page.viewportSize() ?? laptop
    await page.setViewportSize({ ...usual, height: 6000 })
    const box = (await what.boundingBox()) ?? { x: 0, y: 0, ...usual }
    const clip = { ...box, height: Math.min(box.height, PART_MAX) }
    await page.screenshot({ path, clip, animations: 'disabled' })
    await page.setViewportSize(usual)
  } else await page.screenshot({ path, animations: 'disabled' })
  console.log(path)
}
