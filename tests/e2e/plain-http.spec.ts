import { type Browser, chromium, expect } from '@playwright/test'
import { addProposal } from '#lib/documents/board.ts'
import type { CreateAnswer } from '#lib/protocol/requests.ts'
import { ask, makingOf, Person } from '#server/example/person.ts'
import { laptop, layNote, noteWith, person, phone, startKickoff, type Watched } from './people.ts'
import { type ServerWithPages, serverWithPages } from './server-with-pages.ts'
import { test } from './test.ts'

/** A name that the browser does not trust as it trusts localhost: as phones in a hall see a laptop's own server. */
const HALL = 'zaal.test'

let server: ServerWithPages
let browser: Browser
let here: string
test.beforeAll(async ({ launchOptions }) => {
  server = await serverWithPages({ known: false })
  here = server.url.replace('localhost', HALL)
  const rules = `--host-resolver-rules=MAP ${HALL} 127.0.0.1`
  browser = await chromium.launch({ ...launchOptions, args: [...(launchOptions.args ?? []), rules] })
})
test.afterAll(async () => {
  await browser.close()
  await server.remove()
})

/** Chromium remarks on a header that plain http can't keep. */
const faults = ({ errors }: Watched) =>
  errors.filter(error => !error.startsWith('The Cross-Origin-Opener-Policy'))

test('[H7] where no address was set, a hall comes in by the address that the facilitator came by, and writes', async () => {
  const lead = await person(browser, laptop, here)
  const { leadLink, joinLink } = await startKickoff(lead.page, 'Netwerk', [])
  for (const link of [leadLink, joinLink]) expect(link).toContain(`${here}/`)
  await lead.page.goto(leadLink)
  await expect(lead.page.getByLabel('Link om mee te doen', { exact: true })).toHaveValue(joinLink)
  await expect(lead.page.getByText('Andere apparaten kunnen deze link niet openen')).toHaveCount(0)

  const { page, watched } = await person(browser, phone, here)
  await page.goto(joinLink)
  expect(await page.evaluate(() => isSecureContext)).toBe(false)
  await page.getByLabel('Hoe heet je?').fill('Anna')
  await page.getByRole('button', { name: 'Doe mee' }).click()
  await expect(page.getByText('Live', { exact: true })).toBeVisible()
  await layNote(page, 'Opgave', 'van een telefoon in de zaal')
  await expect(noteWith(page, 'van een telefoon in de zaal')).toBeVisible()
  await page.reload()
  await expect(noteWith(page, 'van een telefoon in de zaal')).toBeVisible()
  // What only secure pages may do comes a moment after the page: keeping it for when there is no network.
  await page.waitForFunction(() => performance.now() > 3000)
  for (const each of [watched, lead.watched]) expect(faults(each)).toEqual([])
})

test('[H7] on localhost the invitation says that other devices can’t open it, and what to do', async () => {
  const lead = await person(browser, laptop, server.url)
  const { leadLink } = await startKickoff(lead.page, 'Netwerk', [])
  const warning = lead.page.getByText('Andere apparaten kunnen deze link niet openen')
  await expect(warning).toBeVisible()
  await lead.page.goto(leadLink)
  await expect(warning).toBeVisible()
})

/** A session whose statement is fixed; gives the facilitator's link and the one partner's, as paths. */
async function fixed(): Promise<{ lead: string; sign: string }> {
  const place = { url: server.url, origin: server.url }
  const body = {
    ...{ network: 'Netwerk', title: 'Kick-off', dates: ['2030-03-10'] },
    partners: [{ name: 'Gemeente', kind: '' }],
  }
  const created = await ask<CreateAnswer>(place, '/api/sessions', { body })
  const lead = new Person(place, created, null)
  await lead.command({ type: 'movePhase', to: 'decide' })
  const proposal = makingOf(lead)
  addProposal(await lead.look('board'), proposal, { text: 'De opgave', order: 1 })
  const voting = { method: 'dots' as const, per: 'person' as const, dots: 1, proposals: [proposal.id] }
  const open = async () => (await lead.command({ type: 'openBallot', ...voting })).id
  let ballot = ''
  await expect(async () => {
    ballot = (await open()) ?? ''
  }).toPass()
  lead.leave()
  for (const type of ['closeBallot', 'revealBallot'] as const) await lead.command({ type, ballot })
  await lead.command({ type: 'chooseDefinition', ballot, proposal: proposal.id })
  for (const type of ['freezeBoard', 'freezeStatement'] as const) await lead.command({ type })
  const [signatory] = (await lead.view()).signatories
  return { lead: created.facilitatorLink, sign: signatory?.link ?? '' }
}

test('[H7] on plain http who is to sign reads why that can’t be here, and the facilitator before the links go out', async () => {
  const links = await fixed()
  const signing = await person(browser, phone, here)
  await signing.page.goto(links.sign)
  await expect(signing.page.getByText('De opgave').first()).toBeVisible()
  await expect(signing.page.getByText('Op dit adres kun je lezen, maar nog niet ondertekenen')).toBeVisible()
  await expect(signing.page.getByRole('button', { name: /^Onderteken namens/ })).toHaveCount(0)
  expect(faults(signing.watched)).toEqual([])
  const lead = await person(browser, laptop, here)
  await lead.page.goto(links.lead)
  await expect(lead.page.getByText('Met deze links kan niemand ondertekenen')).toBeVisible()
  const own = await person(browser, laptop, server.url)
  await own.page.goto(links.lead)
  await expect(own.page.getByText('Andere apparaten kunnen deze links niet openen')).toBeVisible()
})
