import { expect, type Page, test } from '@playwright/test'
import { laptop, noteWith, person, startKickoff } from './people.ts'

/** Goes on by Tab until the focus is on what is asked; the way that somebody without a mouse goes. */
async function tabTo(page: Page, name: RegExp | string): Promise<void> {
  const wanted = typeof name === 'string' ? new RegExp(`^${name}$`) : name
  for (let presses = 0; presses < 150; presses++) {
    await page.keyboard.press('Tab')
    const focused = page.locator(':focus')
    if ((await focused.count()) === 0) continue
    const label = await focused.evaluate(nameOf)
    if (wanted.test(label)) {
      const outline = await focused.evaluate(element => getComputedStyle(element).outlineStyle)
      expect(outline, `the focus on ${label} can be seen`).not.toBe('none')
      return
    }
  }
  throw new Error(`Tab does not come to ${name}`)
}

/** What a screen reader would call the element, near enough to find it by. */
function nameOf(element: Element): string {
  const own = element.getAttribute('aria-label')
  const labels = (element as HTMLInputElement).labels
  const text =
    own ?? (labels?.length ? [...labels].map(each => each.textContent).join(' ') : element.textContent)
  return (text ?? '').replace(/\s+/g, ' ').trim()
}

async function press(page: Page, name: RegExp | string, key = 'Enter'): Promise<void> {
  await tabTo(page, name)
  await page.keyboard.press(key)
}

test('joining, writing, moving, ordering, proposing and voting go by keyboard alone', async ({ browser }) => {
  const lead = await person(browser, laptop)
  const { leadLink, joinLink } = await startKickoff(lead.page, 'Netwerk', ['Gemeente'])
  await lead.page.goto(leadLink)
  const { page } = await person(browser, laptop)
  await page.goto(joinLink)
  await expect(page.getByLabel('Hoe heet je?')).toBeFocused()
  await page.keyboard.type('Anna')
  await tabTo(page, /Gemeente/)
  await page.keyboard.press('Space')
  await press(page, 'Doe mee')
  await expect(page.getByText('Live', { exact: true })).toBeVisible()

  await press(page, 'Leg een briefje bij Waarde')
  await page.keyboard.type('Zonder muis')
  await page.keyboard.press('Enter')
  await expect(noteWith(page, 'Zonder muis')).toBeVisible()
  await page.keyboard.press('Escape')

  await press(page, /^Briefje: Zonder muis/)
  await expect(page.getByRole('dialog')).toBeVisible()
  await expect(page.getByLabel('Tekst van het briefje')).toBeFocused()
  await page.keyboard.press('End')
  await page.keyboard.type(' geschreven')
  await tabTo(page, 'Ligt bij')
  await page.keyboard.type('Binding')
  await press(page, 'Klaar')
  await expect(page.locator('[data-tile=binding]').getByText('Zonder muis geschreven')).toBeVisible()

  await press(lead.page, /^Mag ordenen.*Anna/, 'Space')
  await press(lead.page, 'Ga ordenen')
  await expect(page.getByText(/De briefjes worden in lijnen gelegd/)).toBeVisible()
  await press(page, 'Lijnen')
  await press(page, 'Vink aan: Zonder muis geschreven', 'Space')
  await tabTo(page, 'Nieuwe lijn')
  await page.keyboard.type('Op eigen kracht')
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Naam van de lijn')).toHaveValue('Op eigen kracht')

  await press(lead.page, 'Ga kiezen')
  await press(page, 'Opgave kiezen')
  await tabTo(page, 'Nieuw voorstel')
  await page.keyboard.type('Iedereen kan erbij.')
  await press(page, 'Leg het voorstel voor')
  await expect(lead.page.getByLabel('Iedereen kan erbij.')).toBeVisible()
  await press(lead.page, 'Open de stemming')
  await expect(page.getByRole('button', { name: 'Breng je stem uit' })).toBeVisible()
  await press(page, 'Stip erbij voor tekst 1')
  await press(page, 'Breng je stem uit')
  await expect(page.getByText(/Je stem is geteld/)).toBeVisible()
  await press(lead.page, 'Sluit de stemming')
  await press(lead.page, 'Onthul de uitslag')
  await press(lead.page, 'Kies als opgave: Iedereen kan erbij.')
  await press(lead.page, 'Bevries het bord')
  await expect(lead.page.getByRole('dialog')).toBeVisible()
  await press(lead.page, 'Bevries het bord')
  await expect(page.getByText(/Het bord ligt vast/).first()).toBeVisible()

  await press(page, 'Verklaring')
  await tabTo(page, 'Tekst van de verklaring')
  await page.keyboard.press('Control+Home')
  await page.keyboard.type('Vooraf. ')
  await expect(page.getByRole('textbox', { name: 'Tekst van de verklaring' })).toContainText('Vooraf.')
  await press(lead.page, 'Leg de verklaring vast')
  await press(lead.page, 'Leg de verklaring vast')
  const link = lead.page.getByRole('textbox', { name: 'Link om te tekenen voor Gemeente' })
  await page.goto(await link.inputValue())
  await tabTo(page, 'Je naam')
  await page.keyboard.type('Anna')
  await tabTo(page, 'Je functie')
  await page.keyboard.type('Bestuurder')
  await press(page, 'Onderteken namens Gemeente')
  await expect(page.getByRole('dialog')).toBeVisible()
  await press(page, 'Onderteken namens Gemeente')
  await expect(page.getByText('Ondertekend', { exact: true })).toBeVisible()
})
