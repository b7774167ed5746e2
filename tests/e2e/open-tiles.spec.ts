import { expect } from '@playwright/test'
import { expectAccessible } from './accessible.ts'
import { choose, join, laptop, layNote, lookAt, person, phone, startKickoff } from './people.ts'
import { test } from './test.ts'

test('[U58] a step shows which bouwstenen it asks notes for, on every view; elsewhere one reads why, and who leads adds all the same', async ({
  browser,
}) => {
  const lead = await person(browser, laptop)
  const anna = await person(browser, phone)
  const bram = await person(browser, laptop)
  const { joinLink, leadLink } = await startKickoff(lead.page, 'Netwerk Zuid', ['Gemeente', 'Huren'])
  await lead.page.goto(leadLink)
  await join(anna.page, joinLink, 'Anna', 'Gemeente')
  await join(bram.page, joinLink, 'Bram', 'Huren')
  await lead.page.getByText('Alle stappen (23)').click()
  await lead.page.getByRole('button', { name: /Ga hierheen.*Verhalen/ }).click()

  const strip = anna.page.getByRole('navigation', { name: 'Bouwstenen' })
  await expect(strip.getByRole('button', { name: /Opgave.*nu open/ })).toBeVisible()
  await layNote(anna.page, 'Opgave', 'De wachtlijst groeit')
  await choose(anna.page, 'Waarde')
  await expect(anna.page.getByText(/Deze stap gaat over Opgave/)).toBeVisible()
  await expect(anna.page.getByRole('button', { name: 'Leg een briefje bij Waarde' })).toHaveCount(0)
  await expectAccessible(anna.page, 'a bouwsteen that is not asked for')

  await expect(bram.page.getByText('nu niet open')).toHaveCount(6)
  await expect(bram.page.getByRole('button', { name: /^Leg een briefje bij/ })).toHaveCount(1)
  await expectAccessible(bram.page, 'the wall in a step about one bouwsteen')
  await lookAt(bram.page, 'Lijst')
  await expect(bram.page.getByText(/· nu niet open/)).toHaveCount(6)
  await expectAccessible(bram.page, 'the list in a step about one bouwsteen')

  await test.step('who leads types what came in otherwise', async () => {
    const session = new URL(anna.page.url()).pathname.split('/')[1]
    await lead.page.goto(`/${session}/board?view=phone`)
    await expect(lead.page.getByRole('navigation', { name: 'Bouwstenen' })).toBeVisible()
    await layNote(lead.page, 'Waarde', 'Van een papieren kaart')
    await expect(anna.page.getByText('Van een papieren kaart')).toBeVisible()
  })
  expect([...anna.watched.errors, ...bram.watched.errors]).toEqual([])
})
