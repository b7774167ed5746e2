import { expect } from '@playwright/test'
import { expectAccessible } from './accessible.ts'
import { join, laptop, layNote, lookAt, person, phone, startKickoff, unfold } from './people.ts'
import { test } from './test.ts'

test('[U52] each sees in which line their notes ended; what lies in none is asked another look at, which who orders gives', async ({
  browser,
}) => {
  const lead = await person(browser, laptop)
  const anna = await person(browser, phone)
  const bram = await person(browser, phone)
  const { joinLink, leadLink } = await startKickoff(lead.page, 'Netwerk Zuid', ['Gemeente', 'Huren'])
  await lead.page.goto(leadLink)
  await join(anna.page, joinLink, 'Anna', 'Gemeente')
  await join(bram.page, joinLink, 'Bram', 'Huren')
  for (const text of ['De wachtlijst groeit', 'Elke straat een gastheer', 'Een loket in de buurt'])
    await layNote(anna.page, 'Opgave', text)
  await unfold(lead.page, 'Bram')
  await lead.page.getByLabel('Mag ordenen: Bram').click()
  await lead.page.getByRole('button', { name: 'Ga ordenen' }).click()

  await anna.page.getByRole('button', { name: '0 van jouw 3 briefjes liggen in een lijn' }).click()
  const own = anna.page.getByRole('dialog', { name: 'Wat werd er van jouw briefjes?' })
  await expect(own.getByText('Ligt nog in geen lijn')).toHaveCount(3)
  await own.getByRole('button', { name: 'Dit hoort nog ergens bij: De wachtlijst groeit' }).click()
  await own.getByRole('button', { name: 'Dit hoort nog ergens bij: Elke straat een gastheer' }).click()
  await expect(own.getByText('Je hebt gevraagd om er nog eens naar te kijken.')).toHaveCount(2)
  await expectAccessible(anna.page, 'what became of one’s notes')

  await expect(lead.page.getByText(/2 briefjes horen nog ergens bij: dat vindt/)).toBeVisible()
  await test.step('who may order sees what is asked, and lays it in a line or says that they looked', async () => {
    await expect(bram.page.getByRole('button', { name: /van jouw/ })).toHaveCount(0)
    await lookAt(bram.page, 'Lijnen')
    const asked = bram.page.getByRole('region', { name: '2 briefjes horen nog ergens bij' })
    await expect(asked.getByText('Volgens Anna')).toHaveCount(2)
    await expectAccessible(bram.page, 'what is asked of notes in no line')
    await asked.getByRole('button', { name: 'Leg in een lijn: De wachtlijst groeit' }).click()
    await bram.page.getByRole('dialog').getByRole('textbox').fill('Wonen')
    await bram.page.keyboard.press('Enter')
    await bram.page
      .getByRole('region', { name: '1 briefje hoort nog ergens bij' })
      .getByRole('button', { name: 'Bekeken: Elke straat een gastheer' })
      .click()
    await expect(bram.page.getByText(/nog ergens bij$/)).toHaveCount(0)
  })

  await expect(own.getByText('Ligt in de lijn ‘Wonen’')).toBeVisible()
  await expect(own.getByText(/Er is nog eens naar gekeken/)).toBeVisible()
  await own.getByRole('button', { name: 'Vraag het nog eens: Elke straat een gastheer' }).click()
  await expect(bram.page.getByRole('region', { name: '1 briefje hoort nog ergens bij' })).toBeVisible()
  expect(anna.watched.errors).toEqual([])
})
