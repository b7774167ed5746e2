/**
 * Takes pictures of a running server, with the example and a full board played on it: `npm run screenshots [-- --url …]` those of
 * the README, into docs/images; with `--to folder` all of them, into that. Needs Chromium.
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type BrowserContext, chromium, type Page } from '@playwright/test'
import { playExample, type Stage } from '#server/example/play.ts'
import { browserPath } from './debian-tools.ts'
import { fillBoard } from './full-board.ts'

const { values } = parseArgs({ options: { url: { type: 'string' }, to: { type: 'string' } } })
const url = values.url ?? process.env.PUBLIC_URL ?? `http://localhost:${process.env.PORT || 3000}`
const folder = values.to ?? 'docs/images'
const readme = ['mosaic', 'phone', 'list', 'coherence', 'statement']
const laptop = { width: 1366, height: 800 }
const projector = { width: 1920, height: 1080 }
const phone = { width: 390, height: 844 }
const FULL = 1500
mkdirSync(folder, { recursive: true })

const browser = await chromium.launch({
  executablePath: browserPath(),
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic'],
})

const devices = new Map<string, BrowserContext>()

/** A session to look at, and how many notes lie on its board. */
type Sitting = { session: string; lead: string; notes: number }
/** One look at a page of it; `act`: what is done there before the picture is taken. */
type Look = {
  path: string
  viewport: { width: number; height: number }
  act?: (page: Page) => Promise<unknown>
}

const press = (name: string) => (page: Page) => page.getByRole('button', { name, exact: true }).click()
const nearer = press('Ga dichter bij Waarde')
const large = async (page: Page) => {
  await press('Groot, voor de zaal')(page)
  // The pointer would read out the note that it is on.
  await page.mouse.move(2, 2)
}
const wall = 'board?view=wall'
/** The views of a board, each taken in light and in dark. */
const boardLooks: Record<string, Look> = {
  mosaic: { path: wall, viewport: laptop },
  tile: { path: wall, viewport: laptop, act: nearer },
  hall: { path: wall, viewport: projector, act: large },
  projector: { path: 'projector', viewport: projector },
  phone: { path: 'board?view=phone', viewport: phone },
  list: { path: 'board?view=list', viewport: laptop },
  'list-phone': { path: 'board?view=list', viewport: phone },
  lines: { path: 'board?view=lines', viewport: laptop },
  coherence: { path: 'board?view=overview', viewport: laptop, act: press('Samenhang') },
  'white-spots': { path: 'board?view=overview', viewport: laptop, act: press('Witte vlekken') },
}
/** What is taken of the example as it goes on, by the stage until which it is played. */
const laterLooks: Partial<Record<Stage, Record<string, Look>>> = {
  collect: {
    facilitate: { path: 'facilitate', viewport: laptop },
    note: {
      path: wall,
      viewport: laptop,
      act: async page => {
        await page.locator('[data-tile=waarde] [data-note]').first().dblclick()
        await page.getByRole('dialog').waitFor()
      },
    },
  },
  decide: {
    'facilitate-decide': { path: 'facilitate', viewport: laptop },
    decide: { path: 'board?view=proposals', viewport: laptop },
    'lines-drawn': { path: 'board?view=lines', viewport: laptop },
  },
  statement: {
    statement: { path: 'statement', viewport: laptop },
    'statement-phone': { path: 'statement', viewport: phone },
  },
  signed: { 'facilitate-signed': { path: 'facilitate', viewport: laptop } },
}

const wanted = (name: string) => values.to !== undefined || readme.includes(name)
const playTo = async (until: Stage): Promise<Sitting> => {
  const { session, facilitatorLink } = await playExample({ url, until })
  return { session, lead: facilitatorLink, notes: 71 }
}

const example = await playTo('collect')
await takeBoard('', example)
if (values.to !== undefined) {
  const { session, facilitatorLink } = await fillBoard(url, FULL)
  await takeBoard('full-', { session, lead: facilitatorLink, notes: FULL })
}
for (const [until, looks] of Object.entries(laterLooks) as [Stage, Record<string, Look>][]) {
  if (!Object.keys(looks).some(wanted)) continue
  const sitting = until === 'collect' ? example : await playTo(until)
  for (const [name, look] of Object.entries(looks)) if (wanted(name)) await take(name, sitting, look, false)
}
await browser.close()

async function takeBoard(prefix: string, sitting: Sitting): Promise<void> {
  for (const [name, look] of Object.entries(boardLooks))
    for (const [suffix, dark] of [
      ['', false],
      ['-dark', true],
    ] as const)
      if (wanted(`${prefix}${name}${suffix}`)) await take(`${prefix}${name}${suffix}`, sitting, look, dark)
}

/** Takes one picture as its facilitator sees it, on a device of theirs. */
async function take(name: string, sitting: Sitting, look: Look, dark: boolean): Promise<void> {
  const { viewport, path, act } = look
  const device = await deviceOf(sitting, dark, viewport === phone)
  const page = await device.newPage()
  page.on('pageerror', error => console.error(error.message))
  await page.setViewportSize(viewport)
  await page.goto(new URL(`/${sitting.session}/${path}`, url).href)
  await page.getByRole('heading').first().waitFor()
  if (path === wall)
    await page
      .locator('[data-note]')
      .nth(sitting.notes - 1)
      .waitFor({ state: 'attached' })
  await page.waitForLoadState('networkidle')
  await act?.(page)
  await page.evaluate(() => document.fonts.ready)
  await page.evaluate(stillness)
  await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' })
  console.log(join(folder, `${name}.png`))
  await page.close()
}

async function deviceOf(sitting: Sitting, dark: boolean, touch: boolean): Promise<BrowserContext> {
  const key = [sitting.session, dark, touch].join()
  const known = devices.get(key)
  if (known) return known
  const colorScheme = dark ? 'dark' : 'light'
  const device = await browser.newContext({ locale: 'nl-NL', colorScheme, hasTouch: touch, isMobile: touch })
  devices.set(key, device)
  const page = await device.newPage()
  await page.goto(new URL(sitting.lead, url).href)
  await page.getByText('Live', { exact: true }).waitFor()
  await page.close()
  return device
}

/** A wall that goes nearer is shown where it arrives: resolves once it lies still for ten frames. */
function stillness(): Promise<void> {
  return new Promise(arrived => {
    let [last, still] = ['', 0]
    const look = () => {
      const lies = JSON.stringify(document.querySelector('.wall-world')?.getBoundingClientRect() ?? null)
      still = lies === last ? still + 1 : 0
      last = lies
      if (still === 10) arrived()
      else requestAnimationFrame(look)
    }
    look()
  })
}
