import { execFileSync } from 'node:child_process'
import { expect, type Page } from '@playwright/test'
import { expectAccessible } from './accessible.ts'
import { atStatement, heading, passage, textOn } from './at-statement.ts'
import { join, person, phone, turnTo } from './people.ts'
import { test } from './test.ts'

const section = (page: Page, title: string) =>
  page
    .getByRole('region', { name: 'Akkoord per onderdeel' })
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name: title }) })

test('[C10] partners answer by section; a change asks again for that section alone, and a reservation ends up in the PDF', async ({
  browser,
  baseURL,
}) => {
  const { lead, anna, leads, played } = await atStatement(browser, baseURL ?? '', () => [
    heading('Onze opgave', 'opgave'),
    passage('Wij beginnen met tien huizen.'),
    heading('Onze waarde', 'waarde'),
    passage('Iedereen telt.'),
  ])
  const bram = await person(browser, phone)
  await join(bram.page, played.joinLink, 'Bram Bos', 'GGZ Eemhoven')
  await turnTo(bram.page, 'Verklaring')
  const reservation = 'Alleen als het geld er in januari is.'

  await test.step('one agrees, another with a reservation, each by name and seen by all', async () => {
    await expect(anna.page.getByText('Jullie antwoordden op 0 van 2 onderdelen.')).toBeVisible()
    for (const title of ['Onze opgave', 'Onze waarde'])
      await section(anna.page, title).getByRole('button', { name: 'Akkoord', exact: true }).click()
    await expect(anna.page.getByText('Jullie antwoordden op 2 van 2 onderdelen.')).toBeVisible()
    const opgave = section(bram.page, 'Onze opgave')
    await opgave.getByRole('button', { name: 'Akkoord met kanttekening' }).click()
    await opgave.getByRole('button', { name: 'Bewaar het antwoord' }).click()
    await expect(opgave.getByText('Schrijf erbij waarom.')).toBeVisible()
    await opgave.getByLabel('Jullie kanttekening').fill(reservation)
    await expectAccessible(bram.page, 'a reservation on a phone')
    await opgave.getByRole('button', { name: 'Bewaar het antwoord' }).click()
    await expect(section(anna.page, 'Onze opgave')).toContainText(reservation)
    await expect(section(anna.page, 'Onze opgave')).toContainText('Bram Bos')
    await expect(section(anna.page, 'Onze opgave')).toContainText('1 partner akkoord')
    await expectAccessible(anna.page, 'consent by section')
  })

  await test.step('a change asks again for that section, with what changed', async () => {
    await textOn(lead.page).getByText('Iedereen telt.').click()
    await lead.page.keyboard.press('End')
    await lead.page.keyboard.type(' En doet mee.')
    const waarde = section(anna.page, 'Onze waarde')
    await expect(waarde.getByText('De tekst is veranderd sinds jullie akkoord')).toBeVisible()
    await expect(section(anna.page, 'Onze opgave').getByText('De tekst is veranderd')).toHaveCount(0)
    await waarde.getByRole('button', { name: 'Wat is er veranderd?' }).click()
    await expect(waarde.getByRole('insertion')).toContainText('En doet mee.')
    await expectAccessible(anna.page, 'what changed since')
    await waarde.getByRole('button', { name: 'Akkoord', exact: true }).click()
    await expect(waarde.getByText('De tekst is veranderd')).toHaveCount(0)
  })

  await test.step('who leads sees it as a table, and what is open when the text is fixed', async () => {
    const row = lead.page.getByRole('row').filter({ hasText: 'Gemeente Eemhoven' })
    await expect(row.getByRole('cell', { name: 'Akkoord', exact: true })).toHaveCount(2)
    await expect(anna.page.getByRole('table')).toHaveCount(0)
    await expectAccessible(lead.page, 'the table of who stands how')
    await turnTo(lead.page, 'Begeleiden')
    await lead.page.getByRole('button', { name: 'Leg de verklaring vast' }).click()
    const asked = lead.page.getByRole('dialog')
    await expect(asked).toContainText('Nog niet iedereen is akkoord met elk onderdeel')
    await expect(asked).not.toContainText('Onze opgave: Gemeente Eemhoven')
    await asked.getByRole('button', { name: 'Leg de verklaring vast' }).click()
    await expect(asked).toHaveCount(0)
  })

  await test.step('the reservation stands under the fixed text, with the signatory, and in the PDF', async () => {
    await expect(bram.page.getByRole('region', { name: 'Kanttekeningen' })).toContainText(reservation)
    await bram.page.goto((await leads.view()).signatories[0]?.link ?? '')
    await expect(bram.page.getByRole('region', { name: 'Kanttekeningen' })).toContainText('GGZ Eemhoven')
    await expect(bram.page.getByText(/dit is precies de vastgelegde versie/)).toBeVisible()
    await expectAccessible(bram.page, 'signing a text with reservations')
    await bram.page.getByLabel('Je naam').fill('Noor Çelik')
    await bram.page.getByLabel('Je functie').fill('Wethouder')
    await bram.page.getByRole('radio', { name: /Op grond van mijn functie/ }).check()
    await bram.page.getByLabel('Plaats waar je tekent').fill('Eemhoven')
    await bram.page.getByRole('button', { name: /^Onderteken namens/ }).click()
    const sentence = bram.page.getByRole('dialog')
    await expect(sentence).toContainText('met de kanttekeningen van GGZ Eemhoven die erin staan')
    await sentence.getByRole('button', { name: /^Onderteken namens/ }).click()
    await expect(bram.page.getByText('Ondertekend', { exact: true })).toBeVisible()
    const [download] = await Promise.all([
      anna.page.waitForEvent('download'),
      anna.page.getByRole('link', { name: 'Verklaring als PDF' }).click(),
    ])
    const printed = execFileSync('pdftotext', [await download.path(), '-'], { encoding: 'utf8' })
    const words = printed.replaceAll(/\s+/g, ' ')
    expect(words).toMatch(
      /Kanttekeningen .*GGZ Eemhoven · Onze opgave Alleen als het geld er in januari is\. Bram Bos/,
    )
  })
  leads.leave()
  for (const { watched } of [lead, anna, bram]) expect(watched).toEqual({ foreign: [], errors: [] })
})
