import { expect } from '@playwright/test'
import { programme } from '#lib/content/programme.ts'
import { expectAccessible } from './accessible.ts'
import { join, laptop, person, phone, startKickoff, turnTo } from './people.ts'
import { test } from './test.ts'

const first = programme.phases[0]?.title.nl ?? ''

test('[U99] a next date is agreed in its step, and stands on phones and large in the hall', async ({
  browser,
}) => {
  const lead = await person(browser, laptop)
  const anna = await person(browser, phone)
  const { leadLink, joinLink } = await startKickoff(lead.page, 'Netwerk Zuid', ['Gemeente', 'Huren'])
  await join(anna.page, joinLink, 'Anna de Vries', 'Gemeente')
  await lead.page.goto(leadLink)
  await lead.page.getByText('Alle stappen (23)').click()
  await lead.page.getByRole('button', { name: `Verander stap ${first}` }).click()
  await lead.page.getByRole('button', { name: 'Bewerk', exact: true }).click()
  const dialog = lead.page.getByRole('dialog', { name: 'Stap bewerken' })
  await dialog.getByLabel('Wat is er te zien?').selectOption({ label: 'De volgende bijeenkomst' })
  await dialog.getByRole('button', { name: 'Bewaar' }).click()
  await lead.page.getByRole('button', { name: `Begin met “${first}”` }).click()

  const hall = await lead.context.newPage()
  await hall.setViewportSize({ width: 1920, height: 1080 })
  await hall.goto(`/${new URL(lead.page.url()).pathname.split('/')[1]}/projector`)
  await expect(hall.getByText('Er is nog geen datum afgesproken.')).toBeVisible()

  await lead.page.getByRole('link', { name: 'Spreek af wanneer jullie elkaar weer zien' }).click()
  const desk = lead.page.getByRole('region', { name: 'De volgende bijeenkomst' }).first()
  const date = desk.getByLabel('Datum')
  await desk.getByRole('button', { name: 'Spreek deze datum af' }).click()
  await expect(date).toBeFocused()
  await expect(date).toHaveAccessibleDescription('Kies een datum.')
  await date.fill('2020-01-14')
  await desk.getByRole('button', { name: 'Spreek deze datum af' }).click()
  await expect(date).toHaveAccessibleDescription(/Deze dag is al voorbij/)
  await date.fill('2032-01-14')
  await desk.getByLabel('Tijd').fill('14:00')
  await desk.getByLabel('Plaats').fill('Stadhuis Eemhoven')
  await expectAccessible(lead.page, 'agreeing on a date')
  await desk.getByRole('button', { name: 'Spreek deze datum af' }).click()
  await expect(desk.getByRole('button', { name: 'Pas de afspraak aan' })).toBeVisible()

  const when = 'woensdag 14 januari 2032, 14.00 uur'
  await expect(hall.getByText(when)).toBeVisible()
  await expect(hall.getByText('Stadhuis Eemhoven')).toBeVisible()
  await expectAccessible(hall, 'the date in the hall')
  await expect(hall.locator('main').getByRole('button')).toHaveCount(0)
  await anna.page.getByRole('button', { name: `${first}: wat gaan we doen?` }).click()
  await expect(anna.page.getByText(when)).toBeVisible()
  await expectAccessible(anna.page, 'the date on a phone')
  await anna.page.keyboard.press('Escape')

  // In another step it stays, smaller.
  await lead.page.getByRole('button', { name: /^Volgende: / }).click()
  await expect(hall.getByText(when)).toBeVisible()
  await turnTo(anna.page, 'Verklaring')
  await anna.page.getByRole('button', { name: /wat gaan we doen/ }).click()
  await expect(anna.page.getByText(when)).toBeVisible()
  await desk.getByRole('button', { name: 'Haal de afspraak weg' }).click()
  await expect(hall.getByText(when)).toHaveCount(0)
  await expect(anna.page.getByText(when)).toHaveCount(0)
  for (const { watched } of [lead, anna]) expect(watched).toEqual({ foreign: [], errors: [] })
})
