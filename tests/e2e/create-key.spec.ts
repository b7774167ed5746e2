import { expect } from '@playwright/test'
import { expectAccessible } from './accessible.ts'
import { laptop, person } from './people.ts'
import { type ServerWithPages, serverWithPages } from './server-with-pages.ts'
import { test } from './test.ts'

let server: ServerWithPages
test.beforeAll(async () => {
  server = await serverWithPages({ more: { CREATE_KEY: 'de sleutel van het huis' } })
})
test.afterAll(() => server.remove())

test('[O18] who begins a kick-off where that takes a key is asked for it, once a device', async ({
  browser,
}) => {
  const { page } = await person(browser, laptop)
  const fill = async () => {
    await page.goto(server.url)
    await page.getByRole('link', { name: 'Begin een kick-off' }).click()
    await page.getByLabel('Naam van het netwerk').fill('Netwerk')
    await page.getByLabel('Titel van de bijeenkomst').fill('Kick-off')
    await page.getByRole('button', { name: 'Maak de sessie' }).click()
  }
  const done = page.getByRole('heading', { name: 'Je sessie staat klaar' })
  const key = page.getByLabel('Sleutel om hier een kick-off te beginnen')
  await fill()
  await expect(page.getByText(/Hier begint alleen wie de sleutel heeft/)).toBeVisible()
  await key.fill('iets anders')
  await page.getByRole('button', { name: 'Maak de sessie' }).click()
  await expect(page.getByText(/Deze sleutel klopt niet/)).toBeVisible()
  await expectAccessible(page, 'the form with the key')
  await key.fill('de sleutel van het huis')
  await page.getByRole('button', { name: 'Maak de sessie' }).click()
  await expect(done).toBeVisible()
  await fill()
  await expect(done).toBeVisible()
  await expect(key).toBeHidden()
})
