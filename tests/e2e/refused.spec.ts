import { type Browser, expect, type Page } from '@playwright/test'
import { choose, laptop, layNote, noteWith, person, phone, startKickoff, unfold } from './people.ts'
import { test } from './test.ts'

type Table = { lead: Page; anna: Awaited<ReturnType<typeof person>>; piet: Page }

async function table(browser: Browser): Promise<Table> {
  const lead = await person(browser, laptop)
  const { leadLink, joinLink } = await startKickoff(lead.page, 'Netwerk', [])
  await lead.page.goto(leadLink)
  const come = async (name: string) => {
    const someone = await person(browser, phone)
    await someone.page.goto(joinLink)
    await someone.page.getByLabel('Hoe heet je?').fill(name)
    await someone.page.getByRole('button', { name: 'Doe mee' }).click()
    await expect(someone.page.getByText('Live', { exact: true })).toBeVisible()
    return someone
  }
  return { lead: lead.page, anna: await come('Anna'), piet: (await come('Piet')).page }
}

test('what a phase overtook is refused, kept for its writer, and shown to nobody', async ({ browser }) => {
  const { lead, anna, piet } = await table(browser)
  await layNote(anna.page, 'Opgave', 'op tijd')
  await expect(noteWith(piet, 'op tijd')).toBeVisible()
  await anna.context.setOffline(true)
  await expect(anna.page.getByText(/Verbinding weg/)).toBeVisible()
  await layNote(anna.page, 'Opgave', 'te laat')
  await piet.getByRole('button', { name: 'Leg een briefje bij Opgave' }).click()
  await piet.getByLabel('Je briefje bij Opgave').fill('half geschreven')
  await lead.getByRole('button', { name: 'Ga ordenen' }).click()
  await expect(piet.getByText(/De briefjes worden in lijnen gelegd/)).toBeVisible()
  await anna.context.setOffline(false)
  // What was half written is still there to be taken elsewhere.
  await expect(piet.getByText('half geschreven')).toBeVisible()
  await piet.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await piet.getByRole('button', { name: 'Kopieer', exact: true }).click()
  await expect(piet.getByRole('button', { name: 'Gekopieerd', exact: true })).toBeVisible()
  expect(await piet.evaluate(() => navigator.clipboard.readText())).toBe('half geschreven')

  await expect(anna.page.getByText(/De sessie was al een fase verder/)).toBeVisible()
  await expect(anna.page.getByText('Eén tekst is niet aangekomen')).toBeVisible()
  await expect(
    anna.page.locator('section', { hasText: 'niet aangekomen' }).getByText('te laat'),
  ).toBeVisible()
  await expect(noteWith(anna.page, 'te laat')).toHaveCount(0)
  await expect(noteWith(anna.page, 'op tijd')).toBeVisible()
  await expect(noteWith(piet, 'te laat')).toHaveCount(0)

  // The line works again after the refusal: back in the former phase one writes on.
  await lead.getByRole('button', { name: 'Terug naar ophalen' }).click()
  await layNote(anna.page, 'Waarde', 'en weer verder')
  await choose(piet, 'Waarde')
  await expect(noteWith(piet, 'en weer verder')).toBeVisible()
})

test('who is taken out of the session is told so at once, and may be let in again', async ({ browser }) => {
  const { lead, anna } = await table(browser)
  await unfold(lead, 'Anna')
  await lead.getByRole('button', { name: /^Haal uit de sessie.*Anna/ }).click()
  await expect(anna.page.getByText(/De begeleider heeft je uit de sessie gehaald/)).toBeVisible()
  await anna.page.reload()
  await expect(anna.page.getByText(/De begeleider heeft je uit de sessie gehaald/)).toBeVisible()
  await lead.getByRole('button', { name: /^Laat weer toe.*Anna/ }).click()
  await expect(lead.getByRole('button', { name: 'Wat mag Anna?' })).toBeVisible()
  await anna.page.reload()
  await expect(anna.page.getByText('Live', { exact: true })).toBeVisible()
})
