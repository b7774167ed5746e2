import { expect, type Page } from '@playwright/test'
import { expectAccessible } from './accessible.ts'
import { atStatement, heading, passage } from './at-statement.ts'
import { expectFits } from './fits.ts'
import { test } from './test.ts'

const consents = (page: Page) => page.getByRole('region', { name: 'Akkoord per onderdeel' })

test('[C24] who leads writes down how a partner without a device stands; all see by whom, and the device that its people share puts it right', async ({
  browser,
  baseURL,
}) => {
  const { lead, anna, leads } = await atStatement(browser, baseURL ?? '', () => [
    heading('Onze opgave', 'opgave'),
    passage('Wij beginnen met tien huizen.'),
    heading('Onze waarde', 'waarde'),
    passage('Iedereen telt.'),
  ])
  const { roster, partners } = await leads.view()
  const other = partners.find(({ name }) => name === 'GGZ Eemhoven')?.id ?? ''
  for (const { id } of roster.filter(({ partner }) => partner === other))
    await leads.command({ type: 'setParticipant', participant: id, removed: true })
  await leads.command({ type: 'hostPerson', name: 'Hilde', partner: other })

  await test.step('who leads enters it, marked as such', async () => {
    await consents(lead.page)
      .getByLabel('Vul in voor een partner zonder apparaat')
      .selectOption('GGZ Eemhoven')
    const opgave = consents(lead.page).getByRole('listitem').filter({ hasText: 'Onze opgave' }).first()
    await opgave.getByRole('button', { name: 'Akkoord met kanttekening' }).click()
    await opgave.getByLabel('Jullie kanttekening').fill('Alleen als het geld er is.')
    await opgave.getByRole('button', { name: 'Bewaar het antwoord' }).click()
    await expect(consents(anna.page)).toContainText('Alleen als het geld er is.')
    await expect(consents(anna.page)).toContainText(/ingevuld door .+ voor wie geen apparaat heeft/)
    await expectAccessible(lead.page, 'entering for others')
  })

  await test.step('the device on which its people are ticked puts it right', async () => {
    await expect(consents(anna.page).getByLabel('Vul in voor een partner zonder apparaat')).toHaveCount(0)
    await anna.page.getByRole('banner').locator('summary', { hasText: 'mensen hier' }).click()
    await anna.page.getByRole('button', { name: 'Samen op dit apparaat' }).click()
    const together = anna.page.getByRole('dialog', { name: 'Samen op dit apparaat' })
    await together.getByLabel('Op dit apparaat: Hilde').click()
    await expect(together.getByLabel('Op dit apparaat: Hilde')).toBeChecked()
    await together.getByRole('button', { name: 'Klaar', exact: true }).last().click()
    await consents(anna.page)
      .getByLabel('Vul in voor een partner zonder apparaat')
      .selectOption('GGZ Eemhoven')
    const opgave = consents(anna.page).getByRole('listitem').filter({ hasText: 'Onze opgave' }).first()
    await opgave.getByRole('button', { name: 'Akkoord', exact: true }).click()
    await expect(consents(lead.page)).not.toContainText('Alleen als het geld er is.')
    await expect(consents(lead.page)).toContainText('ingevuld door Anna Smit')
  })

  await test.step('it is pleasant on the narrowest phone, in the dark too', async () => {
    for (const scheme of ['light', 'dark'] as const)
      for (const [page, name] of [
        [lead.page, 'lead'],
        [anna.page, 'anna'],
      ] as const) {
        await page.emulateMedia({ colorScheme: scheme })
        await page.setViewportSize({ width: 360, height: 800 })
        await expectFits(page, `${name}, ${scheme}`)
        await consents(page).screenshot({ path: test.info().outputPath(`consents-${name}-${scheme}.png`) })
      }
    await expectAccessible(anna.page, 'consents on a narrow phone in the dark')
  })
  leads.leave()
})
