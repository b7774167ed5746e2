import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { playExample } from '#server/example/play.ts'
import { unzipped } from '#tests/harness/unzip.ts'
import { expectAccessible } from './accessible.ts'
import { test } from './test.ts'

test('[X23] the page of a dossier checks its JSON from a folder without a network, and says where it was changed', async ({
  browser,
  baseURL,
}) => {
  const url = baseURL ?? ''
  const played = await playExample({ url, until: 'signed' })
  const context = await browser.newContext({ offline: true })
  const folder = mkdtempSync(join(tmpdir(), 'mozaiekbord-dossier-'))
  try {
    const response = await fetch(`${url}/api/sessions/${played.session}/export.zip`, {
      headers: { authorization: `Bearer ${played.facilitatorToken}` },
    })
    const files = unzipped(Buffer.from(await response.arrayBuffer()))
    for (const [name, bytes] of files) writeFileSync(join(folder, name), bytes)
    const json = join(folder, [...files.keys()].find(name => name.endsWith('v1.json')) as string)
    const page = await context.newPage()
    const asked: string[] = []
    page.on('request', request => asked.push(request.url()))
    await page.goto(`file://${folder}/controleer.html`)
    const check = async (file: string) => page.getByLabel('Kies het JSON-bestand').setInputFiles(file)
    await check(json)
    await expect(page.getByRole('heading', { name: 'Alles klopt' })).toBeFocused()
    await expect(page.getByRole('row')).toHaveCount(11)
    expect(await page.getByText('✗').count()).toBe(0)
    await expect(page.getByText('Of wie tekende dat namens de organisatie mocht.')).toBeVisible()
    await expectAccessible(page, 'the page that checks')

    const whole = readFileSync(json, 'utf8')
    const tampered = async (change: (text: string) => string, ...said: RegExp[]) => {
      const other = join(folder, 'anders.json')
      writeFileSync(other, change(whole))
      await check(other)
      await expect(page.getByRole('heading', { name: 'Hier klopt iets niet' })).toBeFocused()
      for (const each of said)
        await expect(page.locator('#out').getByRole('listitem').filter({ hasText: each })).toContainText(
          '✗ nee',
        )
    }
    await tampered(text => text.replace('Eemhoven', 'Eemhaven'), /verzegeling/)
    await tampered(
      text => text.replace('"type":"freezeStatement"', '"type":"freezeStatemend"'),
      /breekt bij nummer \d+/,
    )
    await tampered(text => text.replace(/("statementHash":")./, '$1x'), /Hoort de tekst bij/)
    await tampered(text => `${text} `, /tot op het teken/)
    await tampered(text => text.slice(0, 500))
    await tampered(text => text.replace(/("function":")[^"]*/, '$1Koning'), /verzegeling/)
    await expect(page.getByRole('table')).toContainText('niet geldig')
    expect(asked.filter(address => !address.startsWith('file:'))).toEqual([])
  } finally {
    await context.close()
    rmSync(folder, { recursive: true })
  }
})
