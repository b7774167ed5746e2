import { expect } from '@playwright/test'
import { laptop, layNote, noteWith, person, phone } from './people.ts'
import { type ServerWithPages, serverWithPages } from './server-with-pages.ts'
import { test } from './test.ts'

test.use({ serviceWorkers: 'allow' })

let server: ServerWithPages
test.beforeAll(async () => {
  server = await serverWithPages()
})
test.afterAll(() => server.remove())

test('[O5] a page goes along to the next process without an alarm, with what is typed and pressed meanwhile', async ({
  browser,
}) => {
  const made = await browser.newContext().then(context =>
    context.request.post(`${server.url}/api/sessions`, {
      data: { network: 'Netwerk', title: 'Kick-off', dates: ['2030-03-10'], partners: [] },
    }),
  )
  const { code, session, facilitatorLink } = await made.json()
  const come = async (name: string, viewport: typeof phone) => {
    const { page, context } = await person(browser, viewport)
    await context.request.post(`${server.url}/api/join`, { data: { code, name, partner: null } })
    await page.goto(`${server.url}/${session}/board`)
    await expect(page.getByText('Live', { exact: true })).toBeVisible()
    return page
  }
  const [anna, piet] = [await come('Anna', laptop), await come('Piet', phone)]
  const { page: lead } = await person(browser, laptop)
  await lead.goto(facilitatorLink)
  await expect(lead.getByText('Live', { exact: true })).toBeVisible()
  // Whatever the line says from here on.
  for (const page of [anna, piet, lead])
    await page.evaluate(() => {
      const said: string[] = []
      Object.assign(window, { said })
      new MutationObserver(() => {
        for (const status of document.querySelectorAll('[role=status]')) said.push(status.textContent ?? '')
      }).observe(document.body, { childList: true, subtree: true, characterData: true })
    })
  await layNote(anna, 'Opgave', 'voor het wisselen')
  await expect(noteWith(piet, 'voor het wisselen')).toBeVisible()

  expect(await server.stop()).toBe(0)
  await layNote(anna, 'Opgave', 'getypt onder het wisselen')
  await expect(anna.getByText(/Zo weer live/)).toBeVisible()
  await lead.getByRole('button', { name: 'Even luisteren' }).click()
  await server.start()
  // What was pressed meanwhile is done by the next one; and what was typed waits for that to end.
  await lead.getByRole('button', { name: 'Laat weer schrijven' }).first().click()
  for (const page of [anna, piet, lead]) await expect(page.getByText('Live', { exact: true })).toBeVisible()
  await expect(noteWith(piet, 'getypt onder het wisselen')).toBeVisible()
  for (const page of [anna, piet, lead]) {
    const said = await page.evaluate(() => (window as unknown as { said: string[] }).said)
    expect(said.filter(each => /Verbinding weg/.test(each))).toEqual([])
  }
})
