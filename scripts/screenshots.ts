/**
 * Takes the pictures of the README and the docs from a running server, with the example played on it: `npm run screenshots
 * [-- --url …] [-- --to folder]`. Needs Chromium; `CHROMIUM` names it where it isn't /usr/bin/chromium.
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { chromium, type Page } from '@playwright/test'
import { playExample } from '#server/example/play.ts'

const { values } = parseArgs({
  options: { url: { type: 'string' }, to: { type: 'string', default: 'docs/images' } },
})
const url = values.url ?? process.env.PUBLIC_URL ?? `http://localhost:${process.env.PORT || 3000}`
const laptop = { width: 1366, height: 800 }
const projector = { width: 1920, height: 1080 }
const phone = { width: 390, height: 844 }
mkdirSync(values.to, { recursive: true })

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic'],
})
const shot = async (page: Page, name: string) => {
  await page.evaluate(() => document.fonts.ready)
  await page.evaluate(stillness)
  await page.screenshot({ path: join(values.to, `${name}.png`), animations: 'disabled' })
  console.log(join(values.to, `${name}.png`))
}
/** A wall that goes nearer is shown where it arrives: resolves once it lies still for ten frames. */
function stillness(): Promise<void> {
  return new Promise(arrived => {
    let [last, still] = ['', 0]
    const look = () => {
      const lies = JSON.stringify(document.querySelector('.wall-world')?.getBoundingClientRect() ?? null)
      still = lies === last ? still + 1 : 0
      last = lies
      if (still === 10) arrived()
      else requestAnimationFrame(look)
    }
    look()
  })
}
/** A browser that leads the session of `link`. */
async function leading(
  link: string,
  viewport: { width: number; height: number },
  dark = false,
): Promise<Page> {
  const context = await browser.newContext({
    viewport,
    locale: 'nl-NL',
    colorScheme: dark ? 'dark' : 'light',
  })
  const page = await context.newPage()
  page.on('pageerror', error => console.error(error.message))
  await page.goto(link)
  await page.getByText('Live', { exact: true }).waitFor()
  return page
}
const pageOf = (session: string, name: string) => new URL(`/${session}/${name}`, url).href

const collecting = await playExample({ url, until: 'collect' })
const board = await leading(new URL(collecting.facilitatorLink, url).href, laptop)
await shot(board, 'facilitate')
await board.goto(pageOf(collecting.session, 'board'))
await board.locator('[data-note]').nth(70).waitFor()
await shot(board, 'mosaic')
await board.getByRole('button', { name: 'Ga dichter bij Waarde' }).click()
await shot(board, 'tile')
await board.locator('[data-tile=waarde] [data-note]').first().dblclick()
await board.getByRole('dialog').waitFor()
await shot(board, 'note')
await board.keyboard.press('Escape')
await board.getByRole('button', { name: 'Lijst', exact: true }).click()
await shot(board, 'list')
await board.getByRole('button', { name: 'Overzicht', exact: true }).click()
await board.getByRole('button', { name: 'Samenhang' }).click()
await shot(board, 'coherence')
await board.getByRole('button', { name: 'Witte vlekken' }).click()
await shot(board, 'white-spots')
const beamed = await leading(new URL(collecting.facilitatorLink, url).href, projector)
await beamed.goto(pageOf(collecting.session, 'board'))
await beamed.locator('[data-note]').nth(70).waitFor()
await beamed.getByRole('button', { name: 'Groot, voor de zaal' }).click()
await shot(beamed, 'hall')
const dark = await leading(new URL(collecting.facilitatorLink, url).href, laptop, true)
await dark.goto(pageOf(collecting.session, 'board'))
await dark.locator('[data-note]').nth(70).waitFor()
await shot(dark, 'mosaic-dark')
const small = await leading(new URL(collecting.facilitatorLink, url).href, phone)
await small.goto(pageOf(collecting.session, 'board'))
await small.locator('[data-note]').first().waitFor()
await shot(small, 'phone')

const deciding = await playExample({ url, until: 'decide' })
const choosing = await leading(new URL(deciding.facilitatorLink, url).href, laptop)
await shot(choosing, 'facilitate-decide')
await choosing.goto(pageOf(deciding.session, 'board'))
await choosing.getByRole('heading', { name: 'Voorstellen voor de opgave' }).waitFor()
await shot(choosing, 'decide')
await choosing.getByRole('button', { name: 'Lijnen', exact: true }).click()
await choosing.locator('[data-line]').first().waitFor()
await shot(choosing, 'lines')

const signed = await playExample({ url, until: 'signed' })
const reading = await leading(new URL(signed.facilitatorLink, url).href, laptop)
await shot(reading, 'facilitate-signed')
await browser.close()
