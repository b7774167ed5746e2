import { expect, type Locator } from '@playwright/test'
import { expectAccessible } from './accessible.ts'
import {
  atRest,
  box,
  boxes,
  emptySpot,
  example,
  map,
  overlap,
  overlapping,
  tile,
  wall,
  within,
  zoom,
} from './on-wall.ts'
import { lookAt, noteWith } from './people.ts'
import { test } from './test.ts'

test('[W9] the mosaic is one picture at first sight: Opgave at the heart and first, six about it, nothing over anything', async ({
  browser,
  baseURL,
}) => {
  const { page } = await example(browser, baseURL ?? '')
  const frame = await box(wall(page))
  const tiles = await boxes(page, 'tile')
  expect(tiles.map(({ name }) => name)).toHaveLength(7)
  for (const each of tiles) expect(within(each, frame), `${each.name} is in sight`).toBe(true)
  expect(overlapping(tiles)).toEqual([])
  expect(overlapping(await boxes(page, 'note'))).toEqual([])
  const heart = await box(tile(page, 'opgave'))
  for (const each of tiles.filter(({ name }) => name !== 'opgave'))
    expect(
      overlap({ x: heart.x - 4, y: heart.y - 4, width: heart.width + 8, height: heart.height + 8 }, each),
      `${each.name} touches the heart`,
    ).toBe(true)
  const [middleX, middleY] = [frame.x + frame.width / 2, frame.y + frame.height / 2]
  expect(within({ x: middleX, y: middleY, width: 0, height: 0 }, heart), 'the heart is in the middle').toBe(
    true,
  )
  // In the order in which they are read out.
  await expect(wall(page).getByRole('heading', { level: 2 })).toHaveText([
    'Opgave',
    'Waarde',
    'Samen doen',
    'Verankering',
    'Deelname',
    'Binding',
    'Organisatie',
  ])
  await expect(
    wall(page)
      .getByRole('region', { name: 'Opgave' })
      .getByRole('button', { name: /^Briefje: / }),
  ).toHaveCount(11)
  await expectAccessible(page, 'the wall')
})

test('[W11] the wheel pans, with Ctrl it zooms about the pointer; the map shows where one is, and 0 shows all', async ({
  browser,
  baseURL,
}) => {
  const { page } = await example(browser, baseURL ?? '')
  const fit = await zoom(page)
  await expect(map(page), 'nothing is out of sight').toBeHidden()
  const note = noteWith(page, 'Buren horen niks')
  const { x, y, width, height } = await box(note)
  const at = { x: x + width / 2, y: y + height / 2 }
  await page.mouse.move(at.x, at.y)
  await page.keyboard.down('Control')
  for (let turn = 0; turn < 3; turn++) await page.mouse.wheel(0, -120)
  await page.keyboard.up('Control')
  expect(await zoom(page)).toBeGreaterThan(fit * 1.5)
  const near = await box(note)
  expect(Math.hypot(near.x + near.width / 2 - at.x, near.y + near.height / 2 - at.y)).toBeLessThan(4)
  await expect(map(page)).toBeVisible()

  await page.mouse.wheel(0, 90)
  await atRest(page)
  expect((await box(note)).y).toBeCloseTo(near.y - 90, -1)
  await page.mouse.wheel(60, 0)
  await atRest(page)
  expect((await box(note)).x).toBeCloseTo(near.x - 60, -1)
  const before = await box(note)
  const empty = await emptySpot(page)
  await page.mouse.move(empty.x, empty.y)
  await page.mouse.down()
  await page.mouse.move(empty.x + 80, empty.y + 40, { steps: 4 })
  await page.mouse.up()
  await atRest(page)
  const panned = await box(note)
  expect([panned.x - before.x, panned.y - before.y].map(Math.round)).toEqual([80, 40])

  const corner = await box(map(page))
  await page.mouse.click(corner.x + corner.width * 0.9, corner.y + corner.height * 0.9)
  await expect(noteWith(page, 'Geen verrassingen')).toBeInViewport()
  await wall(page).focus()
  await page.keyboard.press('0')
  await expect(map(page)).toBeHidden()
  expect(await zoom(page)).toBe(fit)
  await page.keyboard.press('+')
  expect(await zoom(page)).toBeGreaterThan(fit)
  await page.getByRole('button', { name: 'Laat alles zien' }).click()
  await expect(map(page)).toBeHidden()
  // What is pressed while the wall glides is brought into sight first, which ends the gliding.
  await atRest(page)

  // Once to all of a tile, and from there to where its notes are read with ease; Escape goes back.
  await page.getByRole('button', { name: 'Ga dichter bij Binding' }).click()
  await atRest(page)
  expect(within(await box(tile(page, 'binding')), await box(wall(page)))).toBe(true)
  await page.keyboard.press('Escape')
  expect(await zoom(page)).toBe(fit)
})

test('[W12] two fingers zoom about their middle, and one finger pans', async ({ browser, baseURL }) => {
  const { page } = await example(browser, baseURL ?? '', { width: 1024, height: 768 })
  const touch = await page.context().newCDPSession(page)
  const fingers = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...points: [number, number][]) =>
    touch.send('Input.dispatchTouchEvent', { type, touchPoints: points.map(([x, y], id) => ({ x, y, id })) })
  const fit = await zoom(page)
  const note = noteWith(page, 'Buren horen niks')
  const before = await box(note)
  const [x, y] = [before.x + before.width / 2, before.y + before.height / 2]
  await fingers('touchStart', [x - 40, y])
  await fingers('touchStart', [x - 40, y], [x + 40, y])
  for (let step = 1; step <= 6; step++)
    await fingers('touchMove', [x - 40 - 8 * step, y], [x + 40 + 8 * step, y])
  await fingers('touchEnd')
  const near = await zoom(page)
  expect(near / fit, 'as much as the fingers went apart').toBeGreaterThan(1.9)
  expect(near / fit).toBeLessThan(2.5)
  const after = await box(note)
  expect(Math.hypot(after.x + after.width / 2 - x, after.y + after.height / 2 - y)).toBeLessThan(6)
  expect(await page.evaluate(() => visualViewport?.scale), 'the page itself is not zoomed').toBe(1)

  await fingers('touchStart', [x, y])
  for (let step = 1; step <= 5; step++) await fingers('touchMove', [x - 10 * step, y + 6 * step])
  await fingers('touchEnd')
  await atRest(page)
  const panned = await box(note)
  expect(panned.x - after.x).toBeCloseTo(-50, -1)
  expect(panned.y - after.y).toBeCloseTo(30, -1)
})

test('[W15] a link brings the wall to its tile, its note, or the notes of its line', async ({
  browser,
  baseURL,
}) => {
  const { page, played } = await example(browser, baseURL ?? '', { width: 1000, height: 560 })
  const at = (place: string) => page.goto(`/${played.session}/board?view=wall&${place}`)
  const seen = async (locator: Locator) => {
    await expect(locator).toBeInViewport({ ratio: 0.99 })
    await expect(locator.locator('.wall-text'), 'it can be read').toBeVisible()
  }
  const note = noteWith(page, 'Governance uitwerken')
  const [id, far] = [await note.getAttribute('data-note'), await zoom(page)]
  await at(`note=${id}`)
  await seen(note)
  await expect(note).toBeFocused()
  expect(await zoom(page)).toBeGreaterThan(far)
  expect((await box(note)).width, 'as large as it is read with ease').toBeGreaterThan(180)

  await at('tile=binding')
  await expect(tile(page, 'binding')).toBeInViewport()
  expect(await zoom(page)).toBeGreaterThan(far)
  await expect(tile(page, 'binding')).toBeFocused()

  await lookAt(page, 'Lijst')
  for (const text of ['Bel eerst, mail later', 'Governance uitwerken'])
    await page.getByLabel(new RegExp(`^Vink aan: ${text}`)).check()
  await page.getByRole('button', { name: 'Leg in lijn' }).click()
  await page.getByLabel('Zoek een lijn').fill('Afspraken')
  await page.keyboard.press('Enter')
  const line = page.locator('section[data-line]', { hasText: 'Afspraken' }).first()
  await page.getByRole('button', { name: 'Lijn', exact: true }).click()
  const name = await line.getAttribute('data-line')
  await at(`line=${name}`)
  for (const text of ['Bel eerst, mail later', 'Governance uitwerken']) await seen(noteWith(page, text))
  await expect(page.locator('[data-note]:focus')).toHaveText(/Bel eerst|Governance/)
})

test('[W16] going from the wall to another view and back keeps the note one was at, and the focus on it', async ({
  browser,
  baseURL,
}) => {
  const { page } = await example(browser, baseURL ?? '')
  await noteWith(page, 'Draagvlak in de wijk').click()
  for (const view of ['Lijst', 'Mozaïek', 'Per bouwsteen', 'Mozaïek']) {
    await lookAt(page, view)
    await expect(page.locator('[data-note]:focus'), view).toContainText('Draagvlak in de wijk')
    await expect(page.locator('[data-note]:focus')).toBeInViewport()
  }
  // On the wall the arrows go on from there, as one sees it.
  const from = await box(page.locator('[data-note]:focus'))
  await page.keyboard.press('ArrowDown')
  await expect(page.locator('[data-note]:focus')).toContainText('Wie van buiten')
  const to = await box(page.locator('[data-note]:focus'))
  expect(to.y).toBeGreaterThan(from.y)
  expect(Math.abs(to.x - from.x)).toBeLessThan(from.width)
})

test('[W17] who wants no motion gets none: the wall is there at once; others see it glide', async ({
  browser,
  baseURL,
}) => {
  const { page } = await example(browser, baseURL ?? '')
  /** How many places the wall is seen in on its way nearer. */
  const steps = () =>
    page.evaluate(
      () =>
        new Promise<number>(resolve => {
          const places = new Set<string>()
          let frames = 0
          const look = () => {
            const { x, y, width } =
              document.querySelector('.wall-world')?.getBoundingClientRect() ?? new DOMRect()
            places.add([x, y, width].map(Math.round).join())
            if (++frames < 40) requestAnimationFrame(look)
            else resolve(places.size)
          }
          document.querySelector<HTMLElement>('[data-tile=binding] [data-nearer]')?.click()
          look()
        }),
    )
  const farAgain = async () => {
    await page.keyboard.press('Escape')
    await wall(page).focus()
    await page.keyboard.press('0')
    await atRest(page)
  }
  // Between where it was and where it is; a busy machine may draw none of it at first.
  await expect(async () => {
    const seen = await steps()
    await farAgain()
    expect(seen, 'it glides').toBeGreaterThan(2)
  }).toPass({ timeout: 60_000 })
  await page.emulateMedia({ reducedMotion: 'reduce' })
  expect(await steps(), 'it was there and is there').toBeLessThanOrEqual(2)
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0)
})

test('[W21] text on the wall is text: it is selected with Alt, found by its name, and by the search of the browser', async ({
  browser,
  baseURL,
}) => {
  const { page } = await example(browser, baseURL ?? '')
  const note = noteWith(page, 'Buren horen niks')
  await expect(note).toHaveAccessibleName(/^Briefje: Buren horen niks en schrikken dan\..*/)
  const { x, y, width, height } = await box(note.locator('.wall-text'))
  await page.keyboard.down('Alt')
  await page.mouse.move(x + 2, y + 4)
  await page.mouse.down()
  await page.mouse.move(x + width - 2, y + height - 3, { steps: 5 })
  await page.mouse.up()
  await page.keyboard.up('Alt')
  expect(await page.evaluate(() => getSelection()?.toString())).toContain('Buren horen niks')
  await expect(note, 'nothing was carried').not.toHaveAttribute('data-carried', /./)
  // From far off the words are put away but not gone: they are there to be found, and finding them goes there.
  await page.setViewportSize({ width: 1000, height: 330 })
  await atRest(page)
  await expect(note.locator('.wall-text')).toHaveAttribute('hidden', 'until-found')
  await note.locator('.wall-text').dispatchEvent('beforematch')
  await expect(note.locator('.wall-text')).not.toHaveAttribute('hidden', /./)
  await expect(note).toBeInViewport()
})

test('[W22] for the hall all text is large, signs lie over nothing, and what one does is left to the table', async ({
  browser,
  baseURL,
}) => {
  const { page } = await example(browser, baseURL ?? '', { width: 1920, height: 1080 })
  await page.getByRole('button', { name: 'Groot, voor de zaal' }).click()
  await expect(page.locator('[data-hall]')).toBeVisible()
  await atRest(page)
  await expect(map(page), 'all of it is in sight').toBeHidden()
  const found = await page.evaluate(() => {
    const zoom = Number(document.querySelector<HTMLElement>('.wall-world')?.style.zoom)
    const size = (element: Element) => Number.parseFloat(getComputedStyle(element).fontSize)
    // The computed size counts the zoom in some browsers and not in others: a letter of a known size tells.
    const probe = document.createElement('span')
    probe.style.fontSize = '10px'
    document.querySelector('.wall-world')?.append(probe)
    const counted = size(probe) > 10.01 || size(probe) < 9.99 ? 1 : zoom
    probe.remove()
    return {
      texts: [...document.querySelectorAll('.wall-text')].map(each => size(each) * counted),
      names: [...document.querySelectorAll('.wall-head h2')].map(each => each.getBoundingClientRect().height),
    }
  })
  expect(Math.min(...found.texts), 'px of the smallest text').toBeGreaterThanOrEqual(19.5)
  expect(Math.min(...found.names), 'px of the smallest name').toBeGreaterThanOrEqual(28)
  const notes = await boxes(page, 'note')
  expect(overlapping(notes)).toEqual([])
  const signs = await page.evaluate(() =>
    [...document.querySelectorAll('.wall-signs')].map(each => {
      const { x, y, width, height } = each.getBoundingClientRect()
      return { name: each.closest<HTMLElement>('[data-note]')?.dataset.note ?? '', x, y, width, height }
    }),
  )
  expect(signs.length).toBeGreaterThan(5)
  const texts = await page.evaluate(() =>
    [...document.querySelectorAll('.wall-text')].map(each => {
      const { x, y, width, height } = each.getBoundingClientRect()
      return { name: 'text', x, y, width, height }
    }),
  )
  for (const sign of signs) {
    const own = notes.find(({ name }) => name === sign.name)
    expect(own && within(sign, own), 'within its note').toBe(true)
    expect(texts.filter(text => overlap(text, sign))).toEqual([])
  }
  await expect(page.getByRole('button', { name: /^Leg een briefje/ })).toHaveCount(0)
  await expect(page.locator('.wall-pointer')).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Laat zien waar anderen wijzen' })).toHaveAttribute(
    'aria-pressed',
    'false',
  )
})
