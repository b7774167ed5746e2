import { type Browser, expect, type Page } from '@playwright/test'
import { type Played, playExample } from '#server/example/play.ts'
import { expectAccessible } from './accessible.ts'
import { expectFits } from './fits.ts'
import { choose, laptop, layNote, lookAt, noteWith, openNote, person, phone } from './people.ts'
import { test } from './test.ts'

let played: Played
test.beforeAll(async ({ baseURL }) => {
  played = await playExample({ url: baseURL ?? '', until: 'collect' })
})

const board = (query = '') => `/${played.session}/board${query}`
const here = (page: Page) => page.locator('[data-note]:focus')
/** The bouwsteen that is shown, in the strip of seven. */
const chosen = (page: Page) =>
  page.getByRole('navigation', { name: 'Bouwstenen' }).getByRole('button', { pressed: true })
/** What the search says that it found. */
const found = (page: Page, text: RegExp) => page.locator('strong', { hasText: text })
/** What the board reads out. */
const said = (page: Page) => page.locator('[data-announcer]')

/** The facilitator of the example, on its board. */
async function leads(browser: Browser, viewport: typeof phone, query = ''): Promise<Page> {
  const { page, context } = await person(browser, viewport)
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto(played.facilitatorLink)
  await expect(page.getByText('Live', { exact: true })).toBeVisible()
  await page.goto(board(query))
  await expect(page.getByText('Live', { exact: true })).toBeVisible()
  return page
}

/** Somebody who joins the example with a browser of their own. */
async function joins(browser: Browser, viewport: typeof phone, name: string, touch = false): Promise<Page> {
  const context = await browser.newContext({ viewport, hasTouch: touch })
  const page = await context.newPage()
  await page.goto(played.joinLink)
  await page.getByLabel('Hoe heet je?').fill(name)
  await page.getByLabel('Namens wie doe je mee?').selectOption({ index: 1 })
  await page.getByRole('button', { name: 'Doe mee' }).click()
  await expect(page.getByText('Live', { exact: true })).toBeVisible()
  return page
}

test('switching views keeps the note one was at, and the focus on it', async ({ browser }) => {
  const page = await leads(browser, laptop)
  await lookAt(page, 'Lijst')
  await noteWith(page, 'Draagvlak in de wijk').focus()
  for (const view of ['Per bouwsteen', 'Lijst']) {
    await lookAt(page, view)
    await expect(here(page)).toContainText('Draagvlak in de wijk')
    await expect(here(page)).toBeInViewport()
  }
  await expect(page).toHaveURL(/note=/)
  await lookAt(page, 'Per bouwsteen')
  await expect(here(page)).toContainText('Draagvlak in de wijk')
  await page.reload()
  await expect(here(page), 'a reload comes back there').toContainText('Draagvlak in de wijk')
  await expect(page.getByRole('heading', { name: 'Verankering' })).toBeInViewport()
  // The view is remembered on this device, also without an address that says so.
  await page.goto(board())
  await expect(page.getByRole('button', { name: 'Per bouwsteen' })).toHaveAttribute('aria-pressed', 'true')
})

test('a copied link leads to a note, a bouwsteen or a line; and says so when that is gone', async ({
  browser,
}) => {
  const page = await leads(browser, laptop, '?view=list')
  const copied = () => page.evaluate(() => navigator.clipboard.readText())
  await noteWith(page, 'Governance uitwerken').click()
  await page.getByRole('button', { name: 'Kopieer link naar dit briefje' }).click()
  await expect(page.getByRole('dialog').getByRole('status')).toHaveText('Link gekopieerd')
  const toNote = await copied()
  await page.getByRole('button', { name: 'Klaar', exact: true }).click()
  await page.getByRole('button', { name: 'Kopieer link naar Deelname' }).click()
  const toTile = await copied()

  const other = await joins(browser, phone, 'Lezer')
  await other.goto(toNote)
  await expect(here(other)).toContainText('Governance uitwerken')
  await expect(here(other)).toBeInViewport()
  await expect(chosen(other)).toHaveText(/Organisatie/)
  await other.goto(toTile)
  await expect(other.getByRole('heading', { name: 'Deelname' })).toBeInViewport()
  await expect(other.locator('[data-tile=deelname]:focus')).toBeVisible()

  await page.getByLabel(/^Vink aan: Governance uitwerken/).check()
  await page.getByRole('button', { name: 'Leg in lijn' }).click()
  await page.getByLabel('Zoek een lijn').fill('Afspraken')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Lijn', exact: true }).click()
  await page.getByRole('button', { name: 'Kopieer link naar lijn Afspraken' }).click()
  await other.goto(await copied())
  await expect(other.locator('[data-line]:focus')).toContainText('Governance uitwerken')

  await noteWith(page, 'Governance uitwerken').click()
  await page.getByRole('button', { name: 'Gooi weg' }).click()
  await other.goto(toNote)
  await expect(other.getByText('Het briefje van deze link ligt in de prullenbak.')).toBeVisible()
  await expectAccessible(other, 'a link to what is gone')
  await other.getByRole('button', { name: 'Kijk in de prullenbak' }).click()
  await expect(other.getByRole('dialog')).toContainText('Governance uitwerken')
  await other.goto(board('?note=nietsnietsniets'))
  await expect(other.getByText(/Het briefje van deze link is er niet/)).toBeVisible()
  await other.getByRole('button', { name: 'Begrepen' }).click()
  await expect(other.getByText(/Het briefje van deze link/)).toHaveCount(0)

  await page.getByRole('button', { name: /^Prullenbak/ }).click()
  await page.getByRole('button', { name: 'Zet terug' }).click()
})

test('a finger swipes from bouwsteen to bouwsteen, and a thumb lays a note', async ({ browser }) => {
  const page = await joins(browser, phone, 'Veger', true)
  await page.getByRole('button', { name: 'Leg een briefje bij Opgave' }).tap()
  await page.getByRole('button', { name: /^Mensen lopen vast op/ }).tap()
  await expect(page.getByLabel('Je briefje bij Opgave')).toHaveValue('Mensen lopen vast op ')
  await page.getByLabel('Je briefje bij Opgave').pressSequentially('formulieren')
  await page.getByRole('button', { name: 'Leg neer' }).tap()
  await expect(noteWith(page, 'Mensen lopen vast op formulieren')).toBeInViewport()
  await page.getByRole('button', { name: 'Toch niet' }).tap()

  await swipe(page, -1)
  await expect(page.getByRole('heading', { name: 'Waarde' })).toBeInViewport({ ratio: 1 })
  await expect(page.getByRole('button', { name: 'Leg een briefje bij Waarde' })).toBeVisible()
  await expect(page).toHaveURL(/tile=waarde/)
  await swipe(page, -1)
  await expect(page.getByRole('heading', { name: 'Samen doen' })).toBeInViewport({ ratio: 1 })
  await swipe(page, 1)
  await expect(page.getByRole('heading', { name: 'Waarde' })).toBeInViewport({ ratio: 1 })
  await expect(chosen(page)).toHaveText(/Waarde/)

  // What can't be seen can't be reached either.
  await expect(page.locator('[data-panel]:not([inert])').getByRole('heading', { level: 2 })).toHaveText([
    'Waarde',
  ])
  await choose(page, 'Organisatie')
  await expect(page.getByRole('heading', { name: 'Organisatie' })).toBeInViewport({ ratio: 1 })
  await page.getByRole('button', { name: 'Ga naar Binding' }).tap()
  await expect(page.getByRole('heading', { name: 'Binding' })).toBeInViewport({ ratio: 1 })
  const small = await tooSmall(page, 44)
  expect(small, 'what is tapped is 44 px or more').toEqual([])
})

/** A finger that goes across the screen; `direction` -1 is to the left. Real touches, which the browser makes into scrolling. */
async function swipe(page: Page, direction: 1 | -1): Promise<void> {
  const client = await page.context().newCDPSession(page)
  const { width, height } = page.viewportSize() ?? phone
  const from = width / 2 - direction * width * 0.35
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', x?: number) =>
    client.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: x === undefined ? [] : [{ x, y: height * 0.6 }],
    })
  await touch('touchStart', from)
  for (let step = 1; step <= 12; step++)
    await touch('touchMove', from + (direction * width * 0.7 * step) / 12)
  await touch('touchEnd')
  await client.detach()
  // A finger that comes back before the page lies still is a swipe of its own, from there.
  const scroller = page.locator('.swiper')
  await expect
    .poll(() => scroller.evaluate(each => each.scrollLeft % each.clientWidth), {
      message: 'the page lies still',
    })
    .toBe(0)
}

/** What one can tap and that is smaller than `least` px, either way. A tick or choice counts with its label. */
async function tooSmall(page: Page, least: number): Promise<string[]> {
  return page.evaluate(least => {
    const found = [
      ...document.querySelectorAll<HTMLElement>('main :is(button, summary, input, select, textarea, a)'),
    ]
    return found
      .filter(each => each.checkVisibility() && !each.closest('[inert]'))
      .flatMap(each => {
        const { width, height } = (each.closest('label') ?? each).getBoundingClientRect()
        return Math.min(width, height) < least - 0.5
          ? [`${each.getAttribute('aria-label') ?? each.textContent} ${width}×${height}`]
          : []
      })
  }, least)
}

test('others are told of in bundles, with a pause, and never of what one did oneself', async ({
  browser,
}) => {
  const lead = await leads(browser, laptop, '?view=list')
  const anna = await joins(browser, laptop, 'Anna Bode')
  await lead.evaluate(() => {
    const heard: { at: number; text: string }[] = []
    Object.assign(window, { heard })
    const region = document.querySelector('[data-announcer]')
    if (region)
      new MutationObserver(() =>
        heard.push({ at: Date.now(), text: region.textContent?.trim() ?? '' }),
      ).observe(region, { childList: true, subtree: true, characterData: true })
  })
  await anna.getByRole('button', { name: 'Leg een briefje bij Waarde' }).click()
  for (const text of ['eerste', 'tweede', 'derde']) {
    await anna.getByLabel('Je briefje bij Waarde').fill(`bericht ${text}`)
    await anna.keyboard.press('Enter')
    await expect(said(anna)).toContainText('Je briefje ligt bij Waarde.')
  }
  // How many go along in one bundle is the clock's to say.
  await expect(said(lead)).toContainText(/nieuwe? briefjes? bij Waarde/)
  await anna.keyboard.press('Escape')
  await openNote(anna, noteWith(anna, 'bericht eerste'))
  await anna.getByLabel('Ligt bij').selectOption({ label: 'Binding' })
  await anna.getByRole('button', { name: 'Klaar', exact: true }).click()
  await expect(said(lead)).toContainText('1 briefje verplaatst naar Binding')
  const heard = await lead.evaluate(
    () => (window as unknown as { heard: { at: number; text: string }[] }).heard,
  )
  const times = [...new Map(heard.map(({ text, at }) => [text, at])).values()]
  // Half of the pause: what is told may be drawn late, and what comes after it in time.
  for (const [index, at] of times.entries())
    if (index > 0) expect(at - (times[index - 1] ?? 0)).toBeGreaterThanOrEqual(2500)
  await expect(said(anna)).not.toContainText(/nieuw|verplaatst/)

  await lead.getByRole('button', { name: 'Weergave' }).click()
  await lead.getByLabel(/meld wat anderen doen/).uncheck()
  await lead.keyboard.press('Escape')
  await layNote(anna, 'Deelname', 'in stilte')
  await expect(noteWith(lead, 'in stilte')).toBeVisible()
  await noteWith(lead, 'in stilte').focus()
  await lead.keyboard.press('d')
  await expect(said(lead), 'one’s own is confirmed all the same').toContainText('1 briefje verdubbeld.')
})

test('by keyboard alone, several notes go in a line, move, and go in the bin; each as one act', async ({
  browser,
}) => {
  const page = await leads(browser, laptop, '?view=list')
  const other = await joins(browser, laptop, 'Kijker')
  await lookAt(other, 'Lijst')
  await noteWith(page, 'Buren horen niks').focus()
  await page.keyboard.press('x')
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await expect(here(page)).toContainText('Alleen op de bank')
  await page.keyboard.press('x')
  await expect(page.getByText('2 briefjes aangevinkt')).toBeVisible()
  await page.keyboard.press('l')
  await page.keyboard.type('Buurt en thuis')
  await page.keyboard.press('Enter')
  await expect(said(page)).toContainText('2 briefjes liggen in de lijn ‘Buurt en thuis’.')
  await expect(here(page), 'the work goes on at the next note').toContainText('Gaat dit over iedereen')
  const line = other.getByRole('region', { name: 'Buurt en thuis' })
  await expect(line.getByRole('listitem')).toHaveCount(2)

  // Without ticks a key is about the note one is at; the first letters of a line are enough.
  await page.keyboard.press('l')
  await page.keyboard.type('buu')
  await page.keyboard.press('Enter')
  await expect(line.getByRole('listitem')).toHaveCount(3)
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog')).toContainText('Leg in een lijn')
  await expectAccessible(page, 'the shortcuts')
  await page.keyboard.press('Escape')

  await noteWith(page, 'Bel eerst, mail later').focus()
  await page.keyboard.press('m')
  await page.keyboard.press('2')
  await expect(said(page)).toContainText('1 briefje ligt nu bij Waarde.')
  await expect(other.locator('[data-tile=waarde]').getByText('Bel eerst, mail later')).toBeVisible()
  await noteWith(page, 'Bel eerst, mail later').focus()
  await page.keyboard.press('Delete')
  await expect(said(page)).toContainText('1 briefje ligt in de prullenbak.')
  await expect(noteWith(other, 'Bel eerst, mail later')).toHaveCount(0)
  await page.keyboard.press('Control+z')
  await expect(said(page)).toContainText('Ongedaan gemaakt: briefje, weggegooid.')
  await expect(noteWith(other, 'Bel eerst, mail later')).toBeVisible()
  await page.keyboard.press('Control+Shift+z')
  await expect(noteWith(other, 'Bel eerst, mail later')).toHaveCount(0)

  // A letter that is typed is a letter, and with a modifier it is the browser's or the reader's.
  await page.keyboard.press('n')
  await expect(page.locator('form textarea')).toBeFocused()
  await page.keyboard.type('xlm')
  await expect(page.locator('form textarea')).toHaveValue('xlm')
  await page.locator('form textarea').fill('')
  await page.keyboard.press('Escape')
  await expect(
    page.getByRole('button', { name: /^Leg een briefje bij/ }).and(page.locator(':focus')),
  ).toHaveCount(1)
  await noteWith(page, 'Praat niet óver ons').focus()
  await page.keyboard.press('Control+x')
  await expect(page.getByText(/aangevinkt/)).toHaveCount(0)
})

test('a range and a whole heading are ticked at once, also by mouse', async ({ browser }) => {
  const page = await leads(browser, laptop, '?view=list')
  await page.getByLabel(/^Vink aan: Wij doen mee als/).check()
  await page.getByLabel(/^Vink aan: Namens wie/).click({ modifiers: ['Shift'] })
  await expect(page.getByText(/^[3-9] briefjes aangevinkt/)).toBeVisible()
  await page.getByRole('button', { name: 'Vink uit' }).click()
  await page
    .getByRole('button', { name: /^Vink alles aan: Verankering/ })
    .first()
    .click()
  await expect(page.getByText(/^10 briefjes aangevinkt/)).toBeVisible()
  await page.getByRole('button', { name: 'Verdubbel' }).click()
  await expect(said(page)).toContainText('10 briefjes verdubbeld.')
  const own = page.locator('[data-tile=verankering] [data-row]')
  await expect(own).toHaveCount(20)
})

test('one search serves all views, and shows what it found and how to end it', async ({ browser }) => {
  const page = await leads(browser, laptop, '?view=list')
  await noteWith(page, 'Draagvlak in de wijk').first().focus()
  await page.keyboard.press('/')
  await expect(page.getByLabel('Zoek in de briefjes')).toBeFocused()
  await page.keyboard.type('deur huis')
  await expect(found(page, /^0 van \d+ briefjes/)).toBeVisible()
  await expect(page.getByText('Geen briefje past bij wat je zoekt.')).toBeVisible()
  await page.getByLabel('Zoek in de briefjes').fill('deur')
  await expect(page.locator('mark').first()).toHaveText(/deur/i)
  const hits = await page.locator('[data-note]').count()
  await expect(found(page, new RegExp(`^${hits} van`))).toBeVisible()
  await expect(said(page)).toContainText(`${hits} van`)
  await expect(page).toHaveURL(/q=deur/)

  await page.getByRole('button', { name: 'Filter op' }).click()
  await page.getByLabel('Partner').selectOption({ label: 'Maatschappelijke Opvang Eemhoven' })
  await expect(page.locator('[data-note]')).toHaveCount(1)
  await expect(page).toHaveURL(/partner=/)
  await expectAccessible(page, 'searching')
  await page.keyboard.press('Escape')
  await lookAt(page, 'Per bouwsteen')
  await expect(found(page, /^1 van \d+ briefjes/)).toBeVisible()
  await expect(page.locator('[data-panel]:not([inert])').getByText(/Je zoekopdracht laat/)).toBeVisible()
  await page.reload()
  await expect(found(page, /^1 van \d+ briefjes/), 'the address keeps it').toBeVisible()
  await page.getByRole('button', { name: 'Wis de zoekopdracht' }).click()
  await expect(found(page, /^1 van \d+ briefjes/)).toHaveCount(0)
  await expect(page).not.toHaveURL(/q=|partner=/)

  const mine = await joins(browser, phone, 'Zoeker')
  await layNote(mine, 'Binding', 'helemaal van mij')
  await mine.getByRole('button', { name: 'Zoek in de briefjes' }).click()
  await mine.getByRole('combobox', { name: 'Wie' }).selectOption({ label: 'Van mij' })
  await mine.keyboard.press('Escape')
  await expect(found(mine, /^1 van \d+ briefje/)).toBeVisible()
  await mine.getByRole('button', { name: /^Zoek in de briefjes/ }).click()
  await mine.getByRole('combobox', { name: 'Reactie' }).selectOption({ label: 'Vraag' })
  await expect(found(mine, /^0 van \d+ briefje/)).toBeVisible()
})

for (const scheme of ['light', 'dark'] as const)
  test(`phone and list are accessible and fit, from 320 px to a laptop, in ${scheme}`, async ({
    browser,
  }) => {
    test.setTimeout(300_000)
    // 683 by 384 is a laptop at 200 %.
    for (const [width, height] of [
      [1366, 800],
      [683, 384],
      [390, 844],
      [360, 740],
      [320, 640],
    ] as const) {
      const context = await browser.newContext({
        viewport: { width, height },
        colorScheme: scheme,
        hasTouch: width < 500,
        isMobile: width < 500,
      })
      const page = await context.newPage()
      await page.goto(played.facilitatorLink)
      await expect(page.getByText('Live', { exact: true })).toBeVisible()
      for (const view of ['phone', 'list']) {
        const name = `${view} at ${width}`
        await page.goto(board(`?view=${view}&tile=waarde`))
        await expect(page.locator('[data-tile=waarde] [data-note]').first()).toBeVisible()
        await expectAccessible(page, name)
        await expectFits(page, name)
        const small = await tooSmall(page, width < 500 ? 44 : 24)
        expect(small, `${name} has targets that are too small`).toEqual([])
      }
      await page
        .getByLabel(/^Vink aan/)
        .first()
        .check()
      // On a low screen the bar lies over the list, and a row that is half under it would count as too small.
      if (height > 560) await expectAccessible(page, `ticked at ${width}`)
      await page.getByRole('button', { name: 'Weergave' }).click()
      await page.getByLabel('Naar partner').check()
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: 'Vink uit' }).click()
      await expectAccessible(page, `colours by partner at ${width}`)
      await context.close()
    }
  })
