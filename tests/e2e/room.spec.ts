import { type Browser, expect, type Page } from '@playwright/test'
import { expectAccessible } from './accessible.ts'
import { join, laptop, layNote, noteWith, person, phone, startKickoff, turnTo, unfold } from './people.ts'
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
  await expect(desk).toHaveJSProperty('readOnly', false)
  await desk.press('Enter')
  await expect(anna.getByRole('button', { name: 'Briefje op je bureau: Voor mezelf' })).toBeVisible()
})

test('[U33] the link leads on a second laptop while the first is there; a new link shuts the first out', async ({
  browser,
}) => {
  const { lead, anna, leadLink, session } = await room(browser)
  const second = (await person(browser, laptop)).page
  await second.goto(leadLink)
  await second.getByRole('button', { name: 'Even luisteren' }).click()
  for (const page of [lead, anna]) await expect(listening(page)).toBeVisible()
  await lead.getByRole('banner').getByRole('button', { name: 'Laat weer schrijven' }).click()
  await expect(listening(second)).toHaveCount(0)

  await second.getByText('Toegang en links').click()
  await expectAccessible(second, 'access and links')
  await second.getByRole('button', { name: 'Maak een nieuwe begeleiderslink' }).click()
  const link = await second.getByLabel('Nieuwe begeleiderslink', { exact: true }).inputValue()
  await expectAccessible(second, 'a new link')
  await second.getByLabel('Ik heb de link bewaard').check()
  await second.getByRole('button', { name: 'Neem de nieuwe link in gebruik' }).click()
  await expect(second.getByRole('heading', { name: 'Wie doen er mee?' })).toBeVisible()
  await expect(lead.getByRole('heading', { name: 'Je kunt hier nu niet in' })).toBeVisible()
  await lead.goto(leadLink)
  await lead.reload()
  await expect(lead.getByText('Deze begeleiderslink klopt niet.', { exact: false })).toBeVisible()
  await lead.goto('about:blank')
  await lead.goto(link)
  await expect(lead).toHaveURL(new RegExp(`/${session}/facilitate$`))
  await lead.getByRole('button', { name: 'Even luisteren' }).click()
  await expect(listening(anna)).toBeVisible()
})

test('[U32] a participant leads as well, and no more; the focus stays on what was pressed', async ({
  browser,
}) => {
  const { lead, anna } = await room(browser)
  const role = async (name: string, choice: string) => {
    await unfold(lead, name)
    await lead.getByRole('button', { name: choice, exact: true }).click()
  }
  await role('Anna', 'Laat mee begeleiden')
  await expect(lead.getByText('Gemeente · begeleidt mee · nu hier')).toBeVisible()
  await turnTo(anna, 'Begeleiden')
  await expect(anna.getByRole('heading', { name: 'Wie doen er mee?' })).toBeVisible()
  await expectAccessible(anna, 'leading on a phone')
  await expect(anna.getByRole('button', { name: 'Wat mag Begeleider?' })).toHaveCount(0)
  await role('Anna', 'Laat meedoen')
  await expect(anna.getByRole('heading', { name: 'Deze pagina is voor de begeleider' })).toBeVisible()
  await role('Piet', 'Laat alleen meekijken')
  await expect(lead.getByText('1 kijkt mee')).toBeVisible()

  await unfold(lead, 'Piet')
  const remove = lead.getByRole('button', { name: 'Haal uit de sessie: Piet' })
  await remove.focus()
  await lead.keyboard.press('Enter')
  await expect(lead.getByRole('button', { name: 'Laat weer toe: Piet' })).toBeFocused()
})

test('[U35] who joins waits at the door on a calm page, and comes in by itself', async ({ browser }) => {
  const { lead, joinLink } = await room(browser)
  await lead.getByText('Toegang en links').click()
  const lobby = lead.getByLabel('Wie meedoet, wacht eerst voor de deur')
  // It is checked once the server has said so.
  await lobby.click()
  await expect(lobby).toBeChecked()
  const guests = await Promise.all(['Cees', 'Dina', 'Eva'].map(() => person(browser, phone)))
  for (const [index, name] of ['Cees', 'Dina', 'Eva'].entries()) {
    const { page } = guests[index] as (typeof guests)[0]
    await page.goto(joinLink)
    await page.getByLabel('Hoe heet je?').fill(name)
    await page.getByRole('radio', { name: /Huren/ }).check()
    await page.getByRole('button', { name: 'Doe mee' }).click()
    await expect(page.getByRole('heading', { name: 'Je staat voor de deur' })).toBeVisible()
  }
  const [cees, dina, eva] = guests.map(({ page }) => page) as [Page, Page, Page]
  await expectAccessible(cees, 'at the door')
  await dina.goto(joinLink)
  await expect(dina.getByRole('heading', { name: 'Je staat voor de deur' })).toBeVisible()
  await expect(lead.getByText('3 mensen wachten voor de deur')).toBeVisible()
  await expectAccessible(lead, 'people at the door')
  await lead.getByRole('button', { name: 'Laat binnen: Cees' }).click()
  await expect(cees.getByText('Live', { exact: true })).toBeVisible()
  await lead.getByRole('button', { name: 'Laat iedereen binnen' }).click()
  for (const page of [dina, eva]) await expect(page.getByText('Live', { exact: true })).toBeVisible()
  await expect(lead.getByText(/wacht(en)? voor de deur$/)).toHaveCount(0)
})

test('[U37] everybody is called to a place, and goes along until let go; who types is asked', async ({
  browser,
}) => {
  const { lead, anna, piet, joinLink, session } = await room(browser)
  await lead.goto(`/${session}/board?view=list&tile=deelname`)
  await piet.getByRole('button', { name: 'Leg een briefje bij Opgave' }).click()
  await piet.getByLabel('Je briefje bij Opgave').fill('Een halve zin')
  const menu = lead.getByRole('button', { name: 'De zaal meenemen' })
  const at = (page: Page, tile: string) =>
    expect(
      page.getByRole('navigation', { name: 'Bouwstenen' }).getByRole('button', { name: tile }),
    ).toHaveAttribute('aria-pressed', 'true')
  await menu.click()
  await expectAccessible(lead, 'taking the room along')
  await lead.getByRole('button', { name: 'Breng iedereen hier' }).click()
  await at(anna, 'Deelname')
  // Who types stays where they are, with all that they typed.
  await expect(piet.getByText('De begeleider vraagt iedereen bij: Deelname.')).toBeVisible()
  await expect(piet.getByLabel('Je briefje bij Opgave')).toBeFocused()
  await expect(piet.getByLabel('Je briefje bij Opgave')).toHaveValue('Een halve zin')
  await expectAccessible(piet, 'invited')
  await piet.getByRole('button', { name: 'Ga erheen' }).click()
  await at(piet, 'Deelname')

  await menu.click()
  await lead.getByRole('button', { name: 'Laat iedereen mij volgen' }).click()
  await expect(anna.getByText('Je kijkt mee met de begeleider.')).toBeVisible()
  await lead.getByRole('button', { name: 'Leg een briefje bij Waarde' }).first().focus()
  for (const page of [anna, piet]) await at(page, 'Waarde')
  await anna.getByRole('button', { name: 'Kijk zelf' }).click()
  await lead.getByRole('button', { name: 'Lijnen', exact: true }).click()
  await expect(piet.getByRole('button', { name: /Je kijkt naar: Lijnen/ })).toBeVisible()
  await at(anna, 'Waarde')
  await anna.getByRole('button', { name: 'Kijk weer mee' }).click()
  await expect(anna.getByRole('button', { name: /Je kijkt naar: Lijnen/ })).toBeVisible()

  // Who comes late is taken along as well, also from another page; who leads sees it and lets go.
  const late = (await person(browser, phone)).page
  await join(late, joinLink, 'Laat', 'Huren')
  await expect(late.getByRole('button', { name: /Je kijkt naar: Lijnen/ })).toBeVisible()
  await expectAccessible(lead, 'followed')
  await lead.getByRole('button', { name: 'Laat los' }).click()
  await expect(anna.getByText('Je kijkt mee met de begeleider.')).toHaveCount(0)
  await turnTo(late, 'Verklaring')
  await expect(late).toHaveURL(/statement$/)
  await lead.goto(`/${session}/facilitate`)
  await lead.getByText('Breng iedereen naar …').click()
  await lead.getByRole('button', { name: 'het overzicht' }).click()
  await expect(late).toHaveURL(/board\?view=overview/)
  await expect(anna.getByRole('button', { name: /Je kijkt naar: Overzicht/ })).toBeVisible()
})

test('[U37] who is followed goes on before their page knows that they are, and the others come along', async ({
  browser,
}) => {
  const { lead, anna, piet, joinLink, session } = await room(browser)
  const late = await unaware(lead)
  await lead.goto(`/${session}/board?view=list&tile=deelname`)
  await lead.getByRole('button', { name: 'De zaal meenemen' }).click()
  late.from = true
  await lead.getByRole('button', { name: 'Laat iedereen mij volgen' }).click()
  const chosen = (tile: string) =>
    anna.getByRole('navigation', { name: 'Bouwstenen' }).getByRole('button', { name: tile, pressed: true })
  await expect(chosen('Deelname')).toBeVisible()
  await lead.getByRole('button', { name: 'Leg een briefje bij Waarde' }).first().focus()
  late.from = false
  await join((await person(browser, phone)).page, joinLink, 'Laat', 'Huren')
  await expect(lead.getByText('Iedereen kijkt met jou mee.')).toBeVisible()
  await expect(chosen('Waarde')).toBeVisible()

  // Another tab of theirs, that opens elsewhere, calls nobody there.
  await layNote(piet, 'Opgave', 'Elders')
  const note = await noteWith(lead, 'Elders').getAttribute('data-note')
  const other = await lead.context().newPage()
  await other.goto(`/${session}/board?view=list&note=${note}`)
  await expect(other.getByText('Iedereen kijkt met jou mee.')).toBeVisible()
  await expect(noteWith(other, 'Elders')).toBeVisible()
  const since = await other.evaluate(() => performance.now())
  await other.waitForFunction(since => performance.now() > since + 1500, since)
  await expect(chosen('Waarde')).toBeVisible()
})

test('[U38] a note in the spotlight is large in the hall, in words for all, and marked on the board', async ({
  browser,
}) => {
  const { lead, anna, piet, screen, session } = await room(browser)
  await layNote(anna, 'Opgave', 'Iedereen een eigen voordeur')
  await lead.goto(`/${session}/board?view=list`)
  await noteWith(lead, 'Iedereen een eigen voordeur').click()
  await lead.getByRole('button', { name: 'Zet in de schijnwerper' }).click()
  await lead.getByRole('button', { name: 'Klaar' }).click()
  await expect(screen.getByRole('blockquote')).toHaveText('Iedereen een eigen voordeur')
  for (const page of [anna, piet]) {
    await expect(page.getByRole('status').filter({ hasText: 'In de schijnwerper' })).toContainText(
      'Iedereen een eigen voordeur',
    )
    await expect(noteWith(page, 'Iedereen een eigen voordeur')).toHaveCSS('outline-style', 'dashed')
  }
  await expectAccessible(piet, 'a note in the spotlight')
  await expectAccessible(screen, 'the hall’s spotlight')
  await piet.getByRole('navigation', { name: 'Bouwstenen' }).getByRole('button', { name: 'Waarde' }).click()
  await piet.getByRole('button', { name: 'Bekijk het briefje' }).click()
  await expect(noteWith(piet, 'Iedereen een eigen voordeur')).toBeFocused()
  await lead.getByRole('button', { name: 'Haal uit de schijnwerper' }).click()
  await expect(screen.getByRole('blockquote')).toHaveCount(0)
  await expect(piet.getByText('In de schijnwerper')).toHaveCount(0)
})
