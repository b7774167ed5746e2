import { type Browser, expect, type Page } from '@playwright/test'
import {
  expectAccessible,
  join,
  laptop,
  layNote,
  noteWith,
  person,
  phone,
  startKickoff,
  turnTo,
} from './people.ts'
import { test } from './test.ts'

const hallScreen = { width: 1920, height: 1080 }

/** A facilitator, two people on phones, and the hall's screen. */
async function room(browser: Browser) {
  const lead = await person(browser, laptop)
  const { leadLink, joinLink } = await startKickoff(lead.page, 'Netwerk', ['Gemeente', 'Huren'])
  await lead.page.goto(leadLink)
  const [anna, piet] = [await person(browser, phone), await person(browser, phone)]
  await join(anna.page, joinLink, 'Anna', 'Gemeente')
  await join(piet.page, joinLink, 'Piet', 'Huren')
  const session = new URL(lead.page.url()).pathname.split('/')[1] ?? ''
  const screen = await lead.context.newPage()
  await screen.setViewportSize(hallScreen)
  await screen.goto(`/${session}/projector`)
  return { lead: lead.page, anna: anna.page, piet: piet.page, screen, leadLink, joinLink, session }
}

/** From now on, until told otherwise, what the server shows of the session is kept from this page: it doesn't know yet. */
async function unaware(page: Page) {
  const VIEW = 101
  const kept = { from: false }
  await page.routeWebSocket(/\/sync\//, socket => {
    const server = socket.connectToServer()
    server.onMessage(frame => {
      if (!kept.from || typeof frame === 'string' || frame[0] !== VIEW) socket.send(frame)
    })
  })
  return kept
}

const listening = (page: Page) => page.getByText('Even luisteren.', { exact: true })

test('[U31] input is held: what was being typed stays where it was, and goes along when it is let go', async ({
  browser,
}) => {
  const { lead, anna, piet, screen } = await room(browser)
  const late = await unaware(piet)
  await piet.reload()
  await layNote(piet, 'Opgave', 'Wonen dichtbij')
  await anna.getByRole('button', { name: 'Leg een briefje bij Opgave' }).click()
  await anna.getByLabel('Je briefje bij Opgave').fill('Een halve zin')
  late.from = true
  const hold = lead.getByRole('button', { name: 'Even luisteren' })
  await hold.focus()
  await lead.keyboard.press('Enter')
  for (const page of [lead, anna, screen]) await expect(listening(page).first()).toBeVisible()
  await expectAccessible(lead, 'held, for who leads')
  await expectAccessible(anna, 'held')

  await expect(anna.getByText('Een halve zin')).toBeVisible()
  await expect(anna.getByRole('button', { name: 'Leg neer', exact: true })).toHaveCount(0)
  await expect(anna.getByText(/schrijven wacht/).first()).toBeVisible()
  // Somebody whose page did not know yet: it isn't taken, and isn't lost.
  await layNote(piet, 'Opgave', 'Net te laat')
  await expect(noteWith(piet, 'Net te laat')).toBeVisible()
  await expect(piet.getByText('Bewaren…')).toBeVisible()
  await expect(noteWith(anna, 'Net te laat')).toHaveCount(0)

  late.from = false
  await lead.getByRole('banner').getByRole('button', { name: 'Laat weer schrijven' }).click()
  for (const page of [lead, anna, screen]) await expect(listening(page)).toHaveCount(0)
  await expect(noteWith(anna, 'Net te laat')).toBeVisible()
  await expect(piet.getByText('Bewaren…')).toHaveCount(0)
  await expect(anna.getByLabel('Je briefje bij Opgave')).toHaveValue('Een halve zin')
  await anna.getByRole('button', { name: 'Leg neer', exact: true }).click()
  await expect(noteWith(piet, 'Een halve zin')).toBeVisible()
})

test('[U31] on a desk and in an open note too, and the caret stays', async ({ browser }) => {
  const { lead, anna, piet } = await room(browser)
  await layNote(anna, 'Opgave', 'Wonen')
  await noteWith(piet, 'Wonen').click()
  const text = piet.getByLabel('Tekst van het briefje')
  await text.press('End')
  await text.pressSequentially(' en zorg')
  await lead.getByRole('button', { name: 'Even luisteren' }).click()
  await expect(text).toHaveJSProperty('readOnly', true)
  await expect(text).toBeFocused()
  await expect(text).toHaveValue('Wonen en zorg')
  await lead.getByRole('banner').getByRole('button', { name: 'Laat weer schrijven' }).click()
  await expect(text).toHaveJSProperty('readOnly', false)
  await piet.keyboard.type(' samen')
  await piet.keyboard.press('Control+Enter')
  await expect(noteWith(anna, 'Wonen en zorg samen')).toBeVisible()

  await turnTo(lead, 'Begeleiden')
  await lead.getByRole('button', { name: 'Laat iedereen beginnen' }).click()
  const desk = anna.getByLabel('Je briefje bij Opgave')
  await desk.fill('Voor mezelf')
  await lead.getByRole('button', { name: 'Even luisteren' }).click()
  await expect(desk).toHaveJSProperty('readOnly', true)
  await desk.press('Enter')
  await expect(desk).toHaveValue('Voor mezelf')
  await expectAccessible(anna, 'a desk that is held')
  await lead.getByRole('banner').getByRole('button', { name: 'Laat weer schrijven' }).click()
  await desk.press('Enter')
  await expect(anna.getByRole('button', { name: 'Briefje op je bureau: Voor mezelf' })).toBeVisible()
})
