import { type Browser, expect, type Page } from '@playwright/test'
import { choose, laptop, layNote, noteWith, person, phone } from './people.ts'
import { type ServerWithPages, serverWithPages } from './server-with-pages.ts'
import { test } from './test.ts'

test.use({ serviceWorkers: 'allow' })

let server: ServerWithPages
test.beforeAll(async () => {
  server = await serverWithPages()
})
test.afterAll(() => server.remove())

/** Two people on a board of their own: one on a laptop, one on a phone at `opgave`. */
async function twoPeople(browser: Browser): Promise<[Page, Page]> {
  const origin = server.url
  const made = await browser.newContext().then(context =>
    context.request.post(`${origin}/api/sessions`, {
      data: { network: 'Netwerk', title: 'Kick-off', dates: ['2030-03-10'], partners: [] },
    }),
  )
  const { code, session } = await made.json()
  const come = async (name: string, viewport: typeof phone) => {
    const { page, context } = await person(browser, viewport)
    await context.request.post(`${origin}/api/join`, { data: { code, name, partner: null } })
    await page.goto(`${origin}/${session}/board`)
    await expect(page.getByText('Live', { exact: true })).toBeVisible()
    return page
  }
  return [await come('Anna', laptop), await come('Piet', phone)]
}

test('kill -9 of the server loses nothing that was seen, and nothing that was typed', async ({ browser }) => {
  const [anna, piet] = await twoPeople(browser)
  await layNote(anna, 'Opgave', 'gezien voor de klap')
  await expect(noteWith(piet, 'gezien voor de klap')).toBeVisible()

  await server.kill()
  for (const page of [anna, piet]) await expect(page.getByText(/Verbinding weg/)).toBeVisible()
  await layNote(anna, 'Opgave', 'getypt zonder server')
  await layNote(piet, 'Waarde', 'ook getypt zonder server')
  await expect(anna.getByText(/1 briefje nog niet verstuurd/)).toBeVisible()
  await piet.getByLabel('Je briefje bij Waarde').fill('nog niet neergelegd')
  await server.start()

  for (const page of [anna, piet]) await expect(page.getByText('Live', { exact: true })).toBeVisible()
  await expect(noteWith(anna, 'ook getypt zonder server')).toBeVisible()
  await expect(piet.getByLabel('Je briefje bij Waarde')).toHaveValue('nog niet neergelegd')
  await choose(piet, 'Opgave')
  await expect(noteWith(piet, 'getypt zonder server')).toBeVisible()
  await expect(noteWith(piet, 'gezien voor de klap')).toBeVisible()
  // A newcomer has nothing of their own to make good what the server may have lost.
  await anna.reload()
  for (const text of ['gezien voor de klap', 'getypt zonder server', 'ook getypt zonder server'])
    await expect(noteWith(anna, text).first()).toBeVisible()
})

test('what was typed while the line was gone survives closing the page, and goes along later', async ({
  browser,
}) => {
  const [anna, piet] = await twoPeople(browser)
  await server.kill()
  await expect(anna.getByText(/Verbinding weg/)).toBeVisible()
  await layNote(anna, 'Opgave', 'getypt en toen weggegaan')
  const address = anna.url()
  await anna.goto('about:blank')
  await server.start()
  await anna.goto(address)
  await expect(noteWith(anna, 'getypt en toen weggegaan')).toBeVisible()
  await expect(noteWith(piet, 'getypt en toen weggegaan')).toBeVisible()
})

test('another person’s note is on the screen fast; the trace is printed', async ({ browser }) => {
  const [anna, piet] = await twoPeople(browser)
  // The screen of Piet tells when a note stands on it, by the clock that both pages share.
  await piet.evaluate(() => {
    const seen: Record<string, number> = {}
    Object.assign(window, { seen })
    new MutationObserver(() => {
      for (const note of document.querySelectorAll('[data-note]')) {
        const text = /spoor \d+/.exec(note.textContent ?? '')?.[0]
        if (text) seen[text] ??= Date.now()
      }
    }).observe(document.body, { childList: true, subtree: true, characterData: true })
  })
  await anna.evaluate(() => {
    const sent: Record<string, number> = {}
    Object.assign(window, { sent })
    addEventListener(
      'submit',
      event => {
        const field = (event.target as HTMLElement).querySelector('textarea')
        if (field) sent[field.value] = Date.now()
      },
      true,
    )
  })
  const rounds = 15
  await anna.getByRole('button', { name: 'Leg een briefje bij Opgave' }).click()
  for (let round = 0; round < rounds; round++) {
    await anna.getByLabel('Je briefje bij Opgave').fill(`spoor ${round}`)
    await anna.getByRole('button', { name: 'Leg neer', exact: true }).click()
    await expect(noteWith(piet, `spoor ${round}`).first()).toBeVisible()
  }
  const sent = await anna.evaluate(() => (window as unknown as { sent: Record<string, number> }).sent)
  const seen = await piet.evaluate(() => (window as unknown as { seen: Record<string, number> }).seen)
  const took = Object.entries(sent).map(([text, at]) => (seen[text] ?? Number.NaN) - at)
  const sorted = took.toSorted((a, b) => a - b)
  console.log(
    `note to note, browser to browser over localhost: median ${sorted[Math.floor(rounds / 2)]} ms, slowest ${sorted.at(-1)} ms`,
  )
  expect(took.every(Number.isFinite)).toBe(true)
})
