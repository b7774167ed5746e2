import { expect } from '@playwright/test'
import { expectAccessible } from './accessible.ts'
import { atStatement, heading, passage, textOn } from './at-statement.ts'
import { test } from './test.ts'

test('[C16] a version of the draft is kept, read, compared and put back, while what stood there is kept', async ({
  browser,
  baseURL,
}) => {
  const { lead, anna, leads } = await atStatement(browser, baseURL ?? '', ([one]) => [
    heading('Onze opgave', 'opgave'),
    passage('Wij beginnen met tien huizen.', `note:${one?.id}`),
  ])
  const { page } = lead
  const versions = page.getByRole('region', { name: 'Versies van het concept' })

  await test.step('who leads keeps it under a name; all may read it', async () => {
    await versions.getByRole('button', { name: 'Bewaar deze versie' }).click()
    await expect(versions.getByText('Geef de versie een naam.')).toBeVisible()
    await versions.getByLabel('Naam van deze versie').fill('Voor de lunch')
    await versions.getByRole('button', { name: 'Bewaar deze versie' }).click()
    await expect(versions.getByText('De versie is bewaard.')).toBeVisible()
    await anna.page.getByRole('button', { name: 'Toon de versies (2)' }).click()
    await expect(anna.page.getByRole('listitem').filter({ hasText: 'Zoals het bord het gaf' })).toBeVisible()
    await anna.page.getByRole('button', { name: 'Lees: Voor de lunch' }).click()
    await expect(anna.page.getByRole('dialog', { name: 'Voor de lunch' })).toContainText('tien huizen')
    await anna.page.keyboard.press('Escape')
    await expect(anna.page.getByRole('button', { name: /^Zet terug/ })).toHaveCount(0)
  })

  await test.step('what changed since is told, as others write', async () => {
    await versions.getByRole('button', { name: 'Toon de versies (2)' }).click()
    await textOn(anna.page).getByText('tien huizen').click()
    await anna.page.keyboard.press('End')
    await anna.page.keyboard.type(' En dan verder.')
    await expect(versions.getByRole('insertion')).toContainText('En dan verder.')
    await expectAccessible(page, 'versions compared')
  })

  await test.step('putting back is a new state, with roots; what stood there is a version', async () => {
    await versions.getByRole('button', { name: 'Zet terug: Voor de lunch' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Zet terug' }).click()
    for (const each of [lead, anna]) {
      await expect(textOn(each.page)).not.toContainText('En dan verder.')
      await expect(textOn(each.page)).toContainText('tien huizen')
    }
    await expect(textOn(anna.page).getByRole('paragraph').first()).toHaveAttribute('data-roots', /^note:/)
    await versions.getByRole('button', { name: /^Lees: Vanzelf bewaard/ }).click()
    await expect(page.getByRole('dialog')).toContainText('En dan verder.')
    await page.keyboard.press('Escape')
  })

  await test.step('people write on in it', async () => {
    await textOn(anna.page).getByText('tien huizen').click()
    await anna.page.keyboard.press('End')
    await anna.page.keyboard.type(' Samen.')
    await expect(textOn(page)).toContainText('tien huizen. Samen.')
  })
  leads.leave()
  for (const { watched } of [lead, anna]) expect(watched).toEqual({ foreign: [], errors: [] })
})
