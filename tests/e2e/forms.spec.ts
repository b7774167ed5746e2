import { expect, type Page } from '@playwright/test'
import { playExample } from '#server/example/play.ts'
import { expectAccessible } from './accessible.ts'
import { laptop, person, phone, startKickoff } from './people.ts'
import { test } from './test.ts'

const inEnglish = (page: Page) => page.getByRole('button', { name: 'English' }).first().click()

test('[U96] who comes in hears at the field what is missing, and what was filled in is there after a reload', async ({
  browser,
}) => {
  const lead = await person(browser, laptop)
  const { joinLink } = await startKickoff(lead.page, 'Netwerk Zuid', ['Gemeente', 'Huren'])
  const { page } = await person(browser, phone)
  await page.goto(joinLink)
  const name = page.getByLabel('Hoe heet je?')
  await page.getByRole('button', { name: 'Doe mee' }).click()
  await expect(name).toBeFocused()
  await expect(name).toHaveAccessibleDescription(/Vul je naam in/)
  await name.fill('Anna de Vries')
  await expect(page.getByText('Vul je naam in.')).toHaveCount(0)
  await page.getByRole('button', { name: 'Doe mee' }).click()
  await expect(page.getByRole('radio', { name: 'Gemeente' })).toBeFocused()
  await expectAccessible(page, 'a form with a mistake')
  await page.reload()
  await expect(name).toHaveValue('Anna de Vries')
  await page.getByRole('radio', { name: 'Huren' }).check()
  await page.getByRole('button', { name: 'Doe mee' }).click()
  await expect(page).toHaveURL(/\/board$/)
  // Whoever joins next on this device finds no name of somebody else.
  expect(await page.evaluate(() => JSON.stringify(sessionStorage))).not.toContain('Anna')
})

test('[U96] who leads hears it in their own language, with the focus in the first wrong field, also where that is folded away', async ({
  browser,
}) => {
  const { page } = await person(browser, laptop)
  const { leadLink } = await startKickoff(page, 'Netwerk Zuid', ['Gemeente', 'Huren'])
  await page.goto(leadLink)
  await expect(page.getByRole('heading', { name: 'Programma' })).toBeVisible()
  await inEnglish(page)

  const minutes = page.getByLabel('Minutes', { exact: true })
  await page.getByRole('button', { name: /^Begin with/ }).click()
  await minutes.fill('0')
  await page.getByRole('button', { name: 'Start the clock' }).click()
  await expect(minutes).toBeFocused()
  await expect(minutes).toHaveAccessibleDescription(/whole number of minutes, from 1 to 480/)

  await page.getByText('All steps (23)').click()
  await page.getByRole('button', { name: 'Add a step' }).click()
  const adding = page.getByRole('dialog', { name: 'New step' })
  await adding.getByLabel('Minutes').fill('')
  await adding.getByRole('button', { name: 'Save' }).click()
  await expect(adding.getByLabel('Name of the step')).toBeFocused()
  await expect(adding.getByLabel('Name of the step')).toHaveAccessibleDescription(/Give the step a name/)
  await expect(adding.getByLabel('Minutes')).toHaveAccessibleDescription(/whole number/)
  await expectAccessible(page, 'a step with mistakes')
  await adding.getByRole('button', { name: 'Leave it as it was' }).click()
})

test('[U96] a form of a new edition that was left is as it was', async ({ browser, baseURL }) => {
  const played = await playExample({ url: baseURL ?? '', until: 'signed' })
  const { page } = await person(browser, laptop)
  await page.goto(played.facilitatorLink)
  const begin = page.getByRole('button', { name: 'Begin een nieuwe editie' })
  const form = page.getByRole('dialog', { name: 'Begin een nieuwe editie' })
  await begin.click()
  await form.getByLabel('Titel van de bijeenkomst').fill('Twee jaar later')
  await form.getByRole('button', { name: 'Begin de editie' }).click()
  await expect(form.getByLabel('Dag 1', { exact: true })).toBeFocused()
  await form.getByLabel('Dag 1', { exact: true }).fill('2032-03-10')
  await page.keyboard.press('Escape')
  await expect(form).toHaveCount(0)
  await page.reload()
  await begin.click()
  await expect(form.getByLabel('Titel van de bijeenkomst')).toHaveValue('Twee jaar later')
  await expect(form.getByLabel('Dag 1', { exact: true })).toHaveValue('2032-03-10')
})
