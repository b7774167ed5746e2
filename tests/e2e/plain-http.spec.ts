import { chromium, expect, test } from '@playwright/test'
import { laptop, layNote, noteWith, person } from './people.ts'

/** A name that the browser does not trust as it trusts localhost: as phones in a hall see a laptop's own server. */
const HALL = 'zaal.test'

test('a board on plain http works; only signing asks for a secure page', async ({
  baseURL,
  launchOptions,
}) => {
  const { port } = new URL(baseURL ?? '')
  const browser = await chromium.launch({
    ...launchOptions,
    args: [...(launchOptions.args ?? []), `--host-resolver-rules=MAP ${HALL} 127.0.0.1`],
  })
  const here = `http://${HALL}:${port}`
  const { page, context, watched } = await person(browser, laptop)
  const made = await context.request.post(`${baseURL}/api/sessions`, {
    data: { network: 'Netwerk', title: 'Kick-off', dates: ['2030-03-10'], partners: [] },
  })
  const { code } = await made.json()
  await page.goto(`${here}/join?code=${code}`)
  expect(await page.evaluate(() => isSecureContext)).toBe(false)
  await page.getByLabel('Hoe heet je?').fill('Anna')
  await page.getByRole('button', { name: 'Doe mee' }).click()
  await expect(page.getByText('Live', { exact: true })).toBeVisible()
  await layNote(page, 'Opgave', 'van een telefoon in de zaal')
  await expect(noteWith(page, 'van een telefoon in de zaal')).toBeVisible()
  await page.reload()
  await expect(noteWith(page, 'van een telefoon in de zaal')).toBeVisible()
  // What only secure pages may do comes a moment after the page: keeping it for when there is no network.
  await page.waitForFunction(() => performance.now() > 3000)
  // Chromium remarks on a header that plain http can't keep.
  expect(watched.errors.filter(error => !error.startsWith('The Cross-Origin-Opener-Policy'))).toEqual([])
  await browser.close()
})
