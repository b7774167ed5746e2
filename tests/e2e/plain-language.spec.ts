import { expect } from '@playwright/test'
import { expectAccessible } from './accessible.ts'
import { atStatement, heading, passage, textOn } from './at-statement.ts'
import { test } from './test.ts'

const long = `Dit is een heel lange zin ${'met nog meer woorden '.repeat(6)}tot hij eindelijk ophoudt.`

test('[C13] words that hide meaning are underlined for who writes, with a question and plainer words; never in the document, and each may put it off', async ({
  browser,
  baseURL,
}) => {
  const { lead, anna, leads } = await atStatement(browser, baseURL ?? '', ([one]) => [
    heading('Onze opgave', 'opgave'),
    passage('Integraal werken is ons doel. Wij faciliteren bewoners.', `note:${one?.id}`),
    passage(long),
  ])
  const { page } = anna
  const marked = (of = page) => textOn(of).locator('.vague-word')
  const help = page.getByRole('complementary').getByRole('region', { name: 'Gewone taal' })

  await test.step('a click on one asks what is meant, and one press puts a plainer word there', async () => {
    await expect(marked().first()).toHaveText('Integraal')
    await expect(marked(lead.page).first()).toHaveText('Integraal')
    await marked().first().click()
    const card = page.getByRole('dialog', { name: 'Wat bedoel je met “integraal”?' })
    await expect(card).toContainText('Welke dingen pak je tegelijk aan')
    await expectAccessible(page, 'the question about a word')
    await card.getByRole('button', { name: 'Schrijf: in samenhang' }).click()
    await expect(textOn(page)).toContainText('In samenhang werken is ons doel.')
    await expect(textOn(lead.page)).toContainText('In samenhang werken is ons doel.')
    await expect(textOn(page).getByRole('paragraph').first()).toHaveAttribute('data-roots', /^note:/)
  })

  await test.step('by keys: the caret in a word, the question, and back by Escape', async () => {
    await help.getByRole('button', { name: 'Naar “faciliteren” in de tekst' }).press('Enter')
    const card = page.getByRole('dialog', { name: 'Wat bedoel je met “faciliteren”?' })
    await expect(card.getByRole('button').first()).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(card).toHaveCount(0)
    await expect(textOn(page)).toBeFocused()
    await page.keyboard.press('Alt+Enter')
    await expect(card).toBeVisible()
    await page.keyboard.press('Escape')
  })

  await test.step('long sentences are named by the measure that is told', async () => {
    await expect(help).toContainText('1 is langer dan 20')
    await expect(help).toContainText('Maat: woorden per zin')
    await help.getByRole('button', { name: /^\d+ woorden: “Dit is een heel lange zin/ }).click()
    await expect(textOn(page)).toBeFocused()
  })

  await test.step('it is put off for oneself alone, and nothing of it is in the text', async () => {
    await help.getByRole('button', { name: 'Zet uit voor mij' }).click()
    await expect(marked()).toHaveCount(0)
    await expect(marked(lead.page).first()).toBeVisible()
    await page.reload()
    await expect(textOn(page)).toContainText('faciliteren')
    await expect(marked()).toHaveCount(0)
    expect((await leads.look('statement')).getXmlFragment('body').toString()).not.toContain('vague')
  })
  leads.leave()
  for (const { watched } of [lead, anna]) expect(watched).toEqual({ foreign: [], errors: [] })
})
