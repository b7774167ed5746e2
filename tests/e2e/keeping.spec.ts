import { expect } from '@playwright/test'
import { playExample } from '#server/example/play.ts'
import { expectAccessible } from './accessible.ts'
import { expectFits } from './fits.ts'
import { laptop, person } from './people.ts'
import { test } from './test.ts'

const dayFrom = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

test('[O16] who leads chooses on their page until when all is kept, and is warned a month before it goes', async ({
  browser,
  baseURL,
}) => {
  const { facilitatorLink } = await playExample({ url: baseURL as string, until: 'collect' })
  const { page, watched } = await person(browser, laptop)
  await page.goto(facilitatorLink)
  const desk = page.getByText('Hoe lang blijft dit bewaard?')
  await desk.click()
  const told = page.getByText(/^Deze kick-off blijft bewaard tot en met/)
  const usual = await told.textContent()
  const soon = page.getByText(/is de laatste dag dat deze kick-off bewaard blijft/)
  await expect(soon).toBeHidden()

  const save = page.getByRole('button', { name: 'Bewaar tot en met deze dag' })
  await expect(save).toBeDisabled()
  await page.getByLabel('Laatste dag').fill(dayFrom(0))
  await expect(save).toBeDisabled()
  await page.getByLabel('Laatste dag').fill(dayFrom(12))
  await save.click()
  await expect(told).not.toHaveText(usual ?? '')
  await expect(
    page.getByText('Over 12 dagen is de laatste dag dat deze kick-off bewaard blijft'),
  ).toBeVisible()
  await expectAccessible(page, 'the warning and the desk')
  await page.setViewportSize({ width: 360, height: 780 })
  await expectFits(page, 'the warning and the desk')
  await page.getByRole('button', { name: 'Terug naar de gewone termijn' }).click()
  await expect(told).toHaveText(usual ?? '')
  await expect(soon).toBeHidden()
  expect(watched.errors).toEqual([])
})
