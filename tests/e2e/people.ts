import { type Browser, type BrowserContext, expect, type Locator, type Page } from '@playwright/test'

export const phone = { width: 390, height: 844 }
export const laptop = { width: 1366, height: 800 }

/** Everything that a context asks of another host than the product's own, and every error on its pages. */
export type Watched = { foreign: string[]; errors: string[] }

/** A person with a browser of their own. `watched` fills while they work. */
export async function person(
  browser: Browser,
  viewport: { width: number; height: number },
  baseURL?: string,
): Promise<{ context: BrowserContext; page: Page; watched: Watched }> {
  const context = await browser.newContext({ viewport, acceptDownloads: true, ...(baseURL && { baseURL }) })
  const page = await context.newPage()
  const watched: Watched = { foreign: [], errors: [] }
  context.on('request', request => {
    const { hostname, protocol } = new URL(request.url())
    if (hostname !== 'localhost' && !['data:', 'blob:'].includes(protocol))
      watched.foreign.push(request.url())
  })
  page.on('pageerror', error => watched.errors.push(error.message))
  // A breach of the content policy shows as an error on the console.
  page.on('console', message => {
    // Whether one is known here already is asked before one is: the answer 401 is no fault.
    if (message.type() === 'error' && !message.text().includes('status of 401'))
      watched.errors.push(message.text())
  })
  return { context, page, watched }
}

export type Kickoff = { leadLink: string; joinLink: string }

/** Starts a kick-off by the form on the home page, as its facilitator would. */
export async function startKickoff(page: Page, network: string, partners: string[]): Promise<Kickoff> {
  await page.goto('/')
  await page.getByRole('link', { name: 'Begin een kick-off' }).click()
  await page.getByLabel('Naam van het netwerk').fill(network)
  await page.getByLabel('Titel van de bijeenkomst').fill('Kick-off wonen en zorg')
  for (const [index, partner] of partners.entries()) {
    const field = page.getByLabel(`Naam van partner ${index + 1}`, { exact: true })
    if (!(await field.isVisible())) await page.getByRole('button', { name: 'Nog een partner' }).click()
    await field.fill(partner)
  }
  await page.getByRole('button', { name: 'Maak de sessie' }).click()
  await expect(page.getByRole('heading', { name: 'Je sessie staat klaar' })).toBeVisible()
  const lead = page.getByRole('link', { name: 'Ga naar je sessie' })
  const leadLink = (await lead.getAttribute('href')) ?? ''
  const joinLink = await page.getByLabel('Link om mee te doen', { exact: true }).inputValue()
  return { leadLink, joinLink }
}

export async function join(page: Page, link: string, name: string, partner: string): Promise<void> {
  await page.goto(link)
  await page.getByLabel('Hoe heet je?').fill(name)
  const choice = page.getByRole('radio', { name: new RegExp(partner) })
  if (await choice.count()) await choice.check()
  else await page.getByLabel('Namens wie doe je mee?').selectOption({ label: partner })
  await page.getByRole('button', { name: 'Doe mee' }).click()
  await expect(page).toHaveURL(/\/board$/)
  await expect(page.getByText('Live', { exact: true })).toBeVisible()
}

const strip = (page: Page) => page.getByRole('navigation', { name: 'Bouwstenen' })

/** Goes to a bouwsteen where one is shown at a time. */
export const choose = (page: Page, bouwsteen: string) =>
  strip(page).getByRole('button', { name: bouwsteen }).click()

/** Goes to another page of the session: by the links in its header, or by the menu in which they are folded on a phone. */
export async function turnTo(page: Page, name: string): Promise<void> {
  const link = page.getByRole('link', { name, exact: true })
  const menu = page.getByRole('button', { name: /^Menu/ })
  await expect(link.or(menu).first()).toBeVisible()
  if (!(await link.isVisible())) await menu.click()
  await link.click()
}

/** Looks at the board otherwise: by the buttons beside each other, or by the one in which they are folded on a phone. */
export async function lookAt(page: Page, view: string): Promise<void> {
  const choice = page.getByRole('button', { name: view, exact: true })
  const folded = page.getByRole('button', { name: /^Je kijkt naar/ })
  await expect(choice.or(folded).first()).toBeVisible()
  if (!(await choice.isVisible())) await folded.click()
  await choice.click()
}

/** Lays a note as one does on a phone: choose the bouwsteen, type, put it down. */
export async function layNote(page: Page, bouwsteen: string, text: string): Promise<void> {
  const field = page.getByLabel(`Je briefje bij ${bouwsteen}`)
  const open = page.getByRole('button', { name: `Leg een briefje bij ${bouwsteen}` })
  await expect(strip(page).or(field).or(open).first()).toBeVisible()
  if (await strip(page).isVisible()) await choose(page, bouwsteen)
  // Neither is there where a page has not heard yet that notes may be laid.
  await expect(field.or(open).first()).toBeVisible()
  if (!(await field.isVisible())) await open.click()
  await field.fill(text)
  await page.getByRole('button', { name: 'Leg neer', exact: true }).click()
}

export const noteWith = (page: Page | Locator, text: string) =>
  page.getByRole('button', { name: `Briefje: ${text}` })

/** For who leads: unfolds what may be changed of somebody in the roster. */
export const unfold = (page: Page, name: string) =>
  page.getByRole('button', { name: `Wat mag ${name}?` }).click()

/** Opens a note: by two presses on the wall, where one press chooses it; elsewhere by one. */
export async function openNote(page: Page, note: Locator): Promise<void> {
  await expect(note).toBeVisible()
  if (await page.locator('[data-wall]').isVisible()) await note.dblclick()
  else await note.click()
  await expect(page.getByRole('dialog')).toBeVisible()
}
