import { expect } from '@playwright/test'
import { expectAccessible } from './accessible.ts'
import { join, laptop, layNote, person, phone, startKickoff } from './people.ts'
import { test } from './test.ts'

test('[U54] who leads sees how evenly people are heard, in the order of the session; nobody else is shown or sent it', async ({
  browser,
}) => {
  const lead = await person(browser, laptop)
  const anna = await person(browser, phone)
  const bram = await person(browser, phone)
  const { joinLink, leadLink } = await startKickoff(lead.page, 'Netwerk Zuid', ['Gemeente', 'Huren', 'Zorg'])
  await lead.page.goto(leadLink)
  await join(anna.page, joinLink, 'Anna', 'Huren')
  await join(bram.page, joinLink, 'Bram', 'Gemeente')
  const heard = lead.page.getByText('Wie horen we?')
  await heard.click()
  await expect(lead.page.getByText('Er ligt nog te weinig om er iets van te zeggen.')).toBeVisible()
  for (let n = 1; n <= 10; n++) await layNote(anna.page, n % 2 ? 'Opgave' : 'Waarde', `Idee ${n}`)

  await expect(lead.page.getByText(/Nog niets van Gemeente/)).toBeVisible()
  await lead.page.getByRole('button', { name: 'Nog een tip' }).click()
  await expect(lead.page.getByText(/Huren schreef 100% van de briefjes/)).toBeVisible()
  const rows = lead.page.getByRole('region', { name: 'Per partner' }).getByRole('rowheader')
  await expect(rows).toHaveText(['Gemeente', 'Huren', 'Zorg'])
  await expectAccessible(lead.page, 'who is heard')
  await lead.page.setViewportSize({ width: 360, height: 780 })
  await expectAccessible(lead.page, 'who is heard, on a phone')

  await expect(anna.page.getByText('Wie horen we?')).toHaveCount(0)
  const [, session] = new URL(anna.page.url()).pathname.split('/')
  await anna.page.goto(`/${session}/facilitate`)
  await expect(anna.page.getByText('Deze pagina is voor de begeleider')).toBeVisible()
  await expect(anna.page.getByText('Wie horen we?')).toHaveCount(0)
  await lead.page.goto(`/${session}/projector`)
  await expect(lead.page.getByText('Wie horen we?')).toHaveCount(0)
})
