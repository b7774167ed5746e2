import { expect, type Page } from '@playwright/test'
import { test } from './test.ts'

/** The smallest phone that we promise to work on. */
const phone = { viewport: { width: 360, height: 740 }, hasTouch: true }

/** Makes a session by the form and gives its code, as it is shown. */
async function createSession(page: Page): Promise<string> {
  await page.goto('/')
  await page.getByRole('link', { name: 'Begin een kick-off' }).click()
  await page.getByLabel('Naam van het netwerk').fill('Netwerk Thuis in Oost')
  await page.getByLabel('Titel van de bijeenkomst').fill('Kick-off wonen en zorg')
  await page.getByLabel('Naam van partner 1', { exact: true }).fill('Gemeente Oost')
  await page.getByLabel('Naam van partner 2', { exact: true }).fill('Stichting Welzijn')
  await page.getByRole('button', { name: 'Maak de sessie' }).click()
  await expect(page.getByRole('heading', { name: 'Je sessie staat klaar' })).toBeFocused()
  await expect(page.getByRole('img', { name: /QR-code/ })).toBeVisible()
  const link = await page.getByLabel('Link om mee te doen', { exact: true }).inputValue()
  return new URL(link).searchParams.get('code') ?? ''
}

test('a session is made by the form, and joined by its code on a phone, once', async ({ page, browser }) => {
  const code = await createSession(page)
  const device = await browser.newContext(phone)
  const guest = await device.newPage()
  await guest.goto('/')
  // As people type it: in small letters, with a space.
  await guest.getByLabel('Doe mee met een code').fill(`${code.slice(0, 3)} ${code.slice(3).toLowerCase()}`)
  await guest.getByRole('button', { name: 'Doe mee' }).click()
  await expect(guest.getByRole('heading', { name: 'Kick-off wonen en zorg' })).toBeVisible()
  await guest.getByLabel('Hoe heet je?').fill('Anna de Vries')
  await guest.getByLabel('Gemeente Oost').check()
  await guest.getByRole('button', { name: 'Doe mee' }).click()
  await expect(guest).toHaveURL(/\/board$/)
  const board = guest.url()

  // Back on the same device: the link alone is enough.
  await guest.goto(`/join?code=${code}`)
  await expect(guest).toHaveURL(board)
  await device.close()
})

test('a wrong code says what to do, and lets one try another', async ({ browser }) => {
  const device = await browser.newContext(phone)
  const page = await device.newPage()
  await page.goto('/join?code=ABCDEFGHJ')
  await expect(page.getByRole('heading', { name: 'Deze code kennen we niet' })).toBeFocused()
  await expect(page.getByLabel('De code')).toHaveValue('ABCDEFGHJ')
  await page.getByLabel('De code').fill('')
  await page.getByRole('button', { name: 'Probeer opnieuw' }).click()
  await expect(page.getByText('Vul de code in die de begeleider laat zien.')).toBeVisible()
  await expect(page.getByLabel('De code')).toBeFocused()
  await device.close()
})

test('the form keeps what was typed over a reload, takes a pasted list, and points at what is missing', async ({
  page,
}) => {
  await page.goto('/#kick-off')
  await page.getByLabel('Titel van de bijeenkomst').fill('Kick-off')
  await page.getByLabel('Naam van partner 1', { exact: true }).evaluate(input => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text', 'Gemeente Oost\tgemeente\nWoonstede\twoningcorporatie')
    input.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  })
  await expect(page.getByLabel('Naam van partner 2', { exact: true })).toHaveValue('Woonstede')
  await page.reload()
  await expect(page.getByLabel('Soort organisatie van partner 2', { exact: true })).toHaveValue(
    'woningcorporatie',
  )
  await expect(page.getByLabel('Titel van de bijeenkomst')).toHaveValue('Kick-off')
  await page.getByRole('button', { name: 'Maak de sessie' }).click()
  await expect(page.getByLabel('Naam van het netwerk')).toBeFocused()
  await expect(page.getByLabel('Naam van het netwerk')).toHaveAccessibleDescription(/Vul dit in/)
})
