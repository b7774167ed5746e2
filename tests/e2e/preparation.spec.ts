import { expect, type Page } from '@playwright/test'
import { expectAccessible } from './accessible.ts'
import { join, laptop, lookAt, person, phone, startKickoff } from './people.ts'
import { test } from './test.ts'

const definition = (page: Page) => page.getByLabel('Onze definitie')
const go = (page: Page, title: string) =>
  page.getByRole('button', { name: new RegExp(`Ga hierheen.*${title}`) }).click()

test('[U49] partners prepare on their phones; side by side their definitions are read by all and become proposals; who is here and who is missing is shown in its step', async ({
  browser,
}) => {
  const [lead, anna, bram, cees] = [
    await person(browser, laptop),
    await person(browser, phone),
    await person(browser, phone),
    await person(browser, phone),
  ]
  const { leadLink, joinLink } = await startKickoff(lead.page, 'Netwerk Zuid', ['Gemeente', 'Huren', 'Zorg'])
  await join(anna.page, joinLink, 'Anna', 'Gemeente')
  await join(bram.page, joinLink, 'Bram', 'Huren')
  await join(cees.page, joinLink, 'Cees', 'Gemeente')
  await lead.page.goto(leadLink)
  const opening = lead.context.waitForEvent('page')
  await lead.page.getByRole('link', { name: 'Open het projectorscherm' }).click()
  const screen = await opening
  await screen.setViewportSize({ width: 1920, height: 1080 })

  let blocked = true
  await cees.context.routeWebSocket(/\/preparation/, socket => {
    if (blocked) void socket.close()
    else socket.connectToServer()
  })

  await lead.page.getByRole('button', { name: 'Open de voorbereiding' }).click()
  await expect(cees.page.getByText(/Zodra die terug is, kun je hier schrijven/)).toBeVisible()
  await expect(definition(cees.page)).toBeDisabled()
  blocked = false
  await definition(anna.page).fill('Mensen wachten te lang op een huis')
  await expect(definition(cees.page)).toHaveValue('Mensen wachten te lang op een huis')
  await expect(definition(bram.page)).toHaveValue('')
  await definition(bram.page).fill('Wij hebben weinig kleine huizen')
  await expect(lead.page.getByText('2 van 3 partners hebben iets geschreven.')).toBeVisible()
  await expectAccessible(anna.page, 'preparing')
  await anna.page.getByLabel('Wie mist er?').fill('De wijkagent')
  await anna.page.getByRole('button', { name: 'Zet erbij' }).click()
  await expect(anna.page.getByRole('listitem').filter({ hasText: 'De wijkagent' })).toBeVisible()
  await expect(bram.page.getByText('De wijkagent', { exact: true })).toHaveCount(0)
  await expect(lead.page.getByText('De wijkagent', { exact: true })).toBeVisible()
  await expect(lead.page.getByText('genoemd door Anna')).toBeVisible()
  await expectAccessible(lead.page, 'leading the preparation')
  // The board is at hand, and what one wrote is still there afterwards.
  await anna.page.getByRole('button', { name: 'Het bord' }).click()
  await anna.page.reload()
  await expect(definition(anna.page)).toHaveValue('Mensen wachten te lang op een huis')
  await expect(screen.getByText('Mensen wachten te lang op een huis')).toHaveCount(0)

  await lead.page.getByRole('button', { name: 'Leg ze naast elkaar' }).click()
  await lead.page
    .getByRole('dialog', { name: 'De definities naast elkaar leggen?' })
    .getByRole('button', { name: 'Leg ze naast elkaar' })
    .click()
  const laid = (page: Page) => page.getByRole('heading', { name: 'De definities naast elkaar' })
  for (const page of [anna.page, bram.page, screen]) {
    await expect(laid(page)).toBeVisible()
    await expect(page.getByText('Mensen wachten te lang op een huis')).toBeVisible()
    await expect(page.getByText('Wij hebben weinig kleine huizen')).toBeVisible()
  }
  await expectAccessible(bram.page, 'side by side')
  await expect(anna.page.getByRole('button', { name: /^Maak er een voorstel van/ })).toHaveCount(0)

  await lead.page.getByText('Alle stappen (23)').click()
  await go(lead.page, 'Wie zit er, wie mist er')
  await expect(bram.page.getByText('De wijkagent', { exact: true })).toBeVisible()
  await expect(bram.page.getByText('Nog niemand van: Zorg')).toBeVisible()
  await expectAccessible(bram.page, 'who is here')
  await expect(screen.getByText('De wijkagent', { exact: true })).toBeVisible()
  await expect(screen.getByText('Anna, Cees')).toBeVisible()
  await expectAccessible(screen, 'the empty chairs')

  await go(lead.page, 'Van eigen versies naar voorstellen')
  await lookAt(anna.page, 'Opgave kiezen')
  await anna.page.getByRole('button', { name: /^Maak er een voorstel van.*Huren/ }).click()
  await expect(anna.page.getByText('✓ Is een voorstel')).toBeVisible()
  await lookAt(bram.page, 'Opgave kiezen')
  await expect(bram.page.getByLabel('Voorstel 1').getByRole('textbox')).toHaveValue(
    'Wij hebben weinig kleine huizen',
  )
  expect(anna.watched.errors).toEqual([])
})
