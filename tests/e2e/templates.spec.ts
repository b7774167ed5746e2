import { expect } from '@playwright/test'
import { programme } from '#lib/content/programme.ts'
import { expectAccessible } from './accessible.ts'
import { laptop, person, startKickoff } from './people.ts'
import { test } from './test.ts'

const [first] = programme.phases.map(({ title }) => title.nl) as [string]
const step = (id: string, title: string, mode: string) => ({
  ...{ id, day: 'day1', title, goal: '', instruction: '', notes: '', minutes: 10, mode },
  ...{ phase: 'collect', view: 'wall', bouwstenen: [] },
})
const file = {
  name: 'korte middag.json',
  mimeType: 'application/json',
  buffer: Buffer.from(
    JSON.stringify({
      kind: 'mozaiekbord-programme',
      version: 1,
      steps: [step('own-step-1', 'Stil beginnen', 'private'), step('own-step-2', 'Aan tafels', 'tables')],
    }),
  ),
}

test('[U78] a kick-off begins with a programme from a file, and with one that was kept on the device', async ({
  browser,
}) => {
  const { page, watched } = await person(browser, laptop)
  const begin = async (network: string) => {
    await page.goto('/#kick-off')
    await page.getByLabel('Naam van het netwerk').fill(network)
    await page.getByLabel('Titel van de bijeenkomst').fill('Kick-off')
  }
  const make = async () => {
    await page.getByRole('button', { name: 'Maak de sessie' }).click()
    await page.getByRole('link', { name: 'Ga naar je sessie' }).click()
  }
  await begin('Netwerk Zuid')
  await expect(page.getByRole('radio', { name: /Twee dagen volgens de methode/ })).toBeChecked()
  const input = page.getByLabel('Kies een bestand met een programma', { exact: true }).last()
  await input.setInputFiles({ ...file, buffer: Buffer.from('{}') })
  await expect(page.getByText(/Dit bestand is geen programma/)).toBeVisible()
  await input.setInputFiles(file)
  await expect(page.getByRole('radio', { name: /korte middag.*2 stappen, uit een bestand/ })).toBeChecked()
  // What was chosen stays, as what was typed does.
  await page.reload()
  await expect(page.getByRole('radio', { name: /korte middag/ })).toBeChecked()
  await expectAccessible(page, 'choosing a programme')
  await make()
  await expect(page.getByRole('button', { name: 'Begin met “Stil beginnen”' })).toBeVisible()

  await page.getByText('Alle stappen (2)').click()
  await page.getByRole('button', { name: 'Bewaar op dit apparaat' }).click()
  const asking = page.getByRole('dialog', { name: 'Bewaar dit programma' })
  await expect(asking.getByLabel('Naam')).toHaveValue('Netwerk Zuid')
  await asking.getByLabel('Naam').fill('Onze middag')
  await expectAccessible(page, 'keeping a programme')
  await asking.getByRole('button', { name: 'Bewaar', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Gebruik Onze middag' })).toBeVisible()

  await begin('Netwerk Noord')
  await page.getByRole('radio', { name: /Onze middag.*bewaard op dit apparaat/ }).check()
  await make()
  await expect(page.getByRole('button', { name: 'Begin met “Stil beginnen”' })).toBeVisible()
  expect(watched.errors).toEqual([])
})

test('[U77] a template that is taken while a step is on comes after it, and can be put back as it was', async ({
  browser,
}) => {
  const { page } = await person(browser, laptop)
  const { leadLink } = await startKickoff(page, 'Netwerk Zuid', ['Gemeente'])
  await page.goto(leadLink)
  await page.getByRole('button', { name: `Begin met “${first}”` }).click()
  await page.getByText('Alle stappen (23)').click()
  await page.getByLabel('Haal uit een bestand', { exact: true }).last().setInputFiles(file)
  await expect(
    page.getByText(`Wat al geweest is en “${first}” blijven staan.`, { exact: false }),
  ).toBeVisible()
  await expect(page.getByRole('button', { name: 'Volgende: Stil beginnen' })).toBeVisible()
  await expectAccessible(page, 'a template taken')
  await page.getByRole('button', { name: 'Zet terug zoals het was' }).click()
  await expect(page.getByText('Alle stappen (23)')).toBeVisible()
})

test('[U79] a step offers what its way of working asks for, says so in the editor, and does nothing by itself', async ({
  browser,
}) => {
  const { page } = await person(browser, laptop)
  await page.goto('/#kick-off')
  await page.getByLabel('Naam van het netwerk').fill('Netwerk Zuid')
  await page.getByLabel('Titel van de bijeenkomst').fill('Kick-off')
  await page.getByLabel('Kies een bestand met een programma', { exact: true }).last().setInputFiles(file)
  await expect(page.getByRole('radio', { name: /korte middag/ })).toBeChecked()
  await page.getByRole('button', { name: 'Maak de sessie' }).click()
  await page.getByRole('link', { name: 'Ga naar je sessie' }).click()
  await page.getByText('Alle stappen (2)').click()
  await page.getByRole('button', { name: 'Verander stap Stil beginnen' }).click()
  await page.getByRole('button', { name: 'Bewerk', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Stap bewerken' })
  await expect(dialog.getByText(/krijg je een knop om de bureaus te openen/)).toBeVisible()
  await dialog.getByLabel('Hoe werken we?').selectOption('Aan tafels')
  await expect(dialog.getByText(/aan welke tafel/)).toBeVisible()
  await dialog.getByRole('button', { name: 'Laat zoals het was' }).click()

  await page.getByRole('button', { name: 'Begin met “Stil beginnen”' }).click()
  await expect(page.getByText('In deze stap schrijft ieder eerst voor zichzelf.')).toBeVisible()
  await expect(page.getByRole('button', { name: /Leg alle briefjes neer|Leg alles neer/ })).toHaveCount(0)
  await expectAccessible(page, 'what a step offers')
  await page.getByRole('button', { name: 'Open de bureaus, met naam' }).click()
  await expect(page.getByText('In deze stap schrijft ieder eerst voor zichzelf.')).toHaveCount(0)
  await page.getByRole('button', { name: 'Volgende: Aan tafels' }).click()
  await page.getByRole('link', { name: 'De bureaus staan nog open: leg de briefjes neer' }).click()
  await expect(page.getByRole('heading', { name: 'Stil voor jezelf' })).toBeInViewport()
})
