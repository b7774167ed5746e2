import { expect, type Page } from '@playwright/test'
import { firstTables } from '#lib/content/first-tables.ts'
import { programme } from '#lib/content/programme.ts'
import { expectAccessible } from './accessible.ts'
import { choose, join, laptop, person, phone, startKickoff } from './people.ts'
import { test } from './test.ts'

const titles = programme.phases.map(({ title }) => title.nl)
const [first, second] = titles as [string, string]
const about = (page: Page, title: string) => page.getByRole('button', { name: `${title}: wat gaan we doen?` })
const clock = (page: Page) => page.getByRole('banner').getByRole('timer', { name: 'Klok' })

async function leading(page: Page) {
  const kickoff = await startKickoff(page, 'Netwerk Zuid', ['Gemeente', 'Huren'])
  await page.goto(kickoff.leadLink)
  await expect(page.getByRole('heading', { name: 'Programma' })).toBeVisible()
  return kickoff
}

test('[U5] the room is led from step to step: everybody reads where it is, on any page and after a reload', async ({
  browser,
}) => {
  const lead = await person(browser, laptop)
  const anna = await person(browser, phone)
  const { joinLink } = await leading(lead.page)
  await join(anna.page, joinLink, 'Anna de Vries', 'Gemeente')

  await lead.page.getByRole('button', { name: `Begin met “${first}”` }).click()
  await about(anna.page, first).click()
  await expect(anna.page.getByText('Stap 1 van 23').last()).toBeVisible()
  await expect(anna.page.getByText(`Daarna: ${second}`)).toBeVisible()
  await expectAccessible(anna.page, 'the step unfolded')
  await anna.page.getByRole('button', { name: 'Klaar met deze stap' }).click()
  await anna.page.getByRole('button', { name: 'Steek je hand op' }).click()
  await expect(lead.page.getByText('1 deelnemer klaar, 1 partner')).toBeVisible()
  await lead.page.getByRole('button', { name: /Gehad.*Anna/ }).click()
  await expect(anna.page.getByRole('button', { name: 'Steek je hand op', pressed: false })).toBeVisible()
  await anna.page.keyboard.press('Escape')

  await lead.page.getByRole('button', { name: `Volgende: ${second}` }).click()
  await expect(about(anna.page, second)).toBeVisible()
  await anna.page.reload()
  await expect(about(anna.page, second)).toBeVisible()
  await lead.page.getByRole('button', { name: 'Terug naar de vorige' }).click()
  await expect(about(anna.page, first)).toBeVisible()

  // A step of the second day takes the session along, one after a freeze waits for it.
  await lead.page.getByText('Alle stappen (23)').click()
  await expectAccessible(lead.page, 'all steps')
  await lead.page.getByRole('button', { name: /Ga hierheen.*Kiezen$/ }).click()
  await expect(lead.page.getByRole('heading', { name: 'Stemmen over de opgave' })).toBeVisible()
  await lead.page.getByRole('button', { name: /Ga hierheen.*De verklaring schrijven/ }).click()
  await expect(lead.page.getByText(/Leg eerst vast/)).toBeVisible()
  expect(anna.watched.errors).toEqual([])
})

test('[U6] a step is edited, added, passed over, repeated and moved, before and during, and the programme goes into a file and out of it', async ({
  browser,
}) => {
  const { page } = await person(browser, laptop)
  await leading(page)
  await page.getByText('Alle stappen (23)').click()
  const change = (title: string, act: string) =>
    page
      .getByRole('button', { name: `Verander stap ${title}` })
      .click()
      .then(() => page.getByRole('button', { name: act, exact: true }).click())
  const order = async () => (await page.getByRole('button', { name: /^Verander stap/ }).all()).length

  await change(first, 'Bewerk')
  const dialog = page.getByRole('dialog', { name: 'Stap bewerken' })
  await dialog.getByLabel('Naam van de stap').fill('Inloop met koffie')
  await dialog.getByLabel('Minuten').fill('20')
  await dialog.getByRole('button', { name: 'Bewaar' }).click()
  await expect(page.getByRole('button', { name: 'Begin met “Inloop met koffie”' })).toBeVisible()

  await change('Inloop met koffie', 'Sla over')
  await expect(page.getByRole('button', { name: `Begin met “${second}”` })).toBeVisible()
  await change('Inloop met koffie', 'Naar beneden')
  await change('Inloop met koffie', 'Neem weer op')
  await expect(page.getByRole('button', { name: `Begin met “${second}”` })).toBeVisible()
  await change(second, 'Herhaal: zet er nog een keer in')
  await expect(page.getByText('Alle stappen (24)')).toBeVisible()
  await change('Vieren', 'Haal uit het programma')
  await expect.poll(order).toBe(23)

  await page.getByRole('button', { name: 'Voeg een stap toe' }).click()
  const adding = page.getByRole('dialog', { name: 'Nieuwe stap' })
  await adding.getByLabel('Naam van de stap').fill('Foto op het plein')
  await expectAccessible(page, 'a new step')
  await adding.getByRole('button', { name: 'Bewaar' }).click()
  await expect(page.getByText('Alle stappen (24)')).toBeVisible()

  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Bewaar als bestand' }).click()
  const path = await (await download).path()
  await change('Foto op het plein', 'Haal uit het programma')
  await expect.poll(order).toBe(23)
  await page.getByLabel('Haal uit een bestand', { exact: true }).last().setInputFiles(path)
  await expect(page.getByRole('button', { name: 'Verander stap Foto op het plein' })).toBeVisible()

  const wrong = { name: 'iets.json', mimeType: 'application/json', buffer: Buffer.from('{"steps":[]}') }
  await page.getByLabel('Haal uit een bestand', { exact: true }).last().setInputFiles(wrong)
  await expect(page.getByText(/Er is niets veranderd/)).toBeVisible()
  await expect.poll(order).toBe(24)
})

test('[U7] the clock is the same for all, also on a device with a wrong clock, and says when time is nearly up', async ({
  browser,
}) => {
  const lead = await person(browser, laptop)
  const anna = await person(browser, phone)
  // Three hours fast.
  await anna.page.clock.install({ time: Date.now() + 3 * 3_600_000 })
  const { joinLink } = await leading(lead.page)
  await join(anna.page, joinLink, 'Anna de Vries', 'Gemeente')
  await lead.page.getByRole('button', { name: /^Begin met/ }).click()
  await lead.page.getByLabel('Minuten').fill('2')
  await lead.page.getByRole('button', { name: 'Start de klok' }).click()
  await expect(clock(anna.page)).toHaveText(/^(2:00|1:5\d)$/)
  await lead.page.getByRole('button', { name: 'Geef 5 minuten meer' }).click()
  await expect(clock(anna.page)).toHaveText(/^(7:00|6:\d\d)$/)

  // Shorter than the page lets one set it, so that nobody waits for minutes.
  const [, session] = new URL(lead.page.url()).pathname.split('/')
  const start = (span: number) =>
    lead.page.request.post(`/api/sessions/${session}/commands`, {
      data: { key: `clock-${span}`, command: { type: 'startClock', span } },
      headers: { origin: new URL(lead.page.url()).origin },
    })
  await start(62_000)
  await expect(anna.page.getByText('Nog 1 minuut.')).toBeAttached()
  await start(2000)
  await expect(clock(anna.page)).toHaveText('De tijd is om.')

  await lead.page.getByRole('button', { name: 'Zet stil' }).click()
  await expect(lead.page.getByRole('button', { name: 'Ga verder' })).toBeVisible()
  const stands = await clock(lead.page).textContent()
  await expect(clock(anna.page)).toHaveText(stands ?? '')
  await lead.page.getByRole('button', { name: 'Haal de klok weg' }).click()
  await expect(clock(anna.page)).toHaveCount(0)

  // Until a time of day, as the clock of who leads has it.
  const soon = await lead.page.evaluate(() => new Date(Date.now() + 600_000).toTimeString().slice(0, 5))
  await lead.page.getByRole('button', { name: 'Start tot dan' }).click()
  await expect(lead.page.getByLabel('Of tot')).toHaveAccessibleDescription('Vul een tijd in.')
  await lead.page.getByLabel('Of tot').fill(soon)
  await lead.page.getByRole('button', { name: 'Start tot dan' }).click()
  await expect(clock(anna.page)).toHaveText(/^(10:00|9:\d\d)$/)
})

test('[U95] a soft sound when time is up is heard where somebody chose it, and nowhere else', async ({
  browser,
}) => {
  const lead = await person(browser, laptop)
  const anna = await person(browser, phone)
  for (const { page } of [lead, anna])
    await page.addInitScript(() => {
      const heard = { tones: 0 }
      Object.assign(window, { heard })
      const { start } = OscillatorNode.prototype
      OscillatorNode.prototype.start = function (when) {
        heard.tones++
        start.call(this, when)
      }
    })
  const tones = ({ page }: typeof lead) =>
    page.evaluate(() => (window as unknown as { heard: { tones: number } }).heard.tones)
  const { joinLink } = await leading(lead.page)
  await join(anna.page, joinLink, 'Anna de Vries', 'Gemeente')
  await lead.page.getByRole('button', { name: /^Begin met/ }).click()
  const [, session] = new URL(lead.page.url()).pathname.split('/')
  const timeIsUp = async (key: string) => {
    const started = await lead.page.request.post(`/api/sessions/${session}/commands`, {
      data: { key, command: { type: 'startClock', span: 2000 } },
      headers: { origin: new URL(lead.page.url()).origin },
    })
    expect(started.ok()).toBe(true)
    await expect(clock(anna.page)).toHaveText(/^0:0\d$/)
    for (const { page } of [lead, anna]) await expect(clock(page)).toHaveText('De tijd is om.')
  }
  await about(anna.page, first).click()
  const sound = anna.page.getByRole('checkbox', { name: 'Zacht geluid als de tijd om is' })
  await expect(sound).not.toBeChecked()
  expect(await tones(anna), 'off until it is chosen').toBe(0)
  await sound.check()
  await timeIsUp('clock-heard')
  await expect.poll(() => tones(anna)).toBe(2)
  expect(await tones(lead)).toBe(0)
  await sound.uncheck()
  await timeIsUp('clock-silent')
  expect(await tones(anna)).toBe(2)
})

const tableAbout = (name: string | null) => firstTables(2, 'nl')[Number(name?.at(-1)) - 1]?.title ?? ''

test('[U10] [U85] tables: everybody reads where to sit and with whom, who comes late has a place, and rounds lead on', async ({
  browser,
}) => {
  const lead = await person(browser, laptop)
  const { joinLink } = await leading(lead.page)
  const people = await Promise.all(['Anna', 'Bram', 'Cees', 'Dina'].map(() => person(browser, phone)))
  for (const [index, name] of ['Anna', 'Bram', 'Cees'].entries())
    await join((people[index] as (typeof people)[0]).page, joinLink, name, index < 2 ? 'Gemeente' : 'Huren')
  await lead.page.getByText('Alle stappen (23)').click()
  await lead.page.getByRole('button', { name: /Ga hierheen.*Wisselende tafels/ }).click()
  await lead.page.getByLabel('Aantal tafels').selectOption('2')
  await lead.page.getByLabel('Aantal rondes').selectOption('2')
  await lead.page.getByText('Tafel 2:').click()
  await lead.page.getByLabel('Link naar een videogesprek').last().fill('https://bellen.example/tafel-2')
  await expectAccessible(lead.page, 'seating')
  await lead.page.getByRole('button', { name: 'Zet iedereen aan tafel' }).click()
  await expect(lead.page.getByText('Ronde 1 van 2')).toBeVisible()
  await expectAccessible(lead.page, 'tables at work')

  // The call does not work once people are there: another link, while all stay where they sit.
  const another = lead.page.getByRole('button', { name: 'Andere link voor tafel 2' })
  const field = lead.page.getByLabel('Link naar het gesprek van tafel 2')
  await another.click()
  await field.fill('bellen.example/anders')
  await field.press('Enter')
  await expect(
    lead.page.getByText('Dit is geen link die met https:// begint.', { exact: false }),
  ).toBeVisible()
  await expect(field).toBeFocused()
  await expectAccessible(lead.page, 'another link to a call')
  await field.fill('https://bellen.example/anders')
  await field.press('Enter')
  await expect(another).toBeFocused()
  await expect(lead.page.getByRole('link', { name: 'Het gesprek van deze tafel' })).toHaveAttribute(
    'href',
    'https://bellen.example/anders',
  )

  const [anna, bram, , dina] = people as [
    (typeof people)[0],
    (typeof people)[0],
    (typeof people)[0],
    (typeof people)[0],
  ]
  const sign = async (page: Page) => {
    const found = page.getByRole('banner').getByText(/^Tafel [12]$/)
    await expect(found).toBeVisible()
    return found.textContent()
  }
  // Of one partner, so not at one table.
  expect(await sign(anna.page)).not.toBe(await sign(bram.page))
  await join(dina.page, joinLink, 'Dina', 'Huren')
  await about(dina.page, 'Wisselende tafels').click()
  await expect(dina.page.getByText(/^Jij zit aan tafel [12]: /)).toBeVisible()
  await expectAccessible(dina.page, 'one’s table')

  // A phone that is opened at a table is where that table works.
  const [, own = ''] =
    /^Jij zit aan tafel \d: (.*)$/.exec(
      (await dina.page.getByText(/^Jij zit aan tafel [12]: /).textContent()) ?? '',
    ) ?? []
  const tile = firstTables(2, 'nl').find(({ title }) => title === own)?.bouwstenen[0] ?? 'opgave'
  await dina.page.reload()
  await expect(dina.page.locator(`[data-tile=${tile}]`).first()).toBeInViewport({ ratio: 0.5 })

  // What a table wrote can be found again, by anybody.
  const before = await sign(anna.page)
  await choose(anna.page, 'Opgave')
  await anna.page.getByRole('button', { name: 'Leg een briefje bij Opgave' }).click()
  await anna.page.getByRole('textbox').last().fill('Wij beginnen bij de wachtlijst')
  await anna.page.keyboard.press('Control+Enter')
  await bram.page.getByRole('button', { name: 'Zoek in de briefjes' }).click()
  await bram.page
    .getByLabel('Tafel', { exact: true })
    .selectOption({ label: `${before}: ${tableAbout(before)}` })
  await expect(bram.page.getByText('1 van 1 briefje')).toBeVisible()
  await bram.page
    .getByLabel('Tafel', { exact: true })
    .selectOption({ label: `${await sign(bram.page)}: ${tableAbout(await sign(bram.page))}` })
  await expect(bram.page.getByText('0 van 1 briefje')).toBeVisible()

  await lead.page.getByRole('button', { name: 'Begin ronde 2' }).click()
  await expect(anna.page.getByRole('banner').getByText(before ?? '')).toHaveCount(0)
  const now = await sign(anna.page)
  await lead.page.getByLabel('Tafel voor Anna').selectOption(before ?? '')
  await expect(anna.page.getByRole('banner').getByText(before ?? '')).toBeVisible()
  expect(now).not.toBe(before)
})
