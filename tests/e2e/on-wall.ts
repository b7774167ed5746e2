import { type Browser, expect, type Locator, type Page } from '@playwright/test'
import { playExample } from '#server/example/play.ts'
import { live } from './hall.ts'

export type Box = { x: number; y: number; width: number; height: number }

export const wall = (page: Page) => page.getByRole('region', { name: 'Het mozaïek' })
export const tile = (page: Page, name: string) => page.locator(`[data-tile="${name}"].wall-tile`)
/** How near one looks, in hundredths; read once the wall rests. */
export const zoom = async (page: Page) => {
  await atRest(page)
  return Number.parseInt((await page.getByLabel('Vergroting').textContent()) ?? '', 10)
}
export const map = (page: Page) => page.locator('.wall-minimap')

export async function box(locator: Locator): Promise<Box> {
  const found = await locator.boundingBox()
  if (!found) throw new Error('it is not there')
  return found
}

/** Where all tiles, or all notes, are on the screen, by name. */
export const boxes = (page: Page, what: 'tile' | 'note'): Promise<(Box & { name: string })[]> =>
  page.evaluate(
    what =>
      [...document.querySelectorAll<HTMLElement>(`.wall-${what}`)].map(element => {
        const { x, y, width, height } = element.getBoundingClientRect()
        return { name: element.dataset[what] ?? '', x, y, width, height }
      }),
    what,
  )

export const within = (inner: Box, outer: Box, slack = 1) =>
  inner.x >= outer.x - slack &&
  inner.y >= outer.y - slack &&
  inner.x + inner.width <= outer.x + outer.width + slack &&
  inner.y + inner.height <= outer.y + outer.height + slack

export const overlap = (a: Box, b: Box) =>
  a.x + 0.5 < b.x + b.width &&
  b.x + 0.5 < a.x + a.width &&
  a.y + 0.5 < b.y + b.height &&
  b.y + 0.5 < a.y + a.height

/** Pairs that lie over each other; there must be none. */
export const overlapping = (all: (Box & { name: string })[]) =>
  all.flatMap((a, index) =>
    all.slice(index + 1).flatMap(b => (overlap(a, b) ? [`${a.name} over ${b.name}`] : [])),
  )

/** Until the wall lies still for ten frames. */
export const atRest = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<void>(resolve => {
        let [last, still] = ['', 0]
        const look = () => {
          const lies = JSON.stringify(document.querySelector('.wall-world')?.getBoundingClientRect())
          still = lies === last ? still + 1 : 0
          last = lies
          if (still >= 10) resolve()
          else requestAnimationFrame(look)
        }
        look()
      }),
  )

/** A point of the wall in sight where no note lies and nothing can be pressed. */
export const emptySpot = (page: Page) =>
  page.evaluate(() => {
    const frame = document.querySelector('.wall-frame')?.getBoundingClientRect() ?? new DOMRect()
    for (let x = frame.x + 100; x < frame.right - 300; x += 7)
      for (let y = frame.y + 60; y < frame.bottom - 200; y += 7) {
        const there = document.elementFromPoint(x, y)
        if (there?.closest('.wall-tile') && !there.closest('[data-note], button')) return { x, y }
      }
    throw new Error('notes are everywhere')
  })

/** The facilitator of a filled example, on its wall. */
export async function example(browser: Browser, url: string, size = { width: 1366, height: 800 }) {
  const played = await playExample({ url, until: 'collect' })
  const context = await browser.newContext({ viewport: size })
  const page = await context.newPage()
  await page.goto(played.facilitatorLink)
  await live(page)
  await page.goto(`/${played.session}/board?view=wall`)
  await expect(page.locator('[data-note]')).toHaveCount(71)
  await atRest(page)
  return { page, context, played }
}

export async function paste(page: Page, texts: readonly string[]): Promise<void> {
  await page.evaluate(text => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', text)
    const paste = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
    ;(document.activeElement ?? document.body).dispatchEvent(paste)
  }, texts.join('\n'))
  await page.getByRole('button', { name: `Leg ${texts.length} briefjes neer` }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
}
