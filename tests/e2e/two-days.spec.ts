import { type Browser, expect, type Page } from '@playwright/test'
import {
  join,
  laptop,
  layNote,
  lookAt,
  noteWith,
  person,
  phone,
  startKickoff,
  turnTo,
  unfold,
} from './people.ts'
import { type ServerWithPages, serverWithPages } from './server-with-pages.ts'
import { test } from './test.ts'

test.use({ serviceWorkers: 'allow' })

const hall = { width: 1920, height: 1080 }
const tablet = { width: 820, height: 1180 }
const definition = 'Niemand wacht langer dan een half jaar op een eigen huis.'
const partners = ['Gemeente', 'Stichting Huren', 'Zorggroep', 'Welzijn Oost', 'Bewonersraad']

let server: ServerWithPages
test.beforeAll(async () => {
  test.setTimeout(300_000)
  server = await serverWithPages({ by: 'npm start' })
})
test.afterAll(() => server.remove())

type Someone = Awaited<ReturnType<typeof person>>

/** The whole room: who leads with the hall's screen, phones, a tablet on a table, and one at home. */
async function room(browser: Browser) {
  const come = (viewport: typeof phone) => person(browser, viewport, server.url)
  const lead = await come(laptop)
  const { leadLink, joinLink } = await startKickoff(lead.page, 'Netwerk Eigen Voordeur', partners)
  await lead.page.goto(leadLink)
  const screen = await lead.context.newPage()
  await screen.setViewportSize(hall)
  await screen.goto(`/${new URL(lead.page.url()).pathname.split('/')[1]}/projector`)
  const enter = async (viewport: typeof phone, name: string, partner: string) => {
    const someone = await come(viewport)
    await join(someone.page, joinLink, name, partner)
    return someone
  }
  const phones = [
    await enter(phone, 'Anna', 'Gemeente'),
    await enter(phone, 'Bram', 'Stichting Huren'),
    await enter(phone, 'Chris', 'Zorggroep'),
    await enter(phone, 'Els', 'Bewonersraad'),
    await enter(phone, 'Farid', 'Gemeente'),
  ] as const
  const table = await enter(tablet, 'Tafel bij het raam', 'Bewonersraad')
  const remote = await enter(laptop, 'Dina', 'Welzijn Oost')
  return { lead, screen, phones, table, remote }
}

const forward = async (lead: Page, title: string) => {
  await lead.getByRole('button', { name: `Volgende: ${title}` }).click()
  await expect(lead.getByRole('heading', { name: title, exact: true })).toBeVisible()
}
const live = (page: Page) => expect(page.getByText('Live', { exact: true })).toBeVisible()
const away = (page: Page) => expect(page.getByText(/Verbinding weg/).first()).toBeVisible({ timeout: 60_000 })

/** Writes on one's own desk, as one does on a phone. */
async function onDesk({ page }: Someone, bouwsteen: string, text: string) {
  await page.getByRole('navigation', { name: 'Bouwstenen' }).getByRole('button', { name: bouwsteen }).click()
  await page.getByLabel(`Je briefje bij ${bouwsteen}`).fill(text)
  await page.getByRole('button', { name: 'Leg op je bureau' }).click()
  await expect(page.getByRole('button', { name: `Briefje op je bureau: ${text}` })).toBeVisible()
}

/** Ticks somebody without a device of their own on this one. */
async function share(page: Page, name: string, partner: string) {
  await page.getByRole('banner').locator('summary', { hasText: 'mensen hier' }).click()
  await page.getByRole('button', { name: 'Samen op dit apparaat' }).click()
  const together = page.getByRole('dialog', { name: 'Samen op dit apparaat' })
  await together.getByLabel('Naam').fill(name)
  await together.getByLabel('Namens wie?').selectOption(partner)
  await together.getByRole('button', { name: 'Zet erbij' }).click()
  await expect(together.getByLabel(`Op dit apparaat: ${name}`)).toBeChecked()
  await together.getByRole('button', { name: 'Klaar', exact: true }).last().click()
}

test('[U70] two days, from the first command to the statement: phones, a tablet that two share, the hall’s screen, and one at home whose line fails twice', async ({
  browser,
}) => {
  test.setTimeout(900_000)
  const { lead, screen, phones, table, remote } = await room(browser)
  const [anna, bram, chris, els, farid] = phones
  const everybody = [lead, ...phones, table, remote]

  await test.step('day 1 begins: who is here', async () => {
    await lead.page.getByRole('button', { name: 'Begin met “Welkom en check-in”' }).click()
    await expect(screen.getByText('7 deelnemers, 5 partners')).toBeVisible()
    await expect(lead.page.getByText('7 deelnemers, 7 nu hier, 5 van 5 partners')).toBeVisible()
    await forward(lead.page, 'Wie zit er, wie mist er?')
    await forward(lead.page, 'Verhalen en cijfers')
    await lead.page.getByRole('button', { name: 'Start de klok' }).click()
    await expect(screen.getByRole('timer', { name: 'Klok' })).toHaveText(/^\d\d:\d\d$/)
  })

  await test.step('each writes in private, and all of it is laid down at once', async () => {
    await forward(lead.page, 'Ieder voor zich verzamelen')
    await lead.page.getByRole('radio', { name: /Met naam/ }).check()
    await lead.page.getByRole('button', { name: 'Laat iedereen beginnen' }).click()
    await onDesk(anna, 'Opgave', 'De wachtlijst groeit')
    await onDesk(bram, 'Opgave', 'Te weinig kleine huizen')
    await onDesk(chris, 'Waarde', 'Minder spoed in het eerste jaar')
    await onDesk(remote, 'Samen doen', 'Koffie op de stoep')
    await expect(noteWith(screen, 'De wachtlijst groeit')).toHaveCount(0)
    await lead.page.getByRole('button', { name: 'Leg alles neer' }).click()
    await lead.page.getByRole('dialog').getByRole('button', { name: 'Leg alles neer' }).click()
    await expect(lead.page.getByText(/De bureaus zijn leeg/)).toBeVisible()
    await expect(screen.getByText('De wachtlijst groeit')).toBeVisible()
  })

  await test.step('tables go round, and enrich what lies there; the line of who is at home fails', async () => {
    await forward(lead.page, 'Wisselende tafels')
    await lead.page.getByLabel('Aantal tafels').selectOption('2')
    await lead.page.getByLabel('Aantal rondes').selectOption('2')
    await lead.page.getByRole('button', { name: 'Zet iedereen aan tafel' }).click()
    for (const { page } of [anna, remote, table])
      await expect(page.getByRole('banner').getByText(/^Tafel [12]$/)).toBeVisible()
    await expect(screen.getByText('Ronde 1 van 2')).toBeVisible()
    await share(table.page, 'Gerda Vos', 'Bewonersraad')
    await expect(lead.page.getByText(/zonder eigen apparaat, bij Tafel bij het raam/)).toBeVisible()
    await layNote(table.page, 'Organisatie', 'Wij doen het zelf')
    await table.page.getByLabel('Van wie is dit briefje?').selectOption('Gerda Vos, Bewonersraad')
    await layNote(table.page, 'Organisatie', 'Een loket in de buurt')

    await remote.context.setOffline(true)
    await away(remote.page)
    await layNote(remote.page, 'Binding', 'Bel eerst, mail later')
    await layNote(els.page, 'Binding', 'Zeg eerlijk wat niet kan')
    await lead.page.getByRole('button', { name: 'Begin ronde 2' }).click()
    await remote.context.setOffline(false)
    await live(remote.page)
    await lookAt(anna.page, 'Lijst')
    for (const text of ['Bel eerst, mail later', 'Zeg eerlijk wat niet kan', 'Een loket in de buurt'])
      await expect(noteWith(anna.page, text)).toBeVisible()
    await noteWith(anna.page, 'Een loket in de buurt').click()
    await anna.page.getByLabel('Tekst van het briefje').press('End')
    await anna.page.getByLabel('Tekst van het briefje').pressSequentially(', met één gezicht')
    await anna.page.getByRole('button', { name: 'Klaar' }).click()
    await lookAt(table.page, 'Lijst')
    await expect(noteWith(table.page, 'Een loket in de buurt, met één gezicht')).toBeVisible()
  })

  await test.step('the day closes with a check and what it brought', async () => {
    await forward(lead.page, 'Oogst met de hele groep')
    await forward(lead.page, 'Afsluiten van dag 1')
    await lead.page.getByRole('button', { name: 'Open “Voelt dit nog goed?”' }).click()
    for (const { page } of [anna, bram, remote]) {
      await page.getByRole('button', { name: 'Vul in' }).click()
      await page.getByLabel('Ik zit er vol in').check()
      await page.getByRole('button', { name: 'Verstuur' }).click()
      await page.getByRole('button', { name: 'Sluit dit venster' }).click()
    }
    await lead.page.getByRole('button', { name: 'Sluit en laat het beeld zien' }).click()
    await expect(screen.getByRole('row', { name: /Ik zit er vol in/ })).toContainText('3')
    await lead.page.getByRole('button', { name: 'Tekst voor een mail' }).click()
    await expect(lead.page.getByRole('textbox', { name: /Tekst voor een mail/ })).toHaveValue(
      /Een loket in de buurt, met één gezicht \(Bewonersraad\)/,
    )
  })

  await test.step('between the days a few order, and the server is started again', async () => {
    await forward(lead.page, 'Trekkers zoeken de lijnen')
    await unfold(lead.page, 'Chris')
    await lead.page.getByLabel('Mag ordenen: Chris').click()
    await expect(lead.page.getByLabel('Mag ordenen: Chris')).toBeChecked()
    await lookAt(chris.page, 'Lijst')
    await chris.page.getByLabel('Vink aan: De wachtlijst groeit').check()
    await chris.page.getByLabel('Vink aan: Te weinig kleine huizen').check()
    await chris.page.getByRole('button', { name: 'Leg in lijn' }).click()
    await chris.page.getByRole('dialog').getByRole('textbox').fill('Een huis om naartoe te gaan')
    await chris.page.keyboard.press('Enter')
    await lookAt(bram.page, 'Lijnen')
    await expect(bram.page.getByText('Een huis om naartoe te gaan').first()).toBeVisible()
    await server.kill()
    await server.start()
    for (const { page } of everybody) await live(page)
    await expect(screen.getByText('Trekkers zoeken de lijnen', { exact: true })).toBeVisible()
  })

  await test.step('day 2: the lines are shown, and each sees what became of their notes', async () => {
    await forward(lead.page, 'Terug naar je eigen organisatie')
    await forward(lead.page, 'Weer binnenkomen')
    await forward(lead.page, 'De lijnen op tafel')
    await expect(screen.getByText('Een huis om naartoe te gaan')).toBeVisible()
    await anna.page.getByRole('button', { name: 'Jouw briefje ligt in een lijn' }).click()
    await expect(anna.page.getByText('Ligt in de lijn ‘Een huis om naartoe te gaan’')).toBeVisible()
    await anna.page.keyboard.press('Escape')
    await forward(lead.page, 'Aanscherpen')
  })

  await test.step('proposals and a vote, in the middle of which the line of who is at home fails again', async () => {
    await forward(lead.page, 'De opgave in je eigen woorden')
    await forward(lead.page, 'Van eigen versies naar voorstellen')
    await lookAt(anna.page, 'Opgave kiezen')
    await anna.page.getByLabel('Nieuw voorstel').fill(definition)
    await anna.page.getByRole('button', { name: 'Leg het voorstel voor' }).click()
    await lookAt(els.page, 'Opgave kiezen')
    await els.page.getByLabel('Nieuw voorstel').fill('Iets heel anders.')
    await els.page.getByRole('button', { name: 'Leg het voorstel voor' }).click()
    await forward(lead.page, 'Kiezen')
    await expect(lead.page.getByLabel(definition)).toBeVisible()
    await lead.page.getByRole('button', { name: 'Open de stemming' }).click()
    await lookAt(remote.page, 'Opgave kiezen')
    await remote.page.getByRole('button', { name: 'Stip erbij voor tekst 1' }).click()
    await remote.context.setOffline(true)
    await away(remote.page)
    for (const { page } of [anna, bram, chris, farid]) {
      await lookAt(page, 'Opgave kiezen')
      await page.getByRole('button', { name: 'Stip erbij voor tekst 1' }).click()
      await page.getByRole('button', { name: 'Breng je stem uit' }).click()
      await expect(page.getByText(/Je stem is geteld/)).toBeVisible()
    }
    await remote.context.setOffline(false)
    await live(remote.page)
    await remote.page.getByRole('button', { name: 'Breng je stem uit' }).click()
    await expect(remote.page.getByText(/Je stem is geteld/)).toBeVisible()
    await lead.page.getByRole('button', { name: 'Sluit de stemming' }).click()
    await lead.page.getByRole('button', { name: 'Onthul de uitslag' }).click()
    await expect(anna.page.getByText('5 stippen')).toBeVisible()
    await lead.page.getByRole('button', { name: `Kies als opgave: ${definition}` }).click()
  })

  await test.step('what holds back, and the first results', async () => {
    await forward(lead.page, 'Doorbraakronde')
    await lookAt(chris.page, 'Resultaten')
    await chris.page.getByRole('button', { name: 'Vul in voor Zorggroep' }).click()
    const card = chris.page.getByRole('article', { name: 'Zorggroep' })
    await card.getByLabel('Wat houdt ons het meest tegen?').fill('De betaling stopt bij de verhuizing')
    await card.getByLabel('Wat doen wij er zelf aan?').fill('Wij blijven drie maanden')
    await expect(screen.getByText('Wij blijven drie maanden')).toBeVisible()
    await forward(lead.page, 'De eerste tastbare resultaten')
    await lookAt(bram.page, 'Resultaten')
    await bram.page.getByRole('button', { name: 'Voeg een resultaat toe' }).click()
    const result = bram.page.getByRole('article', { name: 'Resultaat 1' })
    await result.getByLabel('Wat is er te zien?').fill('Tien mensen met een sleutel')
    await result.getByLabel('Trekker').selectOption({ label: 'Stichting Huren' })
    await expect(screen.getByText('Tien mensen met een sleutel')).toBeVisible()
    await forward(lead.page, 'Wie staat er achter ons?')
  })

  await test.step('the board is fixed, and all write the statement that comes from it', async () => {
    await lead.page.getByRole('button', { name: 'Bevries het bord' }).click()
    await lead.page.getByRole('dialog').getByRole('button', { name: 'Bevries het bord' }).click()
    await forward(lead.page, 'De verklaring schrijven')
    await expect(screen.getByText(definition).first()).toBeVisible()
    await turnTo(anna.page, 'Verklaring')
    const text = anna.page.getByRole('textbox', { name: 'Tekst van de verklaring' })
    for (const part of [
      definition,
      'De wachtlijst groeit',
      'Bel eerst, mail later',
      'Tien mensen met een sleutel',
    ])
      await expect(text).toContainText(part)
    await expect(text).toHaveAttribute('contenteditable', 'true')
  })
  for (const { watched } of everybody) expect(watched.foreign).toEqual([])
  for (const { watched } of [lead, ...phones, table])
    expect(watched.errors.filter(each => !/ERR_CONNECTION|WebSocket|Failed to load/.test(each))).toEqual([])
})
