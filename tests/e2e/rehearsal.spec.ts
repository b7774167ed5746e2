import { expect, type Page } from '@playwright/test'
import { expectAccessible } from './accessible.ts'
import { join, laptop, layNote, noteWith, person, phone, startKickoff } from './people.ts'
import { test } from './test.ts'

const rehearsing = (page: Page) => page.getByRole('region', { name: /Je oefent/ })
const live = (page: Page) => expect(page.getByText('Live', { exact: true })).toBeVisible()
const notes = (page: Page) => page.getByRole('button', { name: /^Briefje: / })

async function wipe(page: Page) {
  await page.getByRole('button', { name: 'Wis alles en begin opnieuw' }).click()
  const asking = page.getByRole('dialog', { name: 'Alles wissen wat er gemaakt is?' })
  await expect(asking.getByText(/Blijven: de titel, partners/)).toBeVisible()
  await expectAccessible(page, 'asking before wiping')
  await asking.getByRole('button', { name: 'Wis alles en begin opnieuw' }).click()
  await expect(asking).toHaveCount(0)
}

test('[U44] a session is filled with made-up people and wiped; open pages go on with an empty board, and nothing old comes back', async ({
  browser,
}) => {
  const [lead, anna, bram] = [
    await person(browser, laptop),
    await person(browser, phone),
    await person(browser, phone),
  ]
  const { leadLink, joinLink } = await startKickoff(lead.page, 'Netwerk Zuid', ['Gemeente', 'Huren'])
  await join(anna.page, joinLink, 'Anna', 'Gemeente')
  await join(bram.page, joinLink, 'Bram', 'Huren')
  await layNote(bram.page, 'Opgave', 'Van voor de proef')
  await expect(noteWith(bram.page, 'Van voor de proef')).toBeVisible()

  await lead.page.goto(leadLink)
  await lead.page.getByRole('button', { name: 'Oefen met verzonnen deelnemers' }).click()
  await expect(rehearsing(lead.page).getByText(/Er doen 4 verzonnen deelnemers mee/)).toBeVisible()
  await expect(lead.page.getByText(/\(proef\)/).first()).toBeVisible()
  await expect(lead.page.getByText(/· Verzonnen/)).toHaveCount(4)
  await expectAccessible(lead.page, 'rehearsing')
  await rehearsing(lead.page).getByRole('button', { name: 'Laat ze briefjes schrijven' }).click()
  await expect(notes(anna.page).filter({ hasText: '[proef]' }).first()).toBeVisible()

  // Away while it is wiped, with words that were never sent.
  await bram.context.setOffline(true)
  await expect(bram.page.getByText(/Verbinding weg/)).toBeVisible()
  await layNote(bram.page, 'Opgave', 'Zonder verbinding geschreven')
  await expect(noteWith(bram.page, 'Zonder verbinding geschreven')).toBeVisible()

  await wipe(lead.page)
  await expect(rehearsing(lead.page)).toHaveCount(0)
  await expect(lead.page.getByText(/\(proef\)/)).toHaveCount(0)
  await expect(anna.page.getByText(/jullie beginnen met een leeg bord/)).toBeVisible()
  await expect(notes(anna.page)).toHaveCount(0)
  await anna.page.getByRole('button', { name: 'Begrepen' }).click()
  await layNote(anna.page, 'Opgave', 'Het eerste echte briefje')

  await bram.context.setOffline(false)
  await expect(noteWith(bram.page, 'Het eerste echte briefje')).toBeVisible()
  await expect(notes(bram.page)).toHaveCount(1)
  // What was typed is not lost: it waits with its writer, and is on nobody's board.
  await expect(bram.page.getByText('Zonder verbinding geschreven')).toBeVisible()
  await bram.page.reload()
  await live(bram.page)
  await expect(notes(bram.page)).toHaveCount(1)
  await expect(notes(anna.page)).toHaveCount(1)

  // Once the session has begun it is behind a fold-out.
  await lead.page.getByRole('button', { name: /^Begin met/ }).click()
  await expect(lead.page.getByRole('button', { name: 'Oefen met verzonnen deelnemers' })).toBeHidden()
  await lead.page.getByText('Oefenen of alles wissen').click()
  await wipe(lead.page)
  await expect(notes(anna.page)).toHaveCount(0)
  await expect(lead.page.getByText('Anna', { exact: true }).first()).toBeVisible()
  expect(anna.watched.errors).toEqual([])
})
