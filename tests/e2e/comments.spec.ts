import { expect, type Page } from '@playwright/test'
import { expectAccessible } from './accessible.ts'
import { atStatement, heading, passage, textOn } from './at-statement.ts'
import { join, person, phone, turnTo } from './people.ts'
import { test } from './test.ts'

const comments = (page: Page) => page.getByRole('region', { name: 'Opmerkingen', exact: true })

test('[C18] people remark on a passage, answer and deal with it: beside the text on a laptop, below it on a phone', async ({
  browser,
  baseURL,
}) => {
  const { lead, anna, leads, played } = await atStatement(browser, baseURL ?? '', () => [
    heading('Onze opgave', 'opgave'),
    passage('Wij beginnen met huizen.'),
    passage('Wij luisteren naar bewoners.'),
  ])
  const bram = await person(browser, phone)
  await join(bram.page, played.joinLink, 'Bram Bos', 'GGZ Eemhoven')
  await turnTo(bram.page, 'Verklaring')
  const said = 'Met hoeveel huizen?'

  await test.step('one says something of the passage at the caret; others see it by name, and the passage marked', async () => {
    await textOn(anna.page).getByText('Wij beginnen met huizen').click()
    await comments(anna.page).getByLabel('Je opmerking bij deze passage').fill(said)
    await comments(anna.page).getByRole('button', { name: 'Plaats de opmerking' }).click()
    for (const { page } of [lead, bram]) {
      await expect(comments(page)).toContainText(said)
      await expect(comments(page)).toContainText('Anna Smit')
      await expect(textOn(page).locator('.commented')).toHaveText('Wij beginnen met huizen.')
    }
    await expectAccessible(anna.page, 'a comment beside the text')
    await expectAccessible(bram.page, 'a comment below the text')
  })

  await test.step('it goes along with its passage while others write before it', async () => {
    await textOn(lead.page).getByText('Onze opgave').click()
    await lead.page.keyboard.press('End')
    await lead.page.keyboard.press('Enter')
    await lead.page.keyboard.type('Vooraf.')
    await textOn(lead.page).getByText('Wij beginnen met huizen').click()
    await lead.page.keyboard.press('Home')
    await lead.page.keyboard.type('Nu: ')
    await expect(textOn(bram.page).locator('.commented')).toHaveText('Nu: Wij beginnen met huizen.')
  })

  await test.step('another answers on a phone, and deals with it', async () => {
    await comments(bram.page).getByRole('button', { name: 'Antwoord' }).click()
    await comments(bram.page).getByLabel('Je antwoord').fill('Met tien.')
    await comments(bram.page).getByRole('button', { name: 'Plaats het antwoord' }).click()
    await expect(comments(anna.page)).toContainText('Met tien.')
    await comments(anna.page)
      .getByRole('button', { name: /^Afgehandeld:/ })
      .click()
    await expect(textOn(bram.page).locator('.commented')).toHaveCount(0)
    await expect(comments(bram.page)).not.toContainText(said)
    await comments(bram.page).getByRole('button', { name: 'Toon wat is afgehandeld (1)' }).click()
    await expect(comments(bram.page)).toContainText('Afgehandeld door Anna Smit')
  })

  await test.step('nothing of it is in what is fixed', async () => {
    await leads.command({ type: 'freezeStatement' })
    await expect(anna.page.getByText('Versie 1, vastgelegd op')).toBeVisible()
    const view = await leads.view()
    const fixed = await anna.page.request.get(
      `/api/sessions/${played.session}/snapshots/${view.statement?.hash}`,
    )
    expect(await fixed.text()).not.toContain(said)
  })
  leads.leave()
  for (const { watched } of [lead, anna, bram]) expect(watched).toEqual({ foreign: [], errors: [] })
})
