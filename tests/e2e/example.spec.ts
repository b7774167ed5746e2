import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { laptop, person } from './people.ts'
import { test } from './test.ts'

test('the home page opens a filled example of one’s own', async ({ browser }) => {
  const { page, watched } = await person(browser, laptop)
  await page.goto('/')
  await page.getByRole('button', { name: 'Bekijk het voorbeeld' }).click()
  await page.getByRole('link', { name: 'Open als begeleider' }).click()
  await expect(page.getByRole('heading', { name: 'Volgende stap' })).toBeVisible()
  await page.getByRole('link', { name: 'Bord', exact: true }).click()
  await page.getByRole('button', { name: 'Mozaïek', exact: true }).click()
  await expect(page.locator('[data-note]')).toHaveCount(71)
  expect(watched).toEqual({ foreign: [], errors: [] })
})

test('one command plays the example from nothing to a sealed PDF', async ({ baseURL }) => {
  const folder = mkdtempSync(join(tmpdir(), 'mozaiekbord-example-'))
  const script = new URL('../../scripts/example.ts', import.meta.url).pathname
  const said = execFileSync('node', [script, '--until', 'signed', '--url', baseURL ?? ''], {
    cwd: folder,
    encoding: 'utf8',
  })
  expect(said).toContain('Played up to "signed"')
  const pdf = join(folder, 'data/example.pdf')
  const seal = execFileSync('pdfsig', [pdf], { encoding: 'utf8' })
  expect(seal).toContain('Signature is Valid.')
  expect(seal).toContain('Total document signed')
  execFileSync('qpdf', ['--check', pdf])
  const words = execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' })
  expect(words.match(/Ondertekend\b/g)?.length).toBe(10)
  rmSync(folder, { recursive: true })
})
