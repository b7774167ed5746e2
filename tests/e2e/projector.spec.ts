import { expect, type Page } from '@playwright/test'
import type { JoinAnswer } from '#lib/protocol/requests.ts'
import { ask, Person } from '#server/example/person.ts'
import { expectAccessible } from './accessible.ts'
import { join, laptop, person, phone, startKickoff, turnTo, unfold } from './people.ts'
import { test } from './test.ts'

const hall = { width: 1920, height: 1080 }
const go = (page: Page, title: string) =>
  page.getByRole('button', { name: new RegExp(`Ga hierheen.*${title}`) }).click()
/** Nothing that takes a click or a key, and nothing in the picture that looks as if it did. */
const nothingToPress = async (page: Page, where: string) => {
  const found = await page.evaluate(() => {
    const may = 'button, a[href], input, select, textarea, summary, [tabindex]'
    const shown = [...document.querySelectorAll<HTMLElement>(`main :is(${may})`)].filter(each =>
      each.checkVisibility(),
    )
    return shown
      .filter(each => !each.closest('[inert]') || each.matches('button:has(svg)'))
      .map(each => each.outerHTML)
  })
  expect(found, where).toEqual([])
}

test('[U11] the hall’s screen follows the room: code, step, clock, tables, proposals, and nothing to press', async ({
  browser,
}) => {
  const lead = await person(browser, laptop)
  const kickoff = await startKickoff(lead.page, 'Netwerk Zuid', ['Gemeente', 'Huren'])
  await lead.page.goto(kickoff.leadLink)
  const opening = lead.context.waitForEvent('page')
  await lead.page.getByRole('link', { name: 'Open het projectorscherm' }).click()
  const screen = await opening
  await screen.setViewportSize(hall)
  const code = new URL(kickoff.joinLink).searchParams.get('code') ?? ''
  await expect(screen.getByText(/^Doe mee: /)).toHaveText(`Doe mee: ${code.match(/.{3}/g)?.join('-') ?? ''}`)
  await nothingToPress(screen, 'the beginning')

  const anna = await person(browser, phone)
  const bram = await person(browser, phone)
  await join(anna.page, kickoff.joinLink, 'Anna de Vries', 'Gemeente')
  await join(bram.page, kickoff.joinLink, 'Bram', 'Huren')
  await expect(screen.getByText('2 deelnemers, 2 partners')).toBeVisible()
  await anna.page.getByRole('button', { name: 'Leg een briefje bij Opgave' }).click()
  await anna.page.getByRole('textbox').last().fill('Geen bed vrij')
  await anna.page.keyboard.press('Control+Enter')

  await lead.page.getByText('Alle stappen (23)').click()
  await go(lead.page, 'Verhalen en cijfers')
  await lead.page.getByRole('button', { name: 'Start de klok' }).click()
  await expect(screen.getByText('Verhalen en cijfers', { exact: true })).toBeVisible()
  await expect(screen.getByRole('timer', { name: 'Klok' })).toHaveText(/^(35:00|34:5\d)$/)
  await expect(screen.getByText('Geen bed vrij')).toBeVisible()
  // Whose notes those of the facilitator are is between them and the page they lead from.
  await expect(lead.page.getByText(/Spreek de vertellers vooraf/)).toBeVisible()
  await expect(screen.getByText(/Spreek de vertellers vooraf/)).toHaveCount(0)
  await nothingToPress(screen, 'the wall')
  await expectAccessible(screen, 'the wall')

  await go(lead.page, 'Wisselende tafels')
  await lead.page.getByLabel('Aantal tafels').selectOption('2')
  await lead.page.getByRole('button', { name: 'Zet iedereen aan tafel' }).click()
  await expect(screen.getByText('Ronde 1 van 4')).toBeVisible()
  await expect(screen.getByText('Anna de Vries')).toBeVisible()
  await nothingToPress(screen, 'tables')

  await go(lead.page, 'Kiezen')
  await anna.page.goto(anna.page.url().replace(/\/board.*/, '/board?view=proposals'))
  await anna.page.getByLabel('Nieuw voorstel').fill('Niemand wacht langer dan een half jaar')
  await anna.page.getByRole('button', { name: 'Leg het voorstel voor' }).click()
  await expect(screen.getByText('Niemand wacht langer dan een half jaar')).toBeVisible()
  await nothingToPress(screen, 'proposals')
  await screen.reload()
  await expect(screen.getByText('Niemand wacht langer dan een half jaar')).toBeVisible()
  expect(lead.watched.errors).toEqual([])
})

test('[U80] a screen that came by the link to look on shows how to take part, and has nothing to press', async ({
  browser,
}) => {
  const lead = await person(browser, laptop)
  const kickoff = await startKickoff(lead.page, 'Netwerk Zuid', ['Gemeente', 'Huren'])
  await lead.page.goto(kickoff.leadLink)
  await lead.page.getByText('Toegang en links').click()
  const watchLink = await lead.page.getByLabel('Link om alleen mee te kijken', { exact: true }).inputValue()
  const { page } = await person(browser, hall)
  await join(page, watchLink, 'Scherm in de zaal', 'Ik spreek voor mezelf')
  await turnTo(page, 'Projectorscherm')
  const code = new URL(kickoff.joinLink).searchParams.get('code') ?? ''
  await expect(page.getByText(/^Doe mee: /)).toHaveText(`Doe mee: ${code.match(/.{3}/g)?.join('-') ?? ''}`)
  await expect(page.getByRole('img', { name: /QR/ })).toBeVisible()
  await nothingToPress(page, 'by the link to look on')
  await expectAccessible(page, 'by the link to look on')
})

/** A kick-off of this many partners, led without a page. */
async function fullHall(page: Page, partners: number) {
  const names = Array.from({ length: partners }, (_, index) => `Organisatie nummer ${index + 1} in Oost`)
  const place = { url: '', origin: '' }
  await page.goto('/')
  place.url = place.origin = new URL(page.url()).origin
  const body = {
    ...{ network: 'Netwerk Oost', title: 'Kick-off', dates: ['2030-03-10'] },
    partners: names.map(name => ({ name, kind: '' })),
  }
  const made = await ask<JoinAnswer & { code: string; facilitatorLink: string }>(place, '/api/sessions', {
    body,
  })
  const lead = new Person(place, made, null)
  await page.goto(made.facilitatorLink)
  return { lead, names, place, code: made.code, session: made.session }
}

test('[U87] every partner’s breakthrough is on the screen, however many, and names at tables are whole', async ({
  browser,
}) => {
  const { page } = await person(browser, laptop)
  const { lead, names, session } = await fullHall(page, 18)
  await lead.command({ type: 'goToStep', step: 'd2-doorbraak' })
  await lead.command({ type: 'rehearse' })
  const small = { width: 1280, height: 720 }
  await page.goto(`/${session}/projector`)
  for (const size of [small, hall]) {
    await page.setViewportSize(size)
    for (const name of names) {
      const box = page.getByRole('listitem').filter({ hasText: name }).first()
      await expect(box).toContainText('→')
      await expect(box).toBeInViewport({ ratio: 1 })
    }
  }
  const people = (await lead.view()).roster.filter(({ madeUp }) => madeUp)
  const seats = Object.fromEntries(people.map(({ id }, index) => [id, [index % 4]]))
  const table = { title: 'Samen doen', question: '', bouwstenen: ['samen-doen' as const], call: null }
  await lead.command({ type: 'seatTables', seating: { tables: Array(4).fill(table), rounds: 1, seats } })
  await lead.command({ type: 'goToStep', step: 'd1-tafels' })
  await expect(page.getByText('Ronde 1 van 1')).toBeVisible()
  for (const size of [small, hall]) {
    await page.setViewportSize(size)
    // Several who are made up may have one name.
    const seated = page.getByText(/ \(proef\)$/)
    await expect(seated).toHaveCount(people.length)
    for (const line of await seated.all()) {
      await expect(line).toBeInViewport({ ratio: 1 })
      const { name, height, letters } = await line.evaluate(each => ({
        name: each.textContent,
        height: each.getBoundingClientRect().height,
        letters: Number.parseFloat(getComputedStyle(each).fontSize) * each.currentCSSZoom,
      }))
      expect([name, height < 2 * letters]).toEqual([name, true])
    }
  }
})

test('[U84] the roster of a full hall is short, and what may be changed of somebody unfolds at their name', async ({
  browser,
}) => {
  const { page } = await person(browser, laptop)
  const { place, code } = await fullHall(page, 6)
  for (let guest = 1; guest <= 30; guest++)
    await ask(place, '/api/join', { body: { code, name: `Gast ${guest}`, partner: null } })
  const roster = page.getByRole('region', { name: 'Wie doen er mee?' })
  await expect(roster.getByRole('button', { name: /^Wat mag Gast/ })).toHaveCount(30)
  expect((await roster.boundingBox())?.height).toBeLessThan(30 * 70)
  await expectAccessible(page, 'a full roster')
  await unfold(page, 'Gast 7')
  await expect(page.getByRole('button', { name: 'Haal uit de sessie: Gast 7' })).toBeVisible()
  await page.getByLabel('Mag ordenen: Gast 7').click()
  await expect(roster.getByText(/mag ordenen/)).toHaveCount(1)
  await expectAccessible(page, 'what may be changed of somebody')
  await page.keyboard.press('Escape')
  await page.setViewportSize(phone)
  await unfold(page, 'Gast 30')
  await expect(page.getByRole('button', { name: 'Haal uit de sessie: Gast 30' })).toBeInViewport()
})
