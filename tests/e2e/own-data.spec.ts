import { expect } from '@playwright/test'
import { expectAccessible } from './accessible.ts'
import { expectFits } from './fits.ts'
import { join, laptop, layNote, person, phone, startKickoff } from './people.ts'
import { test } from './test.ts'

test('[I19] one reads what is kept of oneself, corrects one’s name, reads what goes and what stays, and is removed', async ({
  browser,
}, info) => {
  const lead = await person(browser, laptop)
  const { leadLink, joinLink } = await startKickoff(lead.page, 'Netwerk Oost', ['Gemeente'])
  await lead.page.goto(leadLink)
  const { page, watched } = await person(browser, phone)
  await join(page, joinLink, 'Wilhelmina Typefout', 'Gemeente')
  await layNote(page, 'Waarde', 'Buren die elkaar kennen')
  const open = async () => {
    await page.locator('summary', { hasText: /hier/ }).click()
    await page.getByRole('button', { name: 'Wat is er van mij bewaard?' }).click()
  }
  await open()
  const dialog = page.getByRole('dialog', { name: 'Wat is er van mij bewaard?' })
  await expect(dialog.getByText('Je doet mee namens Gemeente.')).toBeVisible()
  await dialog.getByText('Briefjes, ook die in de prullenbak (1)').click()
  await expect(dialog.getByText('Buren die elkaar kennen')).toBeVisible()
  await expectAccessible(page, 'what is kept of oneself')
  await page.setViewportSize({ width: 360, height: 740 })
  await expectFits(page, 'what is kept of oneself')
  await page.screenshot({ path: info.outputPath('own-data.png') })

  await dialog.getByLabel('Je naam').fill('Wilhelmina Goed')
  await dialog.getByRole('button', { name: 'Bewaar mijn naam' }).click()
  await expect(dialog.getByText(/^Je naam is veranderd/)).toBeVisible()
  await expect(lead.page.getByText('Wilhelmina Goed').first()).toBeAttached()

  await dialog.getByText('Verwijder mij …').click()
  await expect(dialog.getByText('Stemmen en antwoorden die meetelden', { exact: false })).toBeVisible()
  await dialog.getByRole('button', { name: 'Ja, verwijder mij uit deze sessie' }).scrollIntoViewIfNeeded()
  await page.screenshot({ path: info.outputPath('removal.png') })
  await expectAccessible(page, 'what goes and what stays')
  await dialog.getByRole('button', { name: 'Ja, verwijder mij uit deze sessie' }).click()
  await expect(page).toHaveURL(/\/$/)
  await expect(lead.page.getByText('Oud-deelnemer 1').first()).toBeAttached()
  await expect(lead.page.getByText('Wilhelmina')).toHaveCount(0)
  expect(watched.errors).toEqual([])
})
