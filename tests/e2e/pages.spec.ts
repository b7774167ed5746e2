import { type Browser, expect, type Page } from '@playwright/test'
import { type Played, playExample, type Stage } from '#server/example/play.ts'
import { expectAccessible } from './accessible.ts'
import { expectFits } from './fits.ts'
import { laptop, lookAt, openNote, phone } from './people.ts'
import { test } from './test.ts'

const small = { width: 360, height: 740 }
const played = new Map<Stage, Played>()

test.beforeAll(async ({ baseURL }) => {
  for (const until of ['collect', 'decide', 'statement', 'signed'] as const)
    played.set(until, await playExample({ url: baseURL ?? '', until }))
})

const at = (stage: Stage): Played => {
  const session = played.get(stage)
  if (!session) throw new Error(`no session at ${stage}`)
  return session
}

/** The facilitator of the session at a stage, on a page of it. */
async function leads(page: Page, stage: Stage, name: 'board' | 'statement' | 'facilitate'): Promise<void> {
  await page.goto(at(stage).facilitatorLink)
  await expect(page.getByText('Live', { exact: true })).toBeVisible()
  if (name !== 'facilitate') await page.goto(`/${at(stage).session}/${name}`)
  await expect(page.getByText('Live', { exact: true })).toBeVisible()
}

/** Every page and state of the chain: how one comes there, as the facilitator where it takes one. */
const places: Record<string, (page: Page) => Promise<unknown>> = {
  home: page => page.goto('/'),
  'new session': page => page.goto('/#kick-off'),
  join: page => page.goto(at('collect').joinLink),
  'wrong code': page => page.goto('/join?code=ZZZZZZZZZ'),
  board: page => leads(page, 'collect', 'board'),
  note: async page => {
    await leads(page, 'collect', 'board')
    await openNote(page, page.locator('[data-note]').first())
  },
  lines: async page => {
    await leads(page, 'collect', 'board')
    await lookAt(page, 'Lijnen')
  },
  'choosing the opgave': page => leads(page, 'decide', 'board'),
  'frozen board': async page => {
    await leads(page, 'statement', 'board')
    await expect(page.getByText(/Het bord ligt vast/).first()).toBeVisible()
  },
  'facilitate, collect': page => leads(page, 'collect', 'facilitate'),
  'facilitate, decide': page => leads(page, 'decide', 'facilitate'),
  'facilitate, statement': page => leads(page, 'statement', 'facilitate'),
  'facilitate, signed': page => leads(page, 'signed', 'facilitate'),
  'writing the statement': async page => {
    await leads(page, 'statement', 'statement')
    await expect(page.getByRole('textbox', { name: 'Tekst van de verklaring' })).toBeVisible()
  },
  'fixed statement': async page => {
    await leads(page, 'signed', 'statement')
    await expect(page.getByText(/Controlegetal/)).toBeVisible()
  },
  signed: async page => {
    await page.goto(at('signed').signLinks[0] ?? '')
    await expect(page.getByText('Ondertekend', { exact: true })).toBeVisible()
  },
  verify: page => page.goto('/verify'),
  'bringing back': page => page.goto('/bring-back'),
  'not found': page => page.goto('/er-is-hier-niets'),
}

async function look(browser: Browser, dark: boolean, viewport: typeof phone): Promise<void> {
  const context = await browser.newContext({ viewport, colorScheme: dark ? 'dark' : 'light' })
  for (const [name, go] of Object.entries(places)) {
    const page = await context.newPage()
    await go(page)
    await expect(page.locator('h1').first()).toBeVisible()
    await expectAccessible(page, name)
    await expectFits(page, name)
    await page.close()
  }
  await context.close()
}

test('every page is accessible on a laptop, in light', async ({ browser }) => look(browser, false, laptop))
test('every page is accessible on a laptop, in dark', async ({ browser }) => look(browser, true, laptop))
test('every page is accessible on a phone, in light', async ({ browser }) => look(browser, false, phone))
test('every page is accessible on the smallest phone, in dark', async ({ browser }) =>
  look(browser, true, small))

test('the language one chose is remembered, and nothing stays Dutch', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('button', { name: 'English' }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await page.reload()
  await expect(page.getByRole('button', { name: 'Nederlands' })).toBeVisible()
  await page.goto(at('collect').facilitatorLink)
  await expect(page.getByRole('heading', { name: 'Next step' })).toBeVisible()
  await page.goto(`/${at('collect').session}/board`)
  await expect(page.getByRole('button', { name: 'Mosaic' })).toBeVisible()
  await expectAccessible(page, 'board in English')
})

test('[U97] the way to the statement is shown on the board, and not on the page of the statement itself', async ({
  page,
}) => {
  const way = page.getByRole('link', { name: 'Naar de verklaring' })
  await leads(page, 'statement', 'board')
  await expect(way.first()).toBeVisible()
  await leads(page, 'statement', 'statement')
  await expect(page.getByRole('textbox', { name: 'Tekst van de verklaring' })).toBeVisible()
  await expect(way).toHaveCount(0)
})

test('only our own scripts run, and nobody may frame us', async ({ page }) => {
  const response = await page.goto('/')
  const policy = response?.headers()['content-security-policy'] ?? ''
  const scripts = policy.split(';').find(each => each.trim().startsWith('script-src')) ?? ''
  expect(scripts).toContain("'nonce-")
  expect(scripts).not.toContain('unsafe')
  expect(policy).toContain("default-src 'self'")
  expect(policy).toContain("frame-ancestors 'none'")
  // What comes in as text may become markup, but never runs.
  const ran = await page.evaluate(() => {
    document.body.insertAdjacentHTML('beforeend', '<img src="data:," onerror="window.ran = true">')
    // What the markup asks for would have run by the time that others hear of the same happening.
    return new Promise(resolve =>
      document.body.lastElementChild?.addEventListener('error', () => resolve('ran' in window)),
    )
  })
  expect(ran).toBe(false)
})
