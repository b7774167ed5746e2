import { expect } from '@playwright/test'
import { playExample } from '#server/example/play.ts'
import { expectAccessible } from './accessible.ts'
import { cutOff, hall, keptBy, keptHere, keptWords, live } from './hall.ts'
import { choose, laptop, layNote, noteWith, openNote, person, phone, unfold } from './people.ts'
import { type ServerWithPages, serverWithPages } from './server-with-pages.ts'
import { test } from './test.ts'

test.use({ serviceWorkers: 'allow' })

let server: ServerWithPages
test.beforeAll(async () => {
  server = await serverWithPages()
})
test.afterAll(() => server.remove())

test('[N1] without a server the page opens from this device, says so, is written on, and goes along later', async ({
  browser,
}) => {
  const { come } = await hall(browser, server.url)
  const [anna, piet] = [(await come('Anna')).page, (await come('Piet')).page]
  await layNote(piet, 'Opgave', 'van Piet, gezien')
  await expect(noteWith(anna, 'van Piet, gezien')).toBeVisible()
  await keptHere(anna)
  await server.kill()
  await cutOff(anna)
  await layNote(anna, 'Opgave', 'getypt zonder server')
  await anna.reload()
  await expect(anna.getByText(/Dit is zoals het was op/)).toBeVisible()
  await expect(noteWith(anna, 'van Piet, gezien')).toBeVisible()
  await expect(noteWith(anna, 'getypt zonder server')).toBeVisible()
  await layNote(anna, 'Opgave', 'getypt na het herladen')
  await expect(anna.getByText(/2 briefjes nog niet verstuurd/)).toBeVisible()
  await anna.reload()
  await expect(anna.getByText(/2 briefjes nog niet verstuurd/)).toBeVisible()

  await server.start()
  await live(anna)
  await expect(anna.getByText(/Dit is zoals het was op/)).toHaveCount(0)
  for (const text of ['getypt zonder server', 'getypt na het herladen'])
    for (const page of [anna, piet]) await expect(noteWith(page, text)).toBeVisible()
})

test('[N2] what was typed in a day without a network merges with what the others did that day', async ({
  browser,
}) => {
  const { come } = await hall(browser, server.url)
  const [anna, piet] = [await come('Anna'), (await come('Piet')).page]
  await layNote(piet, 'Opgave', 'wachten')
  await expect(noteWith(anna.page, 'wachten')).toBeVisible()
  await keptHere(anna.page)
  await anna.page.clock.install({ time: new Date('2030-03-10T09:00:00') })
  await anna.context.setOffline(true)
  await cutOff(anna.page)

  const write = async (
    page: typeof piet,
    note: string,
    type: (field: ReturnType<typeof piet.getByLabel>) => Promise<void>,
  ) => {
    await openNote(page, noteWith(page, note))
    await type(page.getByLabel('Tekst van het briefje'))
    await page.getByRole('button', { name: 'Klaar' }).click()
  }
  await write(anna.page, 'wachten', field => field.pressSequentially(' op een huis'))
  await layNote(anna.page, 'Opgave', 'van de ochtend')
  await anna.page.clock.fastForward('08:00:00')
  await layNote(anna.page, 'Opgave', 'van de middag')
  await write(piet, 'wachten', async field => {
    await field.press('Home')
    await field.pressSequentially('Mensen ')
  })
  await layNote(piet, 'Opgave', 'van Piet, die dag')
  await anna.page.reload()
  await expect(noteWith(anna.page, 'wachten op een huis')).toBeVisible()
  await expect(anna.page.getByText(/2 briefjes en 1 wijziging nog niet verstuurd/)).toBeVisible()

  await anna.context.setOffline(false)
  await live(anna.page)
  for (const page of [anna.page, piet])
    for (const text of ['Mensen wachten op een huis', 'van de ochtend', 'van de middag', 'van Piet, die dag'])
      await expect(noteWith(page, text)).toBeVisible()
})

test('[N3] the connection state names what waits and since when, and a blip passes unseen', async ({
  browser,
}) => {
  const { come } = await hall(browser, server.url)
  const [{ page: anna, context }, { page: piet }] = [await come('Anna'), await come('Piet')]
  await anna.evaluate(() => {
    const said: string[] = []
    Object.assign(window, { said })
    new MutationObserver(() => said.push(document.querySelector('header')?.textContent ?? '')).observe(
      document.querySelector('header') as Element,
      { subtree: true, childList: true, characterData: true },
    )
  })
  await context.setOffline(true)
  await context.setOffline(false)
  await layNote(anna, 'Opgave', 'na de hapering')
  await expect(noteWith(piet, 'na de hapering')).toBeVisible()
  const said = await anna.evaluate(() => (window as unknown as { said: string[] }).said.join('\n'))
  expect(said).not.toContain('Verbinding weg')

  await server.kill()
  await cutOff(anna)
  await layNote(anna, 'Opgave', 'een nieuw briefje')
  await openNote(anna, noteWith(anna, 'na de hapering'))
  await anna.getByLabel('Tekst van het briefje').pressSequentially(', aangevuld')
  await anna.keyboard.press('Escape')
  await expect(anna.getByText(/1 briefje en 1 wijziging nog niet verstuurd/)).toBeVisible()
  await anna.getByRole('button', { name: 'Bekijk', exact: true }).click()
  const list = anna.getByRole('dialog', { name: 'Nog niet verstuurd' })
  await expect(list.getByText('Dit is bewaard op dit apparaat.')).toBeVisible()
  await expect(list.getByRole('listitem').filter({ hasText: 'een nieuw briefje' })).toHaveText(
    /Nieuw briefje · sinds \d\d\.\d\d uur/,
  )
  await expect(list.getByRole('listitem').filter({ hasText: 'aangevuld' })).toHaveText(/Wijziging · sinds/)
  await expectAccessible(anna, 'the list of what waits')
  await server.start()
  await live(anna)
  await expect(list).toHaveCount(0)
})

test('[N4] another person on the same device sees and sends nothing of who was there before', async ({
  browser,
}) => {
  const { come, session, lead } = await hall(browser, server.url)
  const [anna, { page: piet }] = [await come('Anna'), await come('Piet')]
  await server.kill()
  await cutOff(anna.page)
  await layNote(anna.page, 'Opgave', 'alleen van Anna')
  await expect.poll(() => keptWords(anna.page, ['unsent'], 'alleen van Anna')).toBe(true)
  await anna.page.close()
  // Her token is taken off the device, as signing out would, but not what the device kept.
  await anna.context.clearCookies()
  await server.start()
  const { page: bo } = await come('Bo', { context: anna.context })
  await layNote(bo, 'Opgave', 'van Bo')
  await expect(noteWith(piet, 'van Bo')).toBeVisible()
  for (const page of [bo, piet]) await expect(noteWith(page, 'alleen van Anna')).toHaveCount(0)
  await expect(bo.getByText(/nog niet verstuurd|niet aangekomen/)).toHaveCount(0)
  await expect.poll(() => keptBy(bo, session)).toEqual(['Bo'])
  const { page: leading } = await lead()
  await unfold(leading, 'Bo')
  await leading.getByRole('button', { name: /^Haal uit de sessie.*Bo/ }).click()
  await expect(bo.getByText(/De begeleider heeft je uit de sessie gehaald/)).toBeVisible()
  await expect.poll(() => keptBy(bo, session)).toEqual([])
})

test('[N5] after sleep a page finds out within seconds that nobody answers any more', async ({ browser }) => {
  const { come } = await hall(browser, server.url)
  const { page: anna } = await come('Anna')
  await anna.clock.install()
  server.hold()
  // As closing the lid and opening it again. By itself y-websocket notices after half a minute: longer than is waited here.
  await anna.clock.fastForward(10_000)
  await expect(anna.getByText(/Verbinding weg/)).toBeVisible()
  server.release()
  await live(anna)
  server.hold()
  await layNote(anna, 'Opgave', 'getypt in de stilte')
  await expect(anna.getByText(/1 briefje nog niet verstuurd/)).toBeVisible()
  server.release()
  await live(anna)
  await expect(noteWith(anna, 'getypt in de stilte')).toHaveCount(1)
})

test('[N21] a desk opens from this device without a server, says so, and takes what is written on it', async ({
  browser,
}) => {
  const { come, lead } = await hall(browser, server.url)
  const [{ page: leading }, { page: anna }] = [await lead(), await come('Anna', { viewport: phone })]
  await leading.getByRole('radio', { name: /Zonder naam/ }).check()
  await leading.getByRole('button', { name: 'Laat iedereen beginnen' }).click()
  const lay = async (text: string) => {
    await anna.getByLabel('Je briefje bij Opgave').fill(text)
    await anna.getByRole('button', { name: 'Leg op je bureau' }).click()
  }
  const note = (text: string) => anna.getByRole('button', { name: `Briefje op je bureau: ${text}` })
  await lay('met een lijn')
  await expect.poll(() => keptWords(anna, ['copies'], 'met een lijn')).toBe(true)
  await keptHere(anna)
  await server.kill()
  await cutOff(anna)
  await choose(anna, 'Binding')
  await anna.getByLabel('Je briefje bij Binding').fill('nog half')
  await anna.reload()
  await expect(anna.getByText(/Je bureau is even niet verbonden/)).toBeVisible()
  await expect(anna.getByLabel('Je briefje bij Binding'), 'where one was writing').toHaveValue('nog half')
  await choose(anna, 'Opgave')
  await expect(note('met een lijn')).toBeVisible()
  await lay('zonder lijn')
  await expect(note('zonder lijn')).toBeVisible()
  await server.start()
  await expect(anna.getByText(/Je bureau is even niet verbonden/)).toHaveCount(0)
  await expect(anna.getByText(/nog niet verstuurd/)).toHaveCount(0)
  await expect(note('zonder lijn')).toBeVisible()
})

test('[N17] the statement is written on without a server, over a reload, and merges with what others wrote', async ({
  browser,
}) => {
  const { session, code } = await playExample({ url: server.url, until: 'statement' })
  const come = async (name: string) => {
    const { page, context } = await person(browser, laptop)
    await context.request.post(`${server.url}/api/join`, { data: { code, name, partner: null } })
    await page.goto(`${server.url}/${session}/statement`)
    await live(page)
    return page
  }
  const [anna, piet] = [await come('Anna'), await come('Piet')]
  const text = (page: typeof anna) => page.getByRole('textbox', { name: 'Tekst van de verklaring' })
  await expect(text(anna)).toBeVisible()
  await keptHere(anna)
  await server.kill()
  await cutOff(anna)
  const write = async (page: typeof anna, words: string, at: 'Home' | 'End') => {
    await text(page).locator('p').first().click()
    await page.keyboard.press(at)
    await page.keyboard.insertText(words)
  }
  await write(anna, ' Zonder lijn geschreven.', 'End')
  await expect.poll(() => keptWords(anna, ['unsent'], 'Zonder lijn geschreven.')).toBe(true)
  await expect(anna.getByText(/1 wijziging nog niet verstuurd/)).toBeVisible()
  await anna.reload()
  await expect(text(anna).getByText('Zonder lijn geschreven.')).toBeVisible()
  await server.start()
  await live(piet)
  await write(piet, 'Van Piet. ', 'Home')
  await live(anna)
  for (const page of [anna, piet]) {
    await expect(text(page).getByText('Van Piet.')).toBeVisible()
    await expect(text(page).getByText('Zonder lijn geschreven.')).toBeVisible()
  }
})
