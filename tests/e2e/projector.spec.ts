import { expect, type Page } from '@playwright/test'
import { expectAccessible, join, laptop, person, phone, startKickoff } from './people.ts'
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
