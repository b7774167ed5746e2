import { chromium, expect, type Page } from '@playwright/test'
import { cutOff, hall, keptHere, live } from './hall.ts'
import { laptop, layNote, noteWith, person } from './people.ts'
import { type ServerWithPages, serverWithPages } from './server-with-pages.ts'
import { test } from './test.ts'

test.use({ serviceWorkers: 'allow' })

let server: ServerWithPages
test.beforeAll(async () => {
  server = await serverWithPages({ own: true })
})
test.afterAll(() => server.remove())

/** What the browser keeps of the site, by build. */
const kept = (page: Page): Promise<Record<string, string[]>> =>
  page.evaluate(async () => {
    const found: Record<string, string[]> = {}
    for (const name of await caches.keys())
      found[name] = (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname)
    return found
  })

test('[N14] the device keeps the shell of the session’s pages and the build’s files, and nothing else', async ({
  browser,
}) => {
  const { come, lead, session } = await hall(browser, server.url)
  const { page: leading, context } = await lead()
  await come('Anna')
  await keptHere(leading)
  await leading.goto(`${server.url}/`)
  await leading.goto(`${server.url}/join?code=nothing`)
  const paths = Object.values(await kept(leading)).flat()
  const pages = paths.filter(path => !path.startsWith('/_next/static/'))
  expect(pages.sort()).toEqual([`/${session}/board`, `/${session}/facilitate`, `/${session}/statement`])
  const words = await leading.evaluate(async pages => {
    const read = pages.map(async path => (await caches.match(path))?.text())
    return (await Promise.all(read)).join('\n')
  }, pages)
  const token = (await context.cookies()).find(({ name }) => name === `mozaiek-${session}`)?.value ?? '-'
  expect(words).not.toContain(token)
  expect(words).not.toContain('Netwerk')
})

const builds = async (page: Page) =>
  Object.keys(await kept(page)).map(name => name.slice('mozaiekbord-'.length))
const status = (page: Page, path: string) => page.evaluate(async path => (await fetch(path)).status, path)
/** Files of the build that the page has not loaded yet. */
const unused = async (page: Page): Promise<string[]> => {
  const files = Object.values(await kept(page)).flat()
  const used = await page.evaluate(() =>
    performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname),
  )
  return files.filter(path => path.endsWith('.js') && !used.includes(path))
}

test('[N15] a new build takes the place of the old one without breaking a page that is open', async ({
  browser,
}) => {
  const { come, session } = await hall(browser, server.url)
  const { page: anna, context } = await come('Anna')
  await keptHere(anna)
  const [first = ''] = await builds(anna)
  const [one = '', other = ''] = await unused(anna)
  await server.kill()
  server.build('second', one)
  await server.start()
  await live(anna)
  const next = await context.newPage()
  await next.goto(`${server.url}/${session}/board`)
  await expect.poll(() => builds(next)).toEqual([first, 'second'])
  expect((await fetch(`${server.url}${one}`)).status).toBe(404)
  expect(await status(anna, one), 'what the open page may still load').toBe(200)
  await layNote(anna, 'Opgave', 'over een nieuwe bouw heen')

  await server.kill()
  server.build('third', other)
  await server.start()
  await next.reload()
  await expect.poll(() => builds(next)).toEqual(['second', 'third'])
  await server.kill()
  await cutOff(next)
  await next.reload()
  await expect(noteWith(next, 'over een nieuwe bouw heen')).toBeVisible()
  await server.start()
  await live(next)
})

/** A name that the browser does not trust as it trusts localhost. */
const HALL = 'zaal.test'

test('[N16] on plain http no page opens without a server, and it says so; what was typed goes along later', async ({
  launchOptions,
}) => {
  const own = await chromium.launch({
    ...launchOptions,
    args: [...(launchOptions.args ?? []), `--host-resolver-rules=MAP ${HALL} 127.0.0.1`],
  })
  const { page, context } = await person(own, laptop)
  const made = await context.request.post(`${server.url}/api/sessions`, {
    data: { network: 'Netwerk', title: 'Kick-off', dates: ['2030-03-10'], partners: [] },
  })
  const { code } = await made.json()
  const { port } = new URL(server.url)
  await page.goto(`http://${HALL}:${port}/join?code=${code}`)
  await page.getByLabel('Hoe heet je?').fill('Anna')
  await page.getByRole('button', { name: 'Doe mee' }).click()
  await live(page)
  const address = page.url()
  await server.kill()
  await cutOff(page)
  await layNote(page, 'Opgave', 'getypt op gewoon http')
  await page.getByRole('button', { name: 'Bekijk', exact: true }).click()
  await expect(page.getByText(/Zonder verbinding kan deze pagina hier niet opnieuw open/)).toBeVisible()
  await page.close()
  await server.start()
  const again = await context.newPage()
  await again.goto(address)
  await live(again)
  await expect(noteWith(again, 'getypt op gewoon http')).toBeVisible()
  await own.close()
})
