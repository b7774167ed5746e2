import { expect } from '@playwright/test'
import { cutOff, hall, keptWords, live } from './hall.ts'
import { layNote, noteWith, openNote } from './people.ts'
import { type ServerWithPages, serverWithPages } from './server-with-pages.ts'
import { test } from './test.ts'

test.use({ serviceWorkers: 'allow' })

let server: ServerWithPages
test.beforeAll(async () => {
  server = await serverWithPages()
})
test.afterAll(() => server.remove())

test('[N6] two tabs of one person show each other what they write, also without a line; closing either loses nothing', async ({
  browser,
}) => {
  const { come, session } = await hall(browser, server.url)
  const [{ page: one, context }, { page: piet }] = [await come('Anna'), await come('Piet')]
  const other = await context.newPage()
  await other.goto(`${server.url}/${session}/board`)
  await live(other)
  await layNote(one, 'Opgave', 'samen')
  await expect(noteWith(other, 'samen')).toBeVisible()
  // One person, however many tabs: for others and for herself.
  for (const page of [one, other, piet]) await expect(page.getByText('2 mensen hier')).toBeVisible()

  await server.kill()
  for (const page of [one, other]) await cutOff(page)
  await layNote(one, 'Opgave', 'uit de ene tab')
  await expect(noteWith(other, 'uit de ene tab')).toBeVisible()
  await layNote(other, 'Opgave', 'uit de andere tab')
  await expect(noteWith(one, 'uit de andere tab')).toBeVisible()
  for (const page of [one, other]) {
    await openNote(page, noteWith(page, 'samen'))
    await page.getByLabel('Tekst van het briefje').pressSequentially(page === one ? ' sterk' : ' staan')
    await page.keyboard.press('Escape')
  }
  for (const page of [one, other])
    await expect(page.getByText(/2 briefjes en 1 wijziging nog niet verstuurd/)).toBeVisible()
  await one.close()
  await server.start()
  await live(other)
  for (const text of ['uit de ene tab', 'uit de andere tab', 'samen sterk staan'])
    await expect(noteWith(piet, text)).toHaveCount(1)
})

test('[N7] what closed tabs left unsent is sent by the next page of the session, whatever it shows', async ({
  browser,
}) => {
  const { come, session } = await hall(browser, server.url)
  const [{ page: one, context }, { page: piet }] = [await come('Anna'), await come('Piet')]
  const other = await context.newPage()
  await other.goto(`${server.url}/${session}/board`)
  await live(other)
  await server.kill()
  for (const page of [one, other]) await cutOff(page)
  for (const [page, text] of [
    [one, 'nagelaten door de ene'],
    [other, 'nagelaten door de andere'],
  ] as const) {
    await layNote(page, 'Opgave', text)
    // No hand closes a tab within the few ms that keeping takes; a test does.
    await expect.poll(() => keptWords(page, ['unsent'], text)).toBe(true)
    await page.close()
  }
  await server.start()
  await live(piet)
  const next = await context.newPage()
  await next.goto(`${server.url}/${session}/statement`)
  for (const text of ['nagelaten door de ene', 'nagelaten door de andere'])
    await expect(noteWith(piet, text)).toHaveCount(1)
})
