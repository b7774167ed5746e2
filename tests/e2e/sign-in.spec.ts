import { expect } from '@playwright/test'
import { OidcProvider } from '#tests/harness/oidc-provider.ts'
import { expectAccessible } from './accessible.ts'
import { laptop, person } from './people.ts'
import { type ServerWithPages, serverWithPages } from './server-with-pages.ts'
import { test } from './test.ts'

const oidc = new OidcProvider()
let server: ServerWithPages
test.beforeAll(async () => {
  await oidc.start()
  server = await serverWithPages({
    more: {
      OIDC_ISSUER: oidc.issuer,
      OIDC_CLIENT_ID: oidc.clientId,
      OIDC_CLIENT_SECRET: oidc.clientSecret,
      OIDC_NAME: 'Provincie Oost',
    },
  })
})
test.afterAll(async () => {
  await server.remove()
  await oidc.stop()
})

test('[I14] who begins a kick-off signs in on the way, reads what went wrong there, keeps what was filled in, and signs out', async ({
  browser,
}, info) => {
  const { page } = await person(browser, laptop)
  await page.goto(server.url)
  await page.getByRole('link', { name: 'Begin een kick-off' }).click()
  const signIn = page.getByRole('link', { name: 'Inloggen bij Provincie Oost' })
  await expect(signIn).toBeVisible()
  await page.getByLabel('Naam van het netwerk').fill('Netwerk Oost')
  await expectAccessible(page, 'the form, before one signed in')
  await page.screenshot({ path: info.outputPath('sign-in.png'), fullPage: true })

  oidc.knows = null
  await signIn.click()
  await expect(page.getByText('het inloggen is afgebroken of geweigerd')).toBeVisible()
  await expect(page).toHaveURL(`${server.url}/#kick-off`)
  await page.screenshot({ path: info.outputPath('denied.png'), fullPage: true })
  await page.setViewportSize({ width: 360, height: 740 })
  await page.screenshot({ path: info.outputPath('denied-360.png') })
  oidc.knows = { sub: 'persoon-7' }
  await signIn.click()
  await expect(page.getByText('Je bent ingelogd bij Provincie Oost.')).toBeVisible()
  await expect(page.getByLabel('Naam van het netwerk')).toHaveValue('Netwerk Oost')
  await page.getByLabel('Titel van de bijeenkomst').fill('Kick-off')
  await expectAccessible(page, 'the form, signed in')
  await page.screenshot({ path: info.outputPath('signed-in.png') })
  await page.getByRole('button', { name: 'Maak de sessie' }).click()
  await expect(page.getByRole('heading', { name: 'Je sessie staat klaar' })).toBeVisible()

  await page.goto(`${server.url}/#kick-off`)
  await page.getByRole('button', { name: 'Uitloggen' }).click()
  await expect(page.getByRole('heading', { name: 'Uitgelogd' })).toBeVisible()
  await page.goto(`${server.url}/#kick-off`)
  await expect(signIn).toBeVisible()
  // Who fills it in all the same is told, and sent nowhere.
  await page.getByLabel('Naam van het netwerk').fill('Netwerk')
  await page.getByLabel('Titel van de bijeenkomst').fill('Kick-off')
  await page.getByRole('button', { name: 'Maak de sessie' }).click()
  await expect(page.getByText('Hier begint alleen wie is ingelogd een kick-off. Kies')).toBeVisible()
})
