import { expect, type Locator, type Page } from '@playwright/test'
import { hall, live } from './hall.ts'
import { atRest, box, boxes, example, overlapping, paste, tile, wall, within } from './on-wall.ts'
import { layNote, lookAt, noteWith } from './people.ts'
import { test } from './test.ts'

test('[W10] tiles grow with what comes, everything stays in sight, and nothing lies over anything', async ({
  browser,
  baseURL,
}) => {
  const { come } = await hall(browser, baseURL ?? '')
  const [{ page: anna }, { page: piet }] = [await come('Anna'), await come('Piet')]
  await layNote(anna, 'Deelname', 'Het eerste')
  await anna.keyboard.press('Escape')
  await expect(noteWith(piet, 'Het eerste')).toBeVisible()
  const world = (page: Page) =>
    page.locator('.wall-world').evaluate(({ clientHeight, clientWidth }) => clientHeight * clientWidth)
  const [before, share] = [await world(piet), (await box(tile(piet, 'deelname'))).width]
  const words = Array.from({ length: 60 }, (_, n) =>
    `Briefje ${n} ${'met veel woorden '.repeat(n % 9)}`.trim(),
  )
  await noteWith(anna, 'Het eerste').focus()
  await paste(anna, words)
  await expect(piet.locator('[data-note]')).toHaveCount(61)
  await atRest(piet)
  expect(await world(piet), 'the picture grew').toBeGreaterThan(before * 1.5)
  const tiles = await boxes(piet, 'tile')
  expect((await box(tile(piet, 'deelname'))).width, 'the tile has more of it').toBeGreaterThan(share)
  const frame = await box(wall(piet))
  for (const each of tiles) expect(within(each, frame), `${each.name} is in sight`).toBe(true)
  expect(overlapping(tiles)).toEqual([])
  const notes = await boxes(piet, 'note')
  expect(overlapping(notes)).toEqual([])
  for (const note of notes) expect(within(note, await box(tile(piet, 'deelname')))).toBe(true)
})

test('[W13] a few people see where the others point, a full hall does not until one asks', async ({
  browser,
  baseURL,
}) => {
  const { come, join } = await hall(browser, baseURL ?? '')
  const [{ page: anna }, { page: piet }] = [await come('Anna'), await come('Piet')]
  await layNote(anna, 'Opgave', 'Hier')
  const pointer = (name: string) => anna.locator('.wall-pointer', { hasText: name })
  const pointAt = async (page: Page, target: Locator) => {
    const { x, y, width, height } = await box(target)
    await page.mouse.move(x + 20, y + 20)
    await page.mouse.move(x + width / 2, y + height / 2, { steps: 3 })
  }
  await pointAt(piet, noteWith(piet, 'Hier'))
  await expect(pointer('Piet')).toBeVisible()
  const [tip, note] = [await box(pointer('Piet')), await box(noteWith(anna, 'Hier'))]
  expect(within({ x: tip.x, y: tip.y, width: 0, height: 0 }, note, 8), 'on the same note here').toBe(true)

  const seats = await Promise.all(Array.from({ length: 12 }, (_, n) => join(`Gast ${n}`)))
  await expect(anna.getByText('14 mensen hier')).toBeVisible()
  await expect(anna.locator('.wall-pointer')).toHaveCount(0)
  const asks = anna.getByRole('button', { name: 'Laat zien waar anderen wijzen' })
  await expect(asks).toHaveAttribute('aria-pressed', 'false')
  await pointAt(piet, noteWith(piet, 'Hier'))
  await asks.click()
  await expect(pointer('Piet')).toBeVisible()
  for (const seat of seats) seat.leave()
})

test('[W14] two people pull at one note: it stays in each one’s own hand, shows who else has it, and lands once', async ({
  browser,
  baseURL,
}) => {
  const { come } = await hall(browser, baseURL ?? '')
  const [{ page: anna }, { page: piet }] = [await come('Anna'), await come('Piet')]
  await layNote(anna, 'Opgave', 'Van ons allebei')
  await anna.keyboard.press('Escape')
  const noteOf = (page: Page) => noteWith(page, 'Van ons allebei')
  const middle = async (locator: Locator) => {
    const { x, y, width, height } = await box(locator)
    return { x: x + width / 2, y: y + height / 2 }
  }
  const hand = async (page: Page) => {
    const { x, y } = await middle(noteOf(page))
    await page.mouse.move(x, y)
    await page.mouse.down()
    return { x, y }
  }
  const from = await hand(anna)
  await anna.mouse.move(from.x + 60, from.y + 40, { steps: 4 })
  await expect(noteOf(piet), 'who moves it is named on it').toHaveAttribute('data-by', /Anna/)
  await expect(noteOf(piet)).toHaveAttribute('data-carried', 'other')
  await expect(noteOf(piet)).toHaveAccessibleName(/Anna verplaatst dit/)

  // Piet takes it too, out of Anna's hand as he sees it, and holds still while Anna goes on and lays it down elsewhere.
  await hand(piet)
  const over = await middle(tile(piet, 'binding'))
  await piet.mouse.move(over.x, over.y, { steps: 5 })
  await expect(noteOf(piet)).toHaveAttribute('data-carried', 'me')
  await expect(noteOf(anna)).toHaveAttribute('data-by', /Piet/)
  const jumps = piet.evaluate(
    () =>
      new Promise<{ far: number; frames: number }>(resolve => {
        const text = 'Van ons allebei'
        const find = () =>
          [...document.querySelectorAll('.wall-note')].find(each => each.textContent?.includes(text))
        let last = find()?.getBoundingClientRect()
        let [far, frames] = [0, 0]
        const look = () => {
          const now = find()?.getBoundingClientRect()
          if (now && last) far = Math.max(far, Math.hypot(now.x - last.x, now.y - last.y))
          frames++
          last = now ?? last
          if ((window as unknown as { seen?: boolean }).seen) resolve({ far, frames })
          else requestAnimationFrame(look)
        }
        look()
      }),
  )
  const there = await middle(tile(anna, 'waarde'))
  await anna.mouse.move(there.x, there.y, { steps: 8 })
  await anna.mouse.up()
  await expect(tile(anna, 'waarde').locator('[data-note]')).toHaveCount(1)
  await expect(tile(piet, 'waarde').locator('[data-note]'), 'it lies there for Piet too').toHaveCount(1)
  await expect(noteOf(piet), 'and yet stays in his hand').toHaveAttribute('data-carried', 'me')
  await piet.evaluate(() => Object.assign(window, { seen: true }))
  const { far, frames } = await jumps
  expect(frames).toBeGreaterThan(2)
  expect(far, 'in px from one frame to the next').toBeLessThan(3)

  await piet.mouse.up()
  for (const page of [anna, piet]) {
    await expect(tile(page, 'binding').locator('[data-note]'), 'who lays it down last is right').toHaveCount(
      1,
    )
    await expect(noteOf(page)).not.toHaveAttribute('data-by', /./)
    await expect(noteOf(page)).not.toHaveAttribute('data-carried', /./)
  }
})

test('[W20] what one is reading stays where it is while others write and lay notes before it', async ({
  browser,
  baseURL,
}) => {
  const { page, played } = await example(browser, baseURL ?? '')
  const other = await browser.newContext().then(context => context.newPage())
  await other.goto(played.joinLink)
  await other.getByLabel('Hoe heet je?').fill('Schrijver')
  await other.getByLabel('Namens wie doe je mee?').selectOption({ index: 1 })
  await other.getByRole('button', { name: 'Doe mee' }).click()
  await live(other)

  const reading = noteWith(page, 'Voorzitter van buiten')
  await page.getByRole('button', { name: 'Ga dichter bij Organisatie' }).click()
  await reading.focus()
  await atRest(page)
  const before = await box(reading)
  await lookAt(other, 'Lijst')
  await noteWith(other, 'Van 14 maanden').first().focus()
  await paste(
    other,
    Array.from({ length: 12 }, (_, n) => `Nieuw bij Waarde ${n}, dat de rij hoger maakt`),
  )
  await expect(page.locator('[data-note]')).toHaveCount(83)
  await atRest(page)
  const after = await box(reading)
  expect(Math.hypot(after.x - before.x, after.y - before.y), 'in px').toBeLessThan(3)
  await expect(reading).toBeFocused()
})
