import { expect, type Page } from '@playwright/test'
import { expectAccessible } from './accessible.ts'
import { join, laptop, layNote, lookAt, noteWith, person, phone, startKickoff } from './people.ts'
import { test } from './test.ts'

const said = (page: Page) => page.locator('[data-announcer]')
const dialog = (page: Page) => page.getByRole('dialog')

/** Puts text on this device's clipboard as another program would, and pastes it where the focus is. */
async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate(words => navigator.clipboard.writeText(words), text)
  await page.keyboard.press('Control+v')
}

async function begin(browser: Parameters<typeof person>[0]) {
  const lead = await person(browser, laptop)
  const { leadLink, joinLink } = await startKickoff(lead.page, 'Netwerk', ['Gemeente'])
  await lead.page.goto(leadLink)
  return { lead: lead.page, joinLink }
}

test('[Z17] several lines pasted where a note is written become several notes when one asks, on the board and on a desk', async ({
  browser,
}) => {
  const { lead, joinLink } = await begin(browser)
  const { page, context } = await person(browser, laptop)
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await join(page, joinLink, 'Anna', 'Gemeente')
  await lookAt(page, 'Per bouwsteen')
  await page.getByRole('button', { name: 'Leg een briefje bij Opgave' }).click()
  const field = page.getByLabel('Je briefje bij Opgave')
  await paste(page, 'Eén\nTwee\nDrie')
  await expect(field, 'it is one note until somebody asks').toHaveValue('Eén\nTwee\nDrie')
  await expectAccessible(page, 'the offer to make several notes')
  await page.getByRole('button', { name: 'Maak er meer briefjes van' }).click()
  await dialog(page).getByRole('button', { name: 'Toch niet' }).click()
  await expect(field).toHaveValue('Eén\nTwee\nDrie')
  await field.press('End')
  await field.pressSequentially(' en half')
  await page.getByRole('button', { name: 'Maak er meer briefjes van' }).click()
  await dialog(page).getByRole('button', { name: 'Leg 3 briefjes neer' }).click()
  await expect(said(page)).toContainText('3 briefjes neergelegd bij Opgave.')
  await expect(noteWith(page, 'Drie en half')).toBeVisible()
  await expect(field).toHaveValue('')

  await lead.getByRole('radio', { name: /Met naam/ }).check()
  await lead.getByRole('button', { name: 'Laat iedereen beginnen' }).click()
  await page.getByRole('navigation', { name: 'Bouwstenen' }).getByRole('button', { name: 'Waarde' }).click()
  await page.getByLabel('Je briefje bij Waarde').focus()
  await paste(page, 'Alfa\nBeta')
  await page.getByRole('button', { name: 'Maak er meer briefjes van' }).click()
  await dialog(page).getByRole('button', { name: 'Leg 2 briefjes op je bureau' }).click()
  await expect(page.getByRole('button', { name: /^Briefje op je bureau: (Alfa|Beta)$/ })).toHaveCount(2)
})

test('[Q14] on a desk half a sentence is at hand, and what is laid down comes into sight', async ({
  browser,
}) => {
  const { lead, joinLink } = await begin(browser)
  const { page } = await person(browser, { width: 1366, height: 620 })
  await join(page, joinLink, 'Anna', 'Gemeente')
  await lead.getByRole('radio', { name: /Met naam/ }).check()
  await lead.getByRole('button', { name: 'Laat iedereen beginnen' }).click()
  const start = page.getByRole('button', { name: /^Mensen lopen vast op/ })
  await expect(start).toBeInViewport({ ratio: 1 })
  const field = page.getByLabel('Je briefje bij Opgave')
  const layStarted = async (ending: string) => {
    await start.click()
    await expect(field).toHaveValue('Mensen lopen vast op ')
    // The focus follows a frame after the words: keys that come sooner press the button again.
    await expect(field).toBeFocused()
    await page.keyboard.type(ending)
    await page.keyboard.press('Enter')
  }
  for (let n = 1; n <= 12; n++) await layStarted(`drempel ${n}`)
  await page.locator('[data-panel=opgave] .scrolls-within').evaluate(element => element.scrollTo(0, 0))
  await layStarted('het loket')
  await expect(page.getByRole('button', { name: /het loket/ })).toBeInViewport({ ratio: 1 })
})

test('[Z18] what may not be changed is text with the reason, and only what one may is offered', async ({
  browser,
}) => {
  const { lead, joinLink } = await begin(browser)
  const anna = (await person(browser, laptop)).page
  const piet = (await person(browser, phone)).page
  await join(anna, joinLink, 'Anna', 'Gemeente')
  await join(piet, joinLink, 'Piet', 'Gemeente')
  await lookAt(anna, 'Lijst')
  await layNote(anna, 'Opgave', 'Van Anna')
  await anna.keyboard.press('Escape')
  await layNote(piet, 'Opgave', 'Van Piet')
  await piet.getByLabel('Je briefje bij Opgave').fill('Half geschreven')

  await anna.getByLabel('Vink aan: Van Piet').check()
  await expect(anna.getByRole('button', { name: 'Verplaats' })).toBeVisible()
  await expect(anna.getByRole('button', { name: 'Gooi weg' })).toHaveCount(0)
  await anna.getByLabel('Vink aan: Van Anna').check()
  await expect(anna.getByRole('button', { name: 'Gooi weg' })).toBeVisible()

  await lead.getByRole('button', { name: 'Ga ordenen' }).click()
  await expect(piet.getByText(/Ophalen is voorbij: er komen geen briefjes meer bij/)).toBeInViewport()
  await expect(piet.getByText('Half geschreven')).toBeVisible()
  await expectAccessible(piet, 'a phone after collecting')
  await noteWith(piet, 'Van Anna').click()
  await expect(dialog(piet).getByText('Van Anna', { exact: true })).toBeVisible()
  await expect(dialog(piet).getByText(/Ophalen is voorbij: deze tekst verandert niet meer/)).toBeVisible()
  await expect(dialog(piet).getByLabel('Tekst van het briefje')).toHaveCount(0)
  await expectAccessible(piet, 'a note that is not written in')
})

test('[Y10] a search leads from the overview to what it found', async ({ browser }) => {
  const { joinLink } = await begin(browser)
  const { page } = await person(browser, laptop)
  await join(page, joinLink, 'Anna', 'Gemeente')
  await lookAt(page, 'Lijst')
  await layNote(page, 'Opgave', 'Een loket')
  await layNote(page, 'Opgave', 'Een balie')
  await lookAt(page, 'Overzicht')
  await page.getByLabel('Zoek in de briefjes').fill('loket')
  await page.getByRole('button', { name: 'Toon in de lijst' }).click()
  await expect(noteWith(page, 'Een loket')).toBeVisible()
  await expect(noteWith(page, 'Een balie')).toHaveCount(0)
})

test('[Y11] another language leaves the page as it is, with what one may undo', async ({ browser }) => {
  const { joinLink } = await begin(browser)
  const { page } = await person(browser, laptop)
  await join(page, joinLink, 'Anna', 'Gemeente')
  await lookAt(page, 'Lijst')
  await layNote(page, 'Opgave', 'Een loket')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'English' }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('Een loket')).toHaveCount(0)
  await page.reload()
  await expect(page.getByRole('button', { name: 'Nederlands' })).toBeVisible()
})
