import { expect } from '@playwright/test'
import { expectAccessible } from './accessible.ts'
import { join, laptop, layNote, noteWith, person, phone, startKickoff } from './people.ts'
import { test } from './test.ts'

test('[U55] people share a device: they are added, ticked, written for, count, and go on to another table’s', async ({
  browser,
}) => {
  const lead = await person(browser, laptop)
  const anna = await person(browser, { width: 820, height: 1180 })
  const bram = await person(browser, phone)
  const { joinLink, leadLink } = await startKickoff(lead.page, 'Netwerk Zuid', ['Gemeente', 'Huren', 'Zorg'])
  await lead.page.goto(leadLink)
  await join(anna.page, joinLink, 'Anna', 'Gemeente')
  await join(bram.page, joinLink, 'Bram', 'Huren')
  await lead.page.getByRole('button', { name: /^Begin met/ }).click()

  const share = async (page: typeof anna.page) => {
    await page.getByRole('banner').locator('summary', { hasText: 'mensen hier' }).click()
    await page.getByRole('button', { name: 'Samen op dit apparaat' }).click()
    return page.getByRole('dialog', { name: 'Samen op dit apparaat' })
  }
  const together = await share(anna.page)
  await together.getByLabel('Naam').fill('Dirk Jansen')
  await together.getByLabel('Namens wie?').selectOption('Zorg')
  await together.getByRole('button', { name: 'Zet erbij' }).click()
  await expect(together.getByLabel('Op dit apparaat: Dirk Jansen')).toBeChecked()
  await together.getByRole('button', { name: 'Klaar: Dirk Jansen' }).click()
  await expect(lead.page.getByText('1 deelnemer klaar, 1 partner')).toBeVisible()
  await expectAccessible(anna.page, 'who shares a device')
  await together.getByRole('button', { name: 'Klaar', exact: true }).last().click()
  await expect(lead.page.getByText(/Zorg · .*zonder eigen apparaat, bij Anna/)).toBeVisible()

  await test.step('what is written for somebody is theirs', async () => {
    await layNote(anna.page, 'Deelname', 'Van Anna zelf')
    await anna.page.getByLabel('Van wie is dit briefje?').selectOption('Dirk Jansen, Zorg')
    await layNote(anna.page, 'Deelname', 'Dirk zei: eerst de wachtlijst')
    await expectAccessible(anna.page, 'in whose name one writes')
    await bram.page
      .getByRole('navigation', { name: 'Bouwstenen' })
      .getByRole('button', { name: 'Deelname' })
      .click()
    await expect(noteWith(bram.page, 'Dirk zei: eerst de wachtlijst').getByText('Zorg')).toBeVisible()
    await expect(noteWith(bram.page, 'Van Anna zelf').getByText('Gemeente')).toBeVisible()
  })

  await test.step('another device takes over', async () => {
    const others = await share(bram.page)
    await others.getByLabel('Op dit apparaat: Dirk Jansen').click()
    await expect(others.getByLabel('Op dit apparaat: Dirk Jansen')).toBeChecked()
    await expect(anna.page.getByLabel('Van wie is dit briefje?')).toHaveCount(0)
    await expectAccessible(bram.page, 'who shares a device, on a phone')
  })
  expect([...anna.watched.errors, ...bram.watched.errors]).toEqual([])
})
