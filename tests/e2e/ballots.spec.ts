import { type Browser, expect, type Page } from '@playwright/test'
import { addProposal, readBoard } from '#lib/documents/board.ts'
import type { CreateAnswer, JoinAnswer } from '#lib/protocol/requests.ts'
import { ask, makingOf, Person } from '#server/example/person.ts'
import { expectAccessible } from './accessible.ts'
import { hall, live } from './hall.ts'
import { laptop, person, phone } from './people.ts'
import { test } from './test.ts'

/** Goes on from one vote to its result. */
async function end(lead: Page): Promise<void> {
  await lead.getByRole('button', { name: 'Sluit de stemming' }).click()
  await lead.getByRole('button', { name: 'Onthul de uitslag' }).click()
}

test('[B8] a vote by consent asks its reasons in its own words, and earlier results stay to be read', async ({
  browser,
  baseURL,
}) => {
  const { come, lead: leads } = await hall(browser, baseURL ?? '')
  const { page: lead } = await leads()
  const { page } = await come('Anna', { viewport: phone })
  const { page: watching } = await come('Bram', { viewport: laptop })
  await lead.getByRole('button', { name: 'Ga ordenen' }).click()
  await lead.getByRole('button', { name: 'Ga kiezen' }).click()
  await page.reload()
  await page.getByLabel('Nieuw voorstel').fill('Iedereen kan erbij.')
  await page.getByRole('button', { name: 'Leg het voorstel voor' }).click()
  await expect(lead.getByLabel('Iedereen kan erbij.')).toBeVisible()

  await test.step('a wrong number of dots is said where it stands', async () => {
    const dots = lead.getByLabel('Stippen per stem')
    await dots.fill('99')
    await expect(lead.getByText('Vul een heel getal in van 1 tot en met 10.')).toBeVisible()
    await expect(lead.getByRole('button', { name: 'Open de stemming' })).toBeDisabled()
    await dots.fill('2')
    await expect(lead.getByText('Vul een heel getal in van 1 tot en met 10.')).toHaveCount(0)
  })

  await lead.getByRole('button', { name: 'Open de stemming' }).click()
  await page.getByRole('button', { name: 'Stip erbij voor tekst 1' }).click()
  await page.getByRole('button', { name: 'Breng je stem uit' }).click()
  await expect(page.getByText(/Je stem is geteld/)).toBeVisible()
  await end(lead)
  await expect(page.getByRole('row', { name: 'Voor (1 stip) 1 0' })).toBeVisible()

  await lead.getByText('Nieuwe stemming').click()
  await lead.getByLabel(/Met instemming/).check()
  await lead.getByRole('button', { name: 'Open de stemming' }).click()
  await test.step('a reason that is missing has the focus until it is there, and then nothing is said of it', async () => {
    await page.getByRole('button', { name: 'Breng je stem uit' }).click()
    const incomplete = page.getByText('Kies bij elke tekst een antwoord.')
    await expect(incomplete).toBeVisible()
    await page.getByLabel('Ik heb bezwaar').check()
    await expect(incomplete).toHaveCount(0)
    await page.getByRole('button', { name: 'Breng je stem uit' }).click()
    const missing = page.getByText('Schrijf hier kort waarom.')
    await expect(missing).toBeVisible()
    await expect(page.getByLabel('Waarom?')).toBeFocused()
    await expectAccessible(page, 'a reason that is missing')
    await page.getByLabel('Waarom?').fill('Te vaag.')
    await expect(missing).toHaveCount(0)
    await page.getByRole('button', { name: 'Breng je stem uit' }).click()
    await expect(page.getByText('Geteld is: Tekst 1: Ik heb bezwaar.')).toBeVisible()
    await page.getByLabel('Ik kan ermee verder').check()
    await expect(page.getByText('Je wijziging is nog niet verstuurd')).toBeVisible()
    await page.getByRole('button', { name: 'Verander je stem' }).click()
    await expect(page.getByText('Geteld is: Tekst 1: Ik kan ermee verder.')).toBeVisible()
  })

  await end(lead)
  await test.step('the result of the first vote unfolds under the second', async () => {
    await page.goto(new URL('?view=proposals', page.url()).href)
    await watching.goto(new URL('?view=proposals', watching.url()).href)
    await watching.getByText('Eerdere stemmingen').click()
    await expect(watching.getByRole('heading', { name: 'Stemming 1' })).toBeVisible()
    await expect(watching.getByRole('row', { name: 'Voor (1 stip) 1 0' })).toBeVisible()
    await expectAccessible(watching, 'earlier results')
  })
})

const texts = ['Iedereen kan erbij.', 'Eerst een eigen voordeur.']

/** A session at choosing, with three partners and two proposals; people with a browser, and one without. */
async function choosing(browser: Browser, origin: string) {
  const place = { url: origin, origin }
  const partners = ['Gemeente', 'Huren', 'Zorg'].map(name => ({ name, kind: '' }))
  const body = { network: 'Netwerk', title: 'Kick-off', dates: ['2030-03-10'], partners }
  const made = await ask<CreateAnswer>(place, '/api/sessions', { body })
  const lead = new Person(place, made, null)
  const known = (await lead.view()).partners
  const joined = async (name: string, partner: string | null) => {
    const id = known.find(each => each.name === partner)?.id ?? null
    const identity = await ask<JoinAnswer>(place, '/api/join', {
      body: { code: made.code, name, partner: id },
    })
    return { identity, voter: new Person(place, identity, id) }
  }
  await lead.command({ type: 'movePhase', to: 'decide' })
  const { voter: bea } = await joined('Bea', 'Huren')
  const board = await bea.look('board')
  for (const [order, text] of texts.entries()) addProposal(board, makingOf(bea), { text, order })
  return {
    bea,
    led: lead,
    async come(name: string, partner: string, viewport = phone) {
      const { context, page, watched } = await person(browser, viewport)
      const id = known.find(each => each.name === partner)?.id ?? null
      await context.request.post(`${origin}/api/join`, { data: { code: made.code, name, partner: id } })
      await page.goto(`${origin}/${made.session}/board?view=proposals`)
      await live(page)
      return { page, watched }
    },
    async leads() {
      const { page, watched, context } = await person(browser, laptop)
      await page.goto(made.facilitatorLink)
      await live(page)
      const projector = await context.newPage()
      await projector.setViewportSize({ width: 1920, height: 1080 })
      await projector.goto(`${origin}/${made.session}/projector`)
      return { page, watched, projector }
    },
  }
}

test('[B32] votes by dots, by five steps and by consent go from their opening to a picture with a table beside it', async ({
  browser,
  baseURL,
}) => {
  const table = await choosing(browser, baseURL ?? '')
  const { page: lead, projector, watched } = await table.leads()
  const { page: anna } = await table.come('Anna', 'Gemeente')
  const { page: cor } = await table.come('Cor', 'Zorg', laptop)
  const open = async (method: RegExp) => {
    await expect(lead.getByText('Nieuwe stemming').or(lead.getByLabel(method)).first()).toBeVisible()
    if (await lead.getByText('Nieuwe stemming').isVisible()) await lead.getByText('Nieuwe stemming').click()
    await lead.getByLabel(method).check()
    await lead.getByRole('button', { name: 'Open de stemming' }).click()
  }
  const table1 = (page: Page) => page.getByRole('table', { name: 'Waar staan we?' }).first()

  await test.step('dots, of which one abstains', async () => {
    await open(/Met stippen/)
    await anna.getByRole('button', { name: 'Stip erbij voor tekst 1' }).click()
    await anna.getByRole('button', { name: 'Breng je stem uit' }).click()
    await expect(anna.getByText('Geteld is: Tekst 1: 1 stip.')).toBeVisible()
    await cor.getByRole('button', { name: 'Ik onthoud me' }).click()
    await expect(cor.getByText('Geteld is: Ik onthoud me.')).toBeVisible()
    await end(lead)
    await expect(table1(anna).getByRole('row', { name: 'Ik onthoud me 1 1' })).toBeVisible()
    await expect(projector.getByText('Mensen: 1 van 1 voor, 1 stip')).toBeVisible()
  })

  await test.step('five steps, with what a choice means, and a reason for doubt', async () => {
    await lead.getByText('Nieuwe stemming').click()
    await lead.getByText(`Zeg wat deze keuze betekent: ${texts[0]}`).click()
    await lead.getByLabel('Wat betekent het als we dit kiezen?').first().fill('We delen onze wachtlijst.')
    await lead.getByLabel(/In vijf stappen/).check()
    await lead.getByRole('button', { name: 'Open de stemming' }).click()
    const first = anna.getByRole('group', { name: 'Tekst 1' })
    await expect(first.getByText('We delen onze wachtlijst.')).toBeVisible()
    await first.getByLabel('Ik twijfel: zo nog niet').check()
    await first.getByLabel('Waarom?').fill('Wie betaalt dat?')
    await anna.getByRole('group', { name: 'Tekst 2' }).getByLabel('Ik kan ermee leven').check()
    await expectAccessible(anna, 'a vote in five steps, on a phone')
    await anna.getByRole('button', { name: 'Breng je stem uit' }).click()
    await expect(anna.getByText(/Geteld is: Tekst 1: Ik twijfel/)).toBeVisible()
    await end(lead)
    await expect(table1(cor).getByRole('row', { name: 'Ik twijfel: zo nog niet 1 1' })).toBeVisible()
    await expect(cor.getByText('Ik twijfel: zo nog niet: Wie betaalt dat? (Gemeente)')).toBeVisible()
  })

  await test.step('consent, twice: what moved is told', async () => {
    const consent = async (label: string, reason: string) => {
      await open(/Met instemming/)
      for (const text of ['Tekst 1', 'Tekst 2']) {
        const group = cor.getByRole('group', { name: text })
        await group.getByLabel(label).check()
        if (reason) await group.getByLabel('Waarom?').fill(reason)
      }
      await cor.getByRole('button', { name: 'Breng je stem uit' }).click()
      await expect(cor.getByText(/Geteld is/)).toBeVisible()
      await end(lead)
      await expect(cor.getByText('Uitslag').first()).toBeVisible()
    }
    await consent('Ik heb bezwaar', 'Te vaag.')
    await consent('Ik kan ermee verder', '')
    await expect(cor.getByText('↑ 1 mens meer voor · ↑ 1 partner meer voor').first()).toBeVisible()
    await expect(projector.getByText(/Sinds ronde 3: ↑ 1 mens meer voor/).first()).toBeVisible()
    for (const [page, what] of [
      [cor, 'results'],
      [anna, 'results on a phone'],
      [projector, 'the hall'],
      [lead, 'who leads'],
    ] as const)
      await expectAccessible(page, what)
  })
  table.bea.leave()
  expect(watched.errors).toEqual([])
})

test('[B23] what was agreed beforehand is read before one votes, and with the result; an anonymous vote says that it is kept apart', async ({
  browser,
  baseURL,
}) => {
  const table = await choosing(browser, baseURL ?? '')
  const { page: lead, projector } = await table.leads()
  const { page: anna } = await table.come('Anna', 'Gemeente')
  const { page: cor } = await table.come('Cor', 'Zorg')
  const told = 'De uitslag telt als ten minste 2 van de 3 partners stemmen.'
  const carried = 'Een tekst haalt het als niemand tegen is of bezwaar maakt.'

  await test.step('quorum and threshold', async () => {
    await lead.getByLabel(/Met instemming/).check()
    await lead.getByText('Afspraken vooraf').click()
    await lead.getByLabel(/quorum/).selectOption('Ten minste twee derde')
    await lead.getByLabel(/drempel/).selectOption('Niemand is tegen of maakt bezwaar')
    await expectAccessible(lead, 'what is agreed beforehand')
    await lead.getByRole('button', { name: 'Open de stemming' }).click()
    for (const page of [anna, cor, projector]) {
      await expect(page.getByText(told)).toBeVisible()
      await expect(page.getByText(carried)).toBeVisible()
    }
    for (const page of [anna, cor]) {
      await page.getByRole('group', { name: 'Tekst 1' }).getByLabel('Ik kan ermee verder').check()
      await page.getByRole('group', { name: 'Tekst 2' }).getByLabel('Ik onthoud me').check()
      await page.getByRole('button', { name: 'Breng je stem uit' }).click()
      await expect(page.getByText(/Geteld is/)).toBeVisible()
    }
    await end(lead)
    for (const page of [anna, projector]) {
      await expect(page.getByText('Quorum gehaald: 2 van 3 partners (nodig: 2)')).toBeVisible()
      await expect(page.getByText('Drempel gehaald: niemand maakt bezwaar.')).toBeVisible()
      await expect(page.getByText('Drempel niet gehaald: iedereen onthield zich.')).toBeVisible()
    }
  })

  await test.step('anonymous', async () => {
    await lead.getByText('Nieuwe stemming').click()
    await lead.getByText('Afspraken vooraf').click()
    await lead.getByLabel(/^Anoniem/).check()
    await lead.getByRole('button', { name: 'Open de stemming' }).click()
    for (const page of [anna, cor]) {
      await expect(page.getByText(/wat je kiest wordt los van je naam bewaard/)).toBeVisible()
      await page.getByRole('button', { name: 'Stip erbij voor tekst 2' }).click()
      await page.getByRole('button', { name: 'Breng je stem uit' }).click()
      await expect(page.getByText('Hij is los van je naam bewaard en blijft zoals hij is.')).toBeVisible()
      await expect(page.getByRole('button', { name: /stem uit|Verander/ })).toHaveCount(0)
    }
    await expect(lead.getByText(/Sluit je nu, dan worden hun stemmen weggegooid/)).toBeVisible()
    const { ballots } = await table.bea.view()
    const { id, options } = ballots.at(-1) ?? { id: '', options: [] }
    const dots = { [options[1]?.proposal ?? '']: 2 }
    await table.bea.command({ type: 'castVote', ballot: id, choice: { method: 'dots', dots } })
    await expect(lead.getByText(/worden hun stemmen weggegooid/)).toHaveCount(0)
    await end(lead)
    await expect(anna.getByRole('row', { name: 'Voor (4 stippen) 3', exact: true })).toBeVisible()
  })
  table.bea.leave()
})

test('[B35] who has no device, and a partner that is absent, are voted for on the page; hands are counted there and put right by whose they are', async ({
  browser,
  baseURL,
}) => {
  const table = await choosing(browser, baseURL ?? '')
  const { page: lead } = await table.leads()
  const { page: anna } = await table.come('Anna', 'Gemeente')

  await test.step('hands', async () => {
    await lead.getByLabel(/Met instemming/).check()
    await lead.getByRole('button', { name: 'Open de stemming' }).click()
    await lead.getByText('Zonder apparaat, of afwezig').click()
    await lead.getByLabel('Van wie?').selectOption('Gemeente')
    await lead.getByRole('button', { name: 'Tel handen' }).click()
    const dialog = lead.getByRole('dialog', { name: 'Tel de handen van Gemeente' })
    await dialog.getByLabel('Hoeveel mensen stemmen zo?').fill('3')
    for (const text of ['Tekst 1', 'Tekst 2'])
      await dialog.getByRole('group', { name: text }).getByLabel('Ik kan ermee verder').fill('2')
    await dialog.getByRole('button', { name: 'Sla op' }).click()
    await expect(dialog.getByText(/Kijk de aantallen na/)).toBeVisible()
    for (const text of ['Tekst 1', 'Tekst 2'])
      await dialog.getByRole('group', { name: text }).getByLabel('Ik kan ermee verder').fill('3')
    await expectAccessible(lead, 'counting hands')
    await dialog.getByRole('button', { name: 'Sla op' }).click()
    await expect(dialog).toHaveCount(0)
    await expect(anna.getByText('Voor jullie zijn 3 mensen geteld met opgestoken hand.')).toBeVisible()
    await anna.getByRole('button', { name: 'Verbeter' }).click()
    const own = anna.getByRole('dialog', { name: 'Tel de handen van Gemeente' })
    await own.getByLabel('Hoeveel mensen stemmen zo?').fill('2')
    for (const text of ['Tekst 1', 'Tekst 2'])
      await own.getByRole('group', { name: text }).getByLabel('Ik kan ermee verder').fill('2')
    await expectAccessible(anna, 'putting hands right, on a phone')
    await own.getByRole('button', { name: 'Sla op' }).click()
    await expect(lead.getByText('2 mensen geteld')).toBeVisible()
    await end(lead)
    await expect(anna.getByText('2 mensen stemden met opgestoken hand.')).toBeVisible()
  })

  await test.step('a partner that is absent, until somebody of it comes', async () => {
    await lead.getByText('Nieuwe stemming').click()
    await lead.getByLabel('Elke partner').check()
    await lead.getByRole('button', { name: 'Open de stemming' }).click()
    await anna.getByText('Stemmen voor een ander').click()
    await anna.getByRole('button', { name: 'Stem namens Zorg' }).click()
    const dialog = anna.getByRole('dialog', { name: 'Stem namens Zorg' })
    await dialog.getByRole('button', { name: 'Stip erbij voor tekst 1' }).click()
    await dialog.getByRole('button', { name: 'Breng je stem uit' }).click()
    await expect(dialog.getByText(/Jij vulde dit om .* in, met volmacht/)).toBeVisible()
    await expectAccessible(anna, 'a vote for an absent partner')
    await anna.keyboard.press('Escape')
    const { page: zora } = await table.come('Zora', 'Zorg')
    await expect(zora.getByText(/Anna stemde om .* voor jullie, met volmacht/)).toBeVisible()
    await zora.getByRole('button', { name: 'Stip erbij voor tekst 2' }).click()
    await zora.getByRole('button', { name: 'Verander je stem' }).click()
    await expect(zora.getByText(/Jij stemde om .* Eerder: Anna/)).toBeVisible()
    await expect(anna.getByText('Stemmen voor een ander')).toHaveCount(0)
    await end(lead)
    await anna.getByText('Wie bracht de stem uit').click()
    await expect(anna.getByRole('definition').filter({ hasText: 'Zora' })).toBeVisible()
  })
  table.bea.leave()
})

test('[U94] the hall reads what is voted on with what it means: few and short ones large, many and long ones all, and it says so when they do not fit', async ({
  browser,
  baseURL,
}) => {
  const table = await choosing(browser, baseURL ?? '')
  const { projector } = await table.leads()
  const board = await table.bea.look('board')
  const more = (count: number, text: string) => {
    const before = readBoard(board).proposals.length
    for (let at = before; at < before + count; at++)
      addProposal(board, makingOf(table.bea), { text: `${at} ${text}`, order: at })
  }
  const vote = async (meaning: string) => {
    const proposals = readBoard(board).proposals.map(({ id }) => id)
    await table.bea.sees(
      'board',
      'all proposals',
      doc => readBoard(doc).proposals.length === proposals.length,
    )
    const asked = { method: 'consent', per: 'person', dots: 1, proposals } as const
    const meanings = Object.fromEntries(proposals.map(id => [id, meaning]))
    const { id } = await table.led.command({ type: 'openBallot', ...asked, meanings })
    await expect(projector.getByText(meaning)).toHaveCount(proposals.length)
    return async () => {
      await table.led.command({ type: 'closeBallot', ballot: id ?? '' })
      await table.led.command({ type: 'revealBallot', ballot: id ?? '' })
    }
  }
  /** How large the letters are on the screen, in px, and whether all of what is voted on is to be seen. */
  const shown = () =>
    projector
      .getByRole('list')
      .filter({ hasText: 'Kiezen we dit' })
      .evaluate(list => {
        const { bottom, right } = list.getBoundingClientRect()
        const items = [...list.children].map(each => each.getBoundingClientRect())
        return {
          letters: Number.parseFloat(getComputedStyle(list).fontSize) * (list as HTMLElement).currentCSSZoom,
          all: items.every(each => each.bottom <= bottom + 1 && each.right <= right + 1),
        }
      })
  const rest = projector.getByText('Hier past niet alles.')

  const end = await vote('delen we onze wachtlijst.')
  expect(await shown()).toEqual({ letters: 60, all: true })
  await expect(rest).toHaveCount(0)
  await expectAccessible(projector, 'what is voted on, in the hall')
  await end()

  more(
    6,
    'Wie in deze streek een huis zoekt, weet binnen een maand waar hij aan toe is, en bij wie hij terecht kan.',
  )
  const endMany = await vote('zetten wij er samen twee mensen op, en stoppen we met de losse loketten.')
  await expect.poll(async () => (await shown()).all).toBe(true)
  expect((await shown()).letters).toBeGreaterThanOrEqual(25)
  await expect(rest).toHaveCount(0)
  await endMany()

  more(10, 'Lang. '.repeat(120))
  await vote('is er veel te lezen.')
  await expect(rest).toBeVisible()
  expect((await shown()).letters).toBe(25)
  table.bea.leave()
})
