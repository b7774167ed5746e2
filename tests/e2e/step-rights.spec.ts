import { expect, type Page } from '@playwright/test'
import { expectAccessible } from './accessible.ts'
import { join, laptop, layNote, noteWith, person, phone, startKickoff } from './people.ts'
import { test } from './test.ts'

const table = (page: Page) => page.getByRole('region', { name: /^Tafel \d/ })
const unfoldStep = (page: Page) => page.getByRole('button', { name: /wat gaan we doen\?$/ }).click()

test('[U103] who writes and who moves is chosen with a step, read by all in plain words, and a pen goes from hand to hand', async ({
  browser,
}) => {
  const lead = await person(browser, laptop)
  const { leadLink, joinLink } = await startKickoff(lead.page, 'Netwerk Zuid', ['Gemeente', 'Huren'])
  const [anna, bram, cees] = [
    await person(browser, phone),
    await person(browser, phone),
    await person(browser, phone),
  ]
  await join(anna.page, joinLink, 'Anna', 'Gemeente')
  await join(bram.page, joinLink, 'Bram', 'Huren')
  await join(cees.page, joinLink, 'Cees', 'Huren')

  await test.step('chosen in the editor, in the file too', async () => {
    await lead.page.goto(leadLink)
    await lead.page.getByText('Alle stappen (23)').click()
    await lead.page.getByRole('button', { name: 'Verander stap Wisselende tafels' }).click()
    await lead.page.getByRole('button', { name: 'Bewerk', exact: true }).click()
    const dialog = lead.page.getByRole('dialog', { name: 'Stap bewerken' })
    await expect(dialog.getByLabel('Wie schrijft?')).toHaveValue('all')
    await dialog.getByLabel('Wie schrijft?').selectOption({ label: 'Eén iemand per tafel' })
    await dialog.getByLabel('Wie verplaatst en ordent?').selectOption({ label: 'Alleen wie begeleidt' })
    await expectAccessible(lead.page, 'who may do what in a step')
    await dialog.getByRole('button', { name: 'Bewaar' }).click()
    await lead.page.getByRole('button', { name: /Ga hierheen.*Wisselende tafels/ }).click()
    await lead.page.getByLabel('Aantal tafels').selectOption('2')
    await lead.page.getByRole('button', { name: 'Zet iedereen aan tafel' }).click()
    await expect(lead.page.getByText('schrijft voor deze tafel', { exact: true })).toHaveCount(2)
    const download = lead.page.waitForEvent('download')
    await lead.page.getByRole('button', { name: 'Bewaar als bestand' }).click()
    const file = await (await download).createReadStream()
    const text = (await file.toArray()).join('')
    expect(JSON.parse(text).steps).toContainEqual(
      expect.objectContaining({ title: 'Wisselende tafels', may: { write: 'scribes', move: 'leads' } }),
    )
  })

  await test.step('Anna, who came first, writes for her table; Bram comes to sit there and reads why he does not', async () => {
    await unfoldStep(anna.page)
    await expect(anna.page.getByText('Jij schrijft voor deze tafel.')).toBeVisible()
    await expect(anna.page.getByText(/Eén iemand per tafel schrijft\. .*alleen wie begeleidt/)).toBeVisible()
    const [, place = ''] = /Tafel (\d)/.exec((await table(anna.page).getAttribute('aria-label')) ?? '') ?? []
    await anna.page.keyboard.press('Escape')
    await lead.page.getByLabel('Tafel voor Bram').selectOption({ label: `Tafel ${place}` })
    await unfoldStep(bram.page)
    await expect(bram.page.getByText('Anna schrijft voor deze tafel.')).toBeVisible()
    await expectAccessible(bram.page, 'a table at which another writes')
    await bram.page.keyboard.press('Escape')
    await expect(
      bram.page.getByText('In deze stap schrijft één iemand voor jouw tafel.', { exact: false }).first(),
    ).toBeVisible()
    await expect(bram.page.getByRole('button', { name: /^Leg een briefje bij/ })).toHaveCount(0)
    await layNote(anna.page, 'Waarde', 'Wat wij met z’n allen vonden')
    await expect(noteWith(anna.page, 'Wat wij met z’n allen vonden')).toBeVisible()
  })

  await test.step('he takes the pen, and she reads that he has it', async () => {
    await unfoldStep(bram.page)
    await bram.page.getByRole('button', { name: 'Ik schrijf voor deze tafel' }).click()
    const written = bram.page.getByText('Jij schrijft voor deze tafel.')
    await expect(written).toBeVisible()
    // A dialog that was opened from what is unfolded goes by itself.
    await bram.page.getByRole('button', { name: 'Samen op dit apparaat' }).click()
    await expect(bram.page.getByRole('dialog')).toBeVisible()
    await bram.page.keyboard.press('Escape')
    await expect(bram.page.getByRole('dialog')).toHaveCount(0)
    await expect(written).toBeVisible()
    await bram.page.keyboard.press('Escape')
    await expect(written).toBeHidden()
    await layNote(bram.page, 'Waarde', 'En dit ook')
    await expect(noteWith(anna.page, 'En dit ook')).toBeVisible()
    await unfoldStep(anna.page)
    await expect(anna.page.getByText('Bram schrijft voor deze tafel.')).toBeVisible()
  })
  for (const { watched } of [lead, anna, bram, cees]) expect(watched).toEqual({ foreign: [], errors: [] })
})
