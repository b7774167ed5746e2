import { expect } from '@playwright/test'
import { expectAccessible } from './accessible.ts'
import { atStatement, heading, passage, textOn } from './at-statement.ts'
import { turnTo } from './people.ts'
import { test } from './test.ts'

test('[C20] a change that somebody proposes stands in the text by name, counts when it is taken over, and lapses when the text is fixed', async ({
  browser,
  baseURL,
}) => {
  const { lead, anna, leads, played } = await atStatement(browser, baseURL ?? '', ([one]) => [
    heading('Onze opgave', 'opgave'),
    passage('Wij beginnen met tien huizen.', `note:${one?.id}`),
    passage('Wij luisteren.'),
    passage('Wij wachten af.'),
  ])
  const { page } = anna
  const proposed = lead.page.getByRole('region', { name: 'Voorgestelde wijzigingen' })
  const counted = async () => {
    const body = (await leads.look('statement')).getXmlFragment('body')
    return body.toString()
  }

  await test.step('who proposes changes nothing yet; others see what, and of whom', async () => {
    await page.getByRole('button', { name: 'Stel voor' }).click()
    await textOn(page).getByText('Wij luisteren').click()
    await page.keyboard.press('End')
    await page.keyboard.type(' Elke maand.')
    await textOn(page).getByText('Wij wachten af').click()
    await page.keyboard.press('End')
    for (let letters = 0; letters < 4; letters++) await page.keyboard.press('Backspace')
    await page.keyboard.press('Enter')
    await expect(proposed.getByText('Anna Smit wil erbij: “ Elke maand.”')).toBeVisible()
    await expect(proposed.getByText('Anna Smit wil weg: “ af.”')).toBeVisible()
    await expect(textOn(lead.page).getByRole('insertion')).toHaveText(' Elke maand.')
    await expect(textOn(lead.page).getByRole('deletion')).toHaveText(' af.')
    await expect(textOn(lead.page).getByRole('paragraph')).toHaveCount(3)
    await expectAccessible(lead.page, 'proposed changes')
  })

  await test.step('taken over it is text; turned down it is as it was', async () => {
    await proposed.getByRole('button', { name: /^Neem over: .*Elke maand/ }).click()
    await proposed.getByRole('button', { name: /^Wijs af: .* af\./ }).click()
    await expect(proposed).toHaveCount(0)
    await expect(textOn(page).getByText('Wij luisteren. Elke maand.')).toBeVisible()
    await expect(textOn(page).getByText('Wij wachten af.')).toBeVisible()
    await expect.poll(counted).not.toMatch(/added|removed/)
  })

  await test.step('somebody who writes parts a passage with a proposal of another in it: it stays theirs', async () => {
    await textOn(page).getByText('tien huizen').click()
    await page.keyboard.press('End')
    await page.keyboard.type(' Of twaalf.')
    await expect(textOn(lead.page).getByRole('insertion')).toHaveText(' Of twaalf.')
    await textOn(lead.page).getByText('Wij beginnen met tien').click()
    await lead.page.keyboard.press('Home')
    for (let letters = 0; letters < 'Wij beginnen'.length; letters++)
      await lead.page.keyboard.press('ArrowRight')
    await lead.page.keyboard.press('Enter')
    await expect(textOn(page).getByRole('paragraph').filter({ hasText: 'tien huizen' })).toContainText(
      'Of twaalf.',
    )
    await expect(proposed.getByText('Anna Smit wil erbij: “ Of twaalf.”')).toBeVisible()
  })

  await test.step('nobody writes within what another proposes, and is told why', async () => {
    await textOn(lead.page).getByRole('insertion').click()
    await lead.page.keyboard.type('x')
    const kept = lead.page.getByText(/^Hier staat een voorstel van Anna Smit\./)
    await expect(kept).toBeVisible()
    await expect(textOn(lead.page).getByRole('insertion')).toHaveText(' Of twaalf.')
    await textOn(lead.page).getByText('Wij wachten af').click()
    await expect(kept).toHaveCount(0)
  })

  await test.step('who takes a proposal over by mistake takes that back', async () => {
    await proposed.getByRole('button', { name: /^Neem over: .*Of twaalf/ }).click()
    await expect(textOn(page).getByRole('insertion')).toHaveCount(0)
    await lead.page.getByRole('button', { name: 'Ongedaan maken' }).click()
    for (const each of [lead.page, page])
      await expect(textOn(each).getByRole('insertion')).toHaveText(' Of twaalf.')
    await expect(proposed.getByText('Anna Smit wil erbij: “ Of twaalf.”')).toBeVisible()
  })

  await test.step('who fixes the text is told what is left, and it lapses', async () => {
    await turnTo(lead.page, 'Begeleiden')
    await lead.page.getByRole('button', { name: 'Leg de verklaring vast' }).click()
    const asked = lead.page.getByRole('dialog')
    await expect(asked).toContainText('1 voorgestelde wijziging is niet overgenomen of afgewezen')
    await expect(asked).toContainText('Anna Smit wil erbij: “ Of twaalf.”')
    await asked.getByRole('button', { name: 'Leg de verklaring vast' }).click()
    await expect(asked).toHaveCount(0)
    const view = await leads.view()
    const fixed = await page.request.get(`/api/sessions/${played.session}/snapshots/${view.statement?.hash}`)
    const text = await fixed.text()
    expect(text).toContain('tien huizen.')
    expect(text).not.toContain('twaalf')
  })
  leads.leave()
  for (const { watched } of [lead, anna]) expect(watched).toEqual({ foreign: [], errors: [] })
})
