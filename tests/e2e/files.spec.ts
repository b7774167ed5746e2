import { readFileSync } from 'node:fs'
import { expect, type Page } from '@playwright/test'
import { playExample } from '#server/example/play.ts'
import { expectAccessible } from './accessible.ts'
import { expectFits } from './fits.ts'
import { laptop, person, phone } from './people.ts'
import { test } from './test.ts'

const endings = ['zip', 'pdf', 'docx', 'odt', 'md', 'json', 'csv', 'png', 'svg']

async function taken(page: Page, name: RegExp | string): Promise<{ name: string; bytes: Buffer }> {
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name }).click()
  const file = await download
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) }
}

test('[X32] every file stands with what it is for on the page of the statement, and one sees that it is being made', async ({
  browser,
  baseURL,
}) => {
  const played = await playExample({ url: baseURL ?? '', until: 'signed' })
  for (const size of [laptop, phone]) {
    const { page, context, watched } = await person(browser, size)
    await page.goto(played.facilitatorLink)
    await page.getByRole('heading', { name: 'Bewaar en deel' }).waitFor()
    await page.goto(`/${played.session}/statement`)
    await page.getByText('Andere bestanden').click()
    await expectAccessible(page, 'the list of files')
    await expectFits(page, 'the list of files')
    if (size === laptop) {
      // Held, so that what one sees meanwhile can be looked at.
      let go = () => {}
      const held = new Promise<void>(resolve => {
        go = resolve
      })
      await page.route('**/export.pdf', async route => {
        await held
        await route.continue()
      })
      const coming = taken(page, 'Verklaring als PDF')
      await expect(page.getByText('Verklaring als PDF wordt gemaakt.')).toBeVisible()
      go()
      expect((await coming).name).toBe('verklaring-netwerk-eigen-voordeur-v1.pdf')
      await expect(page.getByText('Verklaring als PDF staat bij je downloads.')).toBeVisible()
      const names: string[] = []
      for (const link of await page.getByRole('link', { name: /^Haal op: / }).all()) {
        const download = page.waitForEvent('download')
        await link.click()
        names.push((await download).suggestedFilename())
      }
      expect(names.map(name => name.split('.').at(-1))).toEqual(endings)
    }
    expect(watched).toEqual({ foreign: [], errors: [] })
    await context.close()
  }
})

test('[X33] a session comes back from its file by the home page, to be read on every page', async ({
  browser,
  baseURL,
}) => {
  const played = await playExample({ url: baseURL ?? '', until: 'signed' })
  const response = await fetch(`${baseURL}/api/sessions/${played.session}/export.json`, {
    headers: { authorization: `Bearer ${played.facilitatorToken}` },
  })
  const buffer = Buffer.from(await response.arrayBuffer())
  const { page, context, watched } = await person(browser, laptop)
  await page.goto('/')
  await page.getByRole('link', { name: 'Haal een sessie terug' }).click()
  const choose = async (bytes: Buffer) =>
    page
      .getByLabel('Kies het JSON-bestand')
      .setInputFiles({ name: 'verklaring.json', mimeType: 'application/json', buffer: bytes })
  await choose(Buffer.from(buffer.toString('utf8').replace('Eemhoven', 'Eemhaven')))
  await expect(page.getByText('In dit bestand is iets veranderd.')).toBeVisible()
  watched.errors.length = 0
  await choose(buffer)
  await expect(page.getByText(/^Teruggehaald op .*, om te lezen\./)).toBeVisible()
  await expect(page.getByText(/Controlegetal/)).toBeVisible()
  await expectAccessible(page, 'a statement that was brought back')
  const session = new URL(page.url()).pathname.split('/')[1]
  await page.goto(`/${session}/board`)
  await expect(page.getByText(/^Teruggehaald op .*, om te lezen\./)).toBeVisible()
  await expect(page.getByRole('button', { name: /Leg neer|Nieuw briefje/ })).toHaveCount(0)
  await expectAccessible(page, 'a board that was brought back')
  await page.getByText(/^Teruggehaald op/).click()
  await expect(page.getByRole('textbox', { name: 'Link om mee te lezen' })).toHaveValue(/\/join\?code=/)
  expect(watched).toEqual({ foreign: [], errors: [] })
  await context.close()
})

test('[X34] who verifies a file of another site pastes or chooses its certificate', async ({
  browser,
  baseURL,
}) => {
  const played = await playExample({ url: baseURL ?? '', until: 'signed' })
  const response = await fetch(`${baseURL}/api/sessions/${played.session}/export.pdf`, {
    headers: { authorization: `Bearer ${played.facilitatorToken}` },
  })
  const buffer = Buffer.from(await response.arrayBuffer())
  const { page, context } = await person(browser, phone)
  await page.goto('/verify')
  await page.getByText('Is de verklaring op een andere site gemaakt?').click()
  await expectAccessible(page, 'verifying by a certificate')
  const certificate = await taken(page, 'Certificaat van deze site (PEM)')
  await page.getByLabel('Of plak het hier').fill(certificate.bytes.toString('utf8'))
  await expect(page.getByText('Er wordt nu gekeken met het geplakte certificaat.')).toBeVisible()
  const drop = () =>
    page
      .getByLabel('Kies een bestand', { exact: true })
      .setInputFiles({ name: 'verklaring.pdf', mimeType: 'application/pdf', buffer })
  await drop()
  await expect(page.getByRole('heading', { name: 'Deze verklaring is onveranderd' })).toBeVisible()
  await expect(page.getByText('Is het de verzegeling van het certificaat dat je koos?')).toBeVisible()
  await expectFits(page, 'the page that verifies')
  await context.close()
})
