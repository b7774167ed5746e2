import { expect, type Page } from '@playwright/test'
import { hall } from './hall.ts'
import { expectAccessible, laptop, phone } from './people.ts'
import { test } from './test.ts'

/** Goes on from one vote to its result. */
async function end(lead: Page): Promise<void> {
  await lead.getByRole('button', { name: 'Sluit de stemming' }).click()
  await lead.getByRole('button', { name: 'Onthul de uitslag' }).click()
}

test('[B8] a vote by consent asks its reasons in its own words, and earlier results stay to be read', async ({
  browser,
  baseURL,
}) => {
  const { come, lead: leads } = await hall(browser, baseURL ?? '')
  const { page: lead } = await leads()
  const { page } = await come('Anna', { viewport: phone })
  const { page: watching } = await come('Bram', { viewport: laptop })
  await lead.getByRole('button', { name: 'Ga ordenen' }).click()
  await lead.getByRole('button', { name: 'Ga kiezen' }).click()
  await page.reload()
  await page.getByLabel('Nieuw voorstel').fill('Iedereen kan erbij.')
  await page.getByRole('button', { name: 'Leg het voorstel voor' }).click()
  await expect(lead.getByLabel('Iedereen kan erbij.')).toBeVisible()

  await test.step('a wrong number of dots is said where it stands', async () => {
    const dots = lead.getByLabel('Stippen per stem')
    await dots.fill('99')
    await expect(lead.getByText('Vul een heel getal in van 1 tot en met 10.')).toBeVisible()
    await expect(lead.getByRole('button', { name: 'Open de stemming' })).toBeDisabled()
    await dots.fill('2')
    await expect(lead.getByText('Vul een heel getal in van 1 tot en met 10.')).toHaveCount(0)
  })

  await lead.getByRole('button', { name: 'Open de stemming' }).click()
  await page.getByRole('button', { name: 'Stip erbij voor tekst 1' }).click()
  await page.getByRole('button', { name: 'Breng je stem uit' }).click()
  await expect(page.getByText(/Je stem is geteld/)).toBeVisible()
  await end(lead)
  await expect(page.getByText('1 stip', { exact: true })).toBeVisible()

  await lead.getByText('Nieuwe stemming').click()
  await lead.getByLabel(/Met instemming/).check()
  await lead.getByRole('button', { name: 'Open de stemming' }).click()
  await test.step('a reason that is missing has the focus until it is there, and then nothing is said of it', async () => {
    await page.getByRole('button', { name: 'Breng je stem uit' }).click()
    const incomplete = page.getByText('Kies bij elke tekst een antwoord.')
    await expect(incomplete).toBeVisible()
    await page.getByLabel('Ik heb bezwaar').check()
    await expect(incomplete).toHaveCount(0)
    await page.getByRole('button', { name: 'Breng je stem uit' }).click()
    const missing = page.getByText('Schrijf bij je bedenking of bezwaar kort waarom.')
    await expect(missing).toBeVisible()
    await expect(page.getByLabel('Waarom?')).toBeFocused()
    await expectAccessible(page, 'a reason that is missing')
    await page.getByLabel('Waarom?').fill('Te vaag.')
    await expect(missing).toHaveCount(0)
    await page.getByRole('button', { name: 'Breng je stem uit' }).click()
    await expect(page.getByText('Geteld is: Tekst 1: Ik heb bezwaar.')).toBeVisible()
    await page.getByLabel('Ik kan ermee verder').check()
    await expect(page.getByText('Je wijziging is nog niet verstuurd')).toBeVisible()
    await page.getByRole('button', { name: 'Verander je stem' }).click()
    await expect(page.getByText('Geteld is: Tekst 1: Ik kan ermee verder.')).toBeVisible()
  })

  await end(lead)
  await test.step('the result of the first vote unfolds under the second', async () => {
    await page.goto(new URL('?view=proposals', page.url()).href)
    await watching.goto(new URL('?view=proposals', watching.url()).href)
    await watching.getByText('Eerdere stemmingen').click()
    await expect(watching.getByRole('heading', { name: 'Stemming 1' })).toBeVisible()
    await expect(watching.getByText('1 stip', { exact: true })).toBeVisible()
    await expectAccessible(watching, 'earlier results')
  })
})
