import { type Browser, expect, type Page } from '@playwright/test'
import { expectAccessible } from './accessible.ts'
import { join, laptop, layNote, lookAt, noteWith, person, phone, startKickoff } from './people.ts'
import { test } from './test.ts'

const here = (page: Page) => page.locator('[data-note]:focus')
const said = (page: Page) => page.locator('[data-announcer]')
const dialog = (page: Page) => page.getByRole('dialog')

/** Somebody on the list of a board of their own, with these notes on it. */
async function withNotes(browser: Browser, notes: readonly (readonly [tile: string, text: string])[]) {
  const lead = await person(browser, laptop)
  const { leadLink, joinLink } = await startKickoff(lead.page, 'Netwerk', ['Gemeente'])
  const { page } = await person(browser, laptop)
  await join(page, joinLink, 'Anna', 'Gemeente')
  await lookAt(page, 'Lijst')
  for (const [tile, text] of notes) {
    await layNote(page, tile, text)
    await page.keyboard.press('Escape')
    await expect(page.getByRole('button', { name: `Leg een briefje bij ${tile}` })).toBeFocused()
  }
  return { page, lead: lead.page, leadLink, joinLink }
}

test('[Y7] a dialog is left by its cross and by a tap beside it, and not by a tap that would lose words', async ({
  browser,
}) => {
  const { page, joinLink } = await withNotes(browser, [['Waarde', 'Bel eerst']])
  await noteWith(page, 'Bel eerst').focus()
  await page.keyboard.press('m')
  await dialog(page).getByRole('button', { name: 'Sluit', exact: true }).click()
  await expect(dialog(page)).toHaveCount(0)
  await expect(here(page)).toContainText('Bel eerst')

  const beside = async () => {
    // A press this soon would be the second one of a double click.
    await page.waitForFunction(
      since => performance.now() > since + 600,
      await page.evaluate(() => performance.now()),
    )
    await page.mouse.click(20, 790)
  }
  await page.keyboard.press('c')
  await expect(dialog(page)).toBeVisible()
  await beside()
  await expect(dialog(page)).toHaveCount(0)
  await page.keyboard.press('c')
  await dialog(page).getByRole('textbox').fill('loket')
  await beside()
  await expect(dialog(page).getByRole('textbox')).toHaveValue('loket')
  await page.keyboard.press('Escape')
  await expect(dialog(page)).toHaveCount(0)

  const small = await person(browser, phone)
  await join(small.page, joinLink, 'Piet', 'Gemeente')
  await lookAt(small.page, 'Lijst')
  await noteWith(small.page, 'Bel eerst').click()
  await dialog(small.page)
    .getByRole('button', { name: /cement/i })
    .click()
  const laying = small.page.getByRole('dialog', { name: 'Maak cement' })
  const cross = laying.getByRole('button', { name: 'Sluit', exact: true })
  await expect(cross).toBeVisible()
  const { width, height } = (await cross.boundingBox()) ?? { width: 0, height: 0 }
  expect(Math.min(width, height)).toBeGreaterThanOrEqual(44)
  await cross.click()
  await expect(laying).toHaveCount(0)
  await expect(dialog(small.page)).toBeVisible()
})

test('[Y8] arrows choose another bouwsteen for a note, and the focus goes along with it', async ({
  browser,
}) => {
  const { page } = await withNotes(browser, [
    ['Opgave', 'Eerste'],
    ['Opgave', 'Tweede'],
    ['Waarde', 'Derde'],
  ])
  await noteWith(page, 'Eerste').focus()
  await page.keyboard.press('m')
  await expect(dialog(page).getByRole('button', { name: /Opgave/ })).toBeDisabled()
  await expect(dialog(page).getByRole('button', { name: /Waarde/ })).toBeFocused()
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowUp']) await page.keyboard.press(key)
  await expect(dialog(page).getByRole('button', { name: /Samen doen/ })).toBeFocused()
  await expectAccessible(page, 'the choice of a bouwsteen')
  // Where it lies already is no choice.
  await page.keyboard.press('1')
  await expect(dialog(page)).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(said(page)).toContainText('1 briefje ligt nu bij Samen doen.')
  await expect(page.locator('[data-tile=samen-doen]').getByText('Eerste')).toBeVisible()
  await expect(here(page)).toContainText('Eerste')

  await lookAt(page, 'Per bouwsteen')
  await expect(here(page)).toContainText('Eerste')
  await page.keyboard.press('m')
  await page.keyboard.press('2')
  await expect(here(page)).toContainText('Eerste')
  await expect(page.getByRole('heading', { name: 'Waarde' })).toBeInViewport()
})

test('[Y9] shortcuts work from the whole page, in every view, and letters can be turned off', async ({
  browser,
}) => {
  const { page } = await withNotes(browser, [['Opgave', 'Eerste']])
  await page.reload()
  await expect(page.getByText('Live', { exact: true })).toBeVisible()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.keyboard.press('m')
  await expect(said(page)).toContainText('Ga eerst naar een briefje')
  await page.keyboard.press('j')
  await expect(here(page)).toContainText('Eerste')
  await page.getByRole('link', { name: 'Verklaring' }).focus()
  await page.keyboard.press('n')
  await expect(page.getByLabel('Je briefje bij Opgave')).toBeFocused()
  await page.keyboard.type('n?')
  await expect(page.getByLabel('Je briefje bij Opgave')).toHaveValue('n?')
  await expect(dialog(page)).toHaveCount(0)
  await page.getByLabel('Je briefje bij Opgave').fill('')
  await page.keyboard.press('Escape')

  for (const view of ['Mozaïek', 'Per bouwsteen', 'Lijst', 'Lijnen', 'Overzicht', 'Opgave kiezen']) {
    await lookAt(page, view)
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
    await page.keyboard.press('?')
    await expect(dialog(page), view).toContainText('Zoek')
    await page.keyboard.press('Escape')
    await expect(dialog(page)).toHaveCount(0)
  }
  await page.getByRole('button', { name: 'Weergave' }).click()
  await page.getByRole('button', { name: 'Sneltoetsen' }).click()
  await expectAccessible(page, 'the shortcuts')
  await dialog(page).getByLabel('Gebruik losse letters als sneltoets').uncheck()
  await page.keyboard.press('Escape')
  await lookAt(page, 'Lijst')
  await page.keyboard.press('/')
  await page.keyboard.press('?')
  await expect(dialog(page)).toHaveCount(0)
  await expect(page.getByLabel('Zoek in de briefjes')).not.toBeFocused()
})

test('[Y12] what is unfolded over the page folds up by Escape, also when what had the focus in it is gone, and by a press beside it', async ({
  browser,
}) => {
  const { page } = await withNotes(browser, [['Opgave', 'Eerste']])
  const look = page.getByRole('button', { name: 'Weergave' })
  for (const lost of [false, true]) {
    await look.click()
    await expect(look).toHaveAttribute('aria-expanded', 'true')
    if (lost) await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
    await page.keyboard.press('Escape')
    await expect(look).toHaveAttribute('aria-expanded', 'false')
    await expect(look).toBeFocused()
  }
  const here = page.getByRole('banner').locator('summary', { hasText: 'hier' })
  const people = page.getByRole('heading', { name: 'Wie is er nu?' })
  await here.click()
  await expect(people).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(people).toBeHidden()
  await expect(here).toBeFocused()
  await here.press('Enter')
  await expect(people).toBeVisible()
  await page.mouse.click(600, 700)
  await expect(people).toBeHidden()
})
