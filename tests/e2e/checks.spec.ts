import { type Browser, expect, type Page } from '@playwright/test'
import type { JoinAnswer } from '#lib/protocol/requests.ts'
import { ask, Person } from '#server/example/person.ts'
import { expectAccessible } from './accessible.ts'
import { join, laptop, person, phone, startKickoff } from './people.ts'
import { test } from './test.ts'

const screen = { width: 1920, height: 1080 }
const go = (page: Page, title: string) =>
  page.getByRole('button', { name: new RegExp(`Ga hierheen.*${title}`) }).click()

/** A kick-off with its facilitator, the hall’s screen and two phones, and one more who answers without a browser. */
async function room(browser: Browser) {
  const lead = await person(browser, laptop)
  const kickoff = await startKickoff(lead.page, 'Netwerk Zuid', ['Gemeente', 'Huren'])
  await lead.page.goto(kickoff.leadLink)
  const opening = lead.context.waitForEvent('page')
  await lead.page.getByRole('link', { name: 'Open het projectorscherm' }).click()
  const hall = await opening
  await hall.setViewportSize(screen)
  const [anna, bram] = [await person(browser, phone), await person(browser, phone)]
  await join(anna.page, kickoff.joinLink, 'Anna de Vries', 'Gemeente')
  await join(bram.page, kickoff.joinLink, 'Bram', 'Huren')
  const { origin, searchParams } = new URL(kickoff.joinLink, lead.page.url())
  const place = { url: origin, origin }
  const body = { code: searchParams.get('code') ?? '', name: 'Cor', partner: null }
  const cor = new Person(place, await ask<JoinAnswer>(place, '/api/join', { body }), null)
  await lead.page.getByText('Alle stappen (23)').click()
  return { lead: lead.page, hall, anna: anna.page, bram: bram.page, cor, watched: [lead, anna, bram] }
}

test('[U27] [U86] a check goes from the step that calls for it to phones, and back as a picture on every screen, beside the one before', async ({
  browser,
}) => {
  const { lead, hall, anna, bram, cor, watched } = await room(browser)
  const desk = lead.getByRole('region', { name: 'Checks' })
  const answerByCor = async (erin: string) => {
    const check = (await cor.view()).checks.find(({ state }) => state === 'open')?.id ?? ''
    await cor.command({ type: 'answerCheck', check, answer: { erin } })
  }
  /** Answers as one does on a phone; leaves the window. */
  const answer = async (page: Page, erin: string) => {
    await page.getByRole('button', { name: 'Vul in' }).click()
    await page.getByRole('group', { name: 'Hoe zit jij in deze samenwerking?' }).getByLabel(erin).check()
    await page.getByRole('button', { name: 'Verstuur' }).click()
    await expect(page.getByText('Dank je, het is binnen.')).toBeVisible()
    await page.getByRole('button', { name: 'Sluit dit venster' }).click()
    await expect(page.getByText('Ingevuld: Voelt dit nog goed?')).toBeVisible()
  }

  await test.step('the step that calls for it offers it, and the others keep it folded', async () => {
    await go(lead, 'Verhalen en cijfers')
    await expect(desk.getByText('Doe een snelle check')).toBeVisible()
    await expect(desk.getByText('Past bij deze stap')).toHaveCount(0)
    await go(lead, 'Welkom en check-in')
    await expect(desk.getByText('Past bij deze stap')).toBeVisible()
    await desk.getByRole('button', { name: 'Open “Voelt dit nog goed?”' }).click()
    await expect(desk.getByText('0 van 3 deelnemers, 0 van 2 partners')).toBeVisible()
    await expect(desk.getByText(/worden de antwoorden weggegooid/)).toBeVisible()
    await expectAccessible(lead, 'a check that runs')
  })

  await test.step('phones answer it; a question is the least, a name is left on purpose', async () => {
    await anna.getByRole('button', { name: 'Vul in' }).click()
    await expectAccessible(anna, 'a check on a phone')
    // More follows than fits on a phone, and one sees that until one is at the end.
    const more = anna.locator('dialog[open] [data-more]')
    await expect(more).toBeVisible()
    await anna.getByRole('button', { name: 'Verstuur' }).scrollIntoViewIfNeeded()
    await expect(more).toHaveCount(0)
    await anna.getByRole('button', { name: 'Verstuur' }).click()
    await expect(anna.getByText('Beantwoord eerst ten minste één vraag.')).toBeVisible()
    await anna.getByLabel('Ik twijfel').check()
    await anna.getByLabel('Wat heb jij nodig om goed mee te doen?').fill('Meer rust')
    await anna.getByLabel('Ja, bel mij').check()
    await expect(anna.getByLabel('Wie kan de begeleider bellen?')).toHaveValue('Anna de Vries')
    // What one filled in stays, also when the window was closed meanwhile.
    await anna.keyboard.press('Escape')
    await anna.getByRole('button', { name: 'Vul in' }).click()
    await expect(anna.getByLabel('Ik twijfel')).toBeChecked()
    await anna.getByRole('button', { name: 'Verstuur' }).click()
    await anna.getByRole('button', { name: 'Sluit dit venster' }).click()
    await answer(bram, 'Ik zit er vol in')
    await answerByCor('vol')
    await expect(desk.getByText('3 van 3 deelnemers, 2 van 2 partners')).toBeVisible()
    await expect(hall.getByText('Ingevuld door 3 mensen, 2 partners')).toBeVisible()
    for (const page of [lead, hall, anna, bram]) await expect(page.getByText('Meer rust')).toHaveCount(0)
  })

  await test.step('closed, it is the same picture on every screen; what was written is for who leads', async () => {
    await desk.getByRole('button', { name: 'Sluit en laat het beeld zien' }).click()
    const row = (page: Page, option: string) => page.getByRole('row', { name: new RegExp(option) })
    await expect(row(hall, 'Ik zit er vol in')).toContainText('2')
    await expect(row(hall, 'Ik twijfel')).toContainText('1')
    await bram.getByRole('button', { name: 'Bekijk' }).click()
    await expect(row(bram, 'Ik zit er vol in')).toContainText('2')
    await expectAccessible(bram, 'the picture on a phone')
    await bram.keyboard.press('Escape')
    await expect(desk.getByText('Graag bellen: Anna de Vries')).toBeVisible()
    await desk.getByText('Wat er geschreven is').click()
    await expect(desk.getByText('Meer rust')).toBeVisible()
    await expectAccessible(lead, 'what came of a check')
    for (const page of [hall, anna, bram]) {
      await expect(page.getByText('Meer rust')).toHaveCount(0)
      await expect(page.getByText('Graag bellen')).toHaveCount(0)
    }
    await expectAccessible(hall, 'the picture in the hall')
  })

  await test.step('the next step takes it off the screens; it is kept to be compared with the next one', async () => {
    await go(lead, 'Weer binnenkomen')
    await expect(hall.getByRole('table')).toHaveCount(0)
    await expect(bram.getByRole('button', { name: 'Bekijk' })).toHaveCount(0)
    await desk.getByRole('button', { name: 'Open “Voelt dit nog goed?”' }).click()
    for (const page of [anna, bram]) await answer(page, 'Ik zit er vol in')
    await answerByCor('vol')
    await expect(desk.getByText('3 van 3 deelnemers, 2 van 2 partners')).toBeVisible()
    await desk.getByRole('button', { name: 'Sluit en laat het beeld zien' }).click()
    for (const page of [hall, lead]) {
      await expect(page.getByRole('columnheader', { name: 'Dag 1' }).first()).toBeVisible()
      await expect(page.getByRole('columnheader', { name: 'Dag 2' }).first()).toBeVisible()
      await expect(page.getByText('↑ hoger dan Dag 1')).toBeVisible()
    }
    await desk.getByRole('button', { name: 'Haal van de schermen' }).click()
    await expect(hall.getByRole('table')).toHaveCount(0)
    await desk.getByText('Eerdere uitkomsten').click()
    await desk.getByText(/^Dag 1, /).click()
    await expect(desk.getByText('Graag bellen: Anna de Vries')).toBeVisible()
  })
  for (const { errors } of watched.map(each => each.watched)) expect(errors).toEqual([])
})

test('[U28] grades are given per partner, changed by a colleague, and lie as a picture with what to do with them', async ({
  browser,
}) => {
  const { lead, hall, anna, bram } = await room(browser)
  const desk = lead.getByRole('region', { name: 'Checks' })
  await go(lead, 'Wie staat er achter ons')
  await desk.getByRole('button', { name: 'Open “Cijfer voor onze steun”' }).click()
  await expect(desk.getByText('Nog niet binnen: Gemeente, Huren')).toBeVisible()
  for (const [page, grade] of [
    [anna, '8.5'],
    [bram, '4'],
  ] as const) {
    await page.getByRole('button', { name: 'Vul in' }).click()
    await page.getByRole('slider', { name: 'Formeel' }).fill(grade)
    await page.getByRole('button', { name: 'Verstuur' }).click()
    await page.getByRole('button', { name: 'Sluit dit venster' }).click()
  }
  await expect(desk.getByText('2 van 2 partners')).toBeVisible()
  await bram.getByRole('button', { name: 'Verander je antwoord' }).click()
  await expect(bram.getByRole('slider', { name: 'Formeel' })).toHaveValue('4')
  await bram.getByRole('slider', { name: 'Formeel' }).fill('5')
  await bram.getByRole('button', { name: 'Verander je antwoord' }).last().click()
  await expect(bram.getByText('Dank je, het is binnen.')).toBeVisible()
  await desk.getByRole('button', { name: 'Sluit en laat het beeld zien' }).click()
  await expect(hall.getByText('gemiddeld 6,8, midden 6,8')).toBeVisible()
  await expect(hall.getByRole('heading', { name: 'Praktisch' })).toBeVisible()
  await expect(desk.getByText(/Formeel: De cijfers liggen ver uit elkaar/)).toBeVisible()
  await desk.getByText('Per partner', { exact: true }).click()
  await expect(desk.getByText('8,5', { exact: true }).first()).toBeVisible()
  await expectAccessible(lead, 'grades')
})

test('[U93] who has no device is counted by hand or on paper, or filled in for, put right by their own people, and marked on every screen', async ({
  browser,
}) => {
  const { lead, hall, anna, bram, cor } = await room(browser)
  const desk = lead.getByRole('region', { name: 'Checks' })
  const dialog = (page: Page) => page.locator('dialog[open]')
  const save = async (page: Page) => {
    await dialog(page).getByRole('button', { name: 'Sla op' }).click()
    await expect(dialog(page).getByRole('button', { name: 'Sla op' })).toHaveCount(0)
  }
  const begin = async (title: string) => {
    await desk.getByRole('button', { name: `Open “${title}”` }).click()
    await desk.getByText('Zonder apparaat').click()
  }

  await test.step('slips of paper to an anonymous check', async () => {
    await go(lead, 'Welkom en check-in')
    await begin('Voelt dit nog goed?')
    await desk.getByRole('button', { name: 'Tel briefjes' }).click()
    await dialog(lead).getByLabel('Hoeveel briefjes zijn het?').fill('4')
    const feeling = dialog(lead).getByRole('group', { name: 'Hoe zit jij in deze samenwerking?' })
    await feeling.getByLabel('Ik twijfel').fill('5')
    await dialog(lead).getByRole('button', { name: 'Sla op' }).click()
    await expect(dialog(lead).getByText(/tel bij geen vraag meer antwoorden/)).toBeVisible()
    await feeling.getByLabel('Ik twijfel').fill('1')
    await feeling.getByLabel('Ik zit er vol in').fill('3')
    await expectAccessible(lead, 'counting slips')
    await save(lead)
    await expect(desk.getByText('4 briefjes geteld')).toBeVisible()
    const check = (await cor.view()).checks.find(({ state }) => state === 'open')?.id ?? ''
    await cor.command({ type: 'answerCheck', check, answer: { erin: 'afhaken' } })
    await expect(desk.getByText(/één antwoord van een telefoon niet mee/)).toBeVisible()
    await expect(hall.getByText('5 mensen, 0 partners (4 op papier)')).toBeVisible()
    await desk.getByRole('button', { name: 'Sluit en laat het beeld zien' }).click()
    await expect(hall.getByText('5 mensen, 0 partners (4 op papier)')).toBeVisible()
    await expect(hall.getByText(/Eén antwoord van een telefoon staat er niet bij/)).toBeVisible()
    await expect(hall.getByRole('row', { name: /Ik zit er vol in/ })).toContainText('3')
    await expect(hall.getByRole('row', { name: /Ik sta op het punt af te haken/ })).toContainText('0')
  })

  await test.step('hands of a partner, which its own people put right', async () => {
    await go(lead, 'Verhalen en cijfers')
    await desk.getByText('Doe een snelle check').click()
    await begin('Test voor de opgave')
    await desk.getByLabel('Van wie?').selectOption('Huren')
    await desk.getByRole('button', { name: 'Tel handen' }).click()
    await dialog(lead).getByLabel('Hoeveel mensen steken hun hand op?').fill('3')
    await dialog(lead).getByRole('group').first().getByLabel('Rood').fill('3')
    await save(lead)
    await expect(desk.getByText('3 mensen geteld')).toBeVisible()
    await bram.getByRole('button', { name: 'Vul in' }).click()
    await expect(bram.getByText('Voor jullie zijn 3 mensen geteld met opgestoken hand.')).toBeVisible()
    await bram.getByRole('button', { name: 'Verbeter' }).click()
    const own = dialog(bram).filter({ hasText: 'Tel de handen van Huren' })
    await own.getByRole('group').first().getByLabel('Rood').fill('1')
    await own.getByRole('group').first().getByLabel('Groen').fill('2')
    await expectAccessible(bram, 'hands on a phone')
    await save(bram)
    await anna.getByRole('button', { name: 'Vul in' }).click()
    await expect(anna.getByText(/geteld met opgestoken hand/)).toHaveCount(0)
    await anna.keyboard.press('Escape')
    await desk.getByRole('button', { name: 'Sluit en laat het beeld zien' }).click()
    await expect(hall.getByText('3 mensen, 1 partner (3 met opgestoken hand)')).toBeVisible()
    await expect(hall.getByRole('row', { name: /Groen/ }).first()).toContainText('2')
  })

  await test.step('a partner’s one answer, until its own people give it', async () => {
    await go(lead, 'Wie staat er achter ons')
    await begin('Cijfer voor onze steun')
    for (const [partner, grade] of [
      ['Gemeente', '8'],
      ['Huren', '3'],
    ] as const) {
      await desk.getByRole('button', { name: `Vul in: ${partner}` }).click()
      await dialog(lead).getByRole('slider', { name: 'Formeel' }).fill(grade)
      await dialog(lead).getByRole('button', { name: 'Verstuur' }).click()
      await expect(desk.getByRole('button', { name: `Verbeter: ${partner}` })).toBeVisible()
    }
    await expect(
      bram.getByText('De begeleider vulde dit voor jullie in: Cijfer voor onze steun'),
    ).toBeVisible()
    await bram.getByRole('button', { name: 'Verander je antwoord' }).click()
    await expect(bram.getByRole('slider', { name: 'Formeel' })).toHaveValue('3')
    await bram.getByRole('slider', { name: 'Formeel' }).fill('6')
    await bram.getByRole('button', { name: 'Verander je antwoord' }).last().click()
    await expect(desk.getByText('heeft geantwoord')).toBeVisible()
    await expect(desk.getByRole('button', { name: 'Verbeter: Huren' })).toHaveCount(0)
    await desk.getByRole('button', { name: 'Sluit en laat het beeld zien' }).click()
    await expect(hall.getByText('2 partners (1 door de begeleider ingevuld)')).toBeVisible()
    await desk.getByText('Per partner', { exact: true }).click()
    await expect(desk.getByText('Ingevuld door de begeleider', { exact: true })).toHaveCount(1)
  })
})
