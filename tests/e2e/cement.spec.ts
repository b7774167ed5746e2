import { type Browser, expect, type Locator, type Page } from '@playwright/test'
import { expectAccessible } from './accessible.ts'
import { expectFits } from './fits.ts'
import { press, tabTo } from './keys.ts'
import {
  choose,
  join,
  type Kickoff,
  laptop,
  layNote,
  lookAt,
  noteWith,
  person,
  phone,
  startKickoff,
  unfold,
} from './people.ts'
import { test } from './test.ts'

const narrow = { width: 320, height: 640 }
type Hall = { lead: Page; anna: Page; bram: Page; kickoff: Kickoff; errors: string[] }

/** A kick-off of three partners with its facilitator; Anna, who may order, and Bram, who may not. Nobody of Wonen has come. */
async function hall(browser: Browser): Promise<Hall> {
  const people = [await person(browser, laptop), await person(browser, laptop), await person(browser, laptop)]
  const [lead, anna, bram] = people.map(each => each.page) as [Page, Page, Page]
  const kickoff = await startKickoff(lead, 'Netwerk Samen', ['Gemeente', 'Zorg', 'Wonen'])
  await lead.goto(kickoff.leadLink)
  await join(anna, kickoff.joinLink, 'Anna', 'Gemeente')
  await join(bram, kickoff.joinLink, 'Bram', 'Zorg')
  await unfold(lead, 'Anna')
  await lead.getByLabel('Mag ordenen: Anna').click()
  await expect(lead.getByLabel('Mag ordenen: Anna')).toBeChecked()
  return { lead, anna, bram, kickoff, errors: people.flatMap(each => each.watched.errors) }
}

async function layNotes(page: Page, notes: readonly (readonly [string, string])[]): Promise<void> {
  await lookAt(page, 'Per bouwsteen')
  for (const [tile, text] of notes) {
    await layNote(page, tile, text)
    await expect(noteWith(page, text)).toBeVisible()
  }
}

const line = (page: Page, title: string) => page.getByRole('region', { name: title, exact: true })
const pile = (page: Page) => line(page, 'Zonder lijn')

async function makeLine(page: Page, title: string): Promise<void> {
  await page.getByLabel('Nieuwe lijn').fill(title)
  await page.keyboard.press('Enter')
  await expect(line(page, title)).toBeVisible()
}

/** Drags by mouse from the middle of one to the middle of another. */
async function drag(page: Page, from: Locator, to: Locator): Promise<void> {
  const [a, b] = [await from.boundingBox(), await to.boundingBox()]
  if (!a || !b) throw new Error('nothing to drag, or nowhere to')
  await page.mouse.move(a.x + a.width / 2, a.y + a.height / 2)
  await page.mouse.down()
  await page.mouse.move(a.x + a.width / 2 + 10, a.y + a.height / 2 + 10)
  await page.mouse.move(b.x + b.width / 2, b.y + b.height / 2, { steps: 5 })
  await page.mouse.up()
}

/** Drags by finger: real touches, as the browser takes them from a screen. */
async function dragByFinger(page: Page, from: Locator, to: Locator): Promise<void> {
  const [a, b] = [await from.boundingBox(), await to.boundingBox()]
  if (!a || !b) throw new Error('nothing to drag, or nowhere to')
  const touch = await page.context().newCDPSession(page)
  const at = (x: number, y: number) => [{ x, y }]
  const [x, y] = [a.x + a.width / 2, a.y + a.height / 2]
  const [toX, toY] = [b.x + b.width / 2, b.y + b.height / 2]
  await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(x, y) })
  for (const part of [0.1, 0.5, 1])
    await touch.send('Input.dispatchTouchEvent', {
      type: 'touchMove',
      touchPoints: at(x + (toX - x) * part, y + (toY - y) * part),
    })
  await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
}

/** Fails with what axe finds at three widths, in light and in dark. */
async function accessibleEverywhere(page: Page, what: string): Promise<void> {
  for (const size of [laptop, phone, narrow]) {
    await page.setViewportSize(size)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await expectAccessible(page, `${what}, ${size.width} wide, ${colorScheme}`)
    }
    await expectFits(page, `${what} at ${size.width} px`)
  }
  await page.emulateMedia({ colorScheme: 'light' })
  await page.setViewportSize(laptop)
}

test('[J8] who may order makes lines, colours them and lays notes in them in every way; others look on, live', async ({
  browser,
}) => {
  const { anna, bram, kickoff, errors } = await hall(browser)
  await layNotes(bram, [
    ['Opgave', 'De wachttijd voor een woning is te lang'],
    ['Opgave', 'Niemand neemt de telefoon op'],
    ['Waarde', 'Een eigen sleutel'],
    ['Waarde', 'Rust in de straat'],
    ['Binding', 'Samen koken op vrijdag'],
  ])
  for (const page of [anna, bram]) await lookAt(page, 'Lijnen')

  await test.step('a line gets a name, a colour and a text, and the other sees each of them', async () => {
    await makeLine(anna, 'Wonen zonder wachttijd')
    await expect(line(bram, 'Wonen zonder wachttijd')).toBeVisible()
    await anna.getByRole('button', { name: 'Kleur en plaats van lijn Wonen zonder wachttijd' }).click()
    await anna.getByRole('radio', { name: 'Paars' }).check()
    await anna.getByRole('button', { name: 'Klaar' }).click()
    await expect(line(bram, 'Wonen zonder wachttijd')).toHaveCSS('border-top-color', 'rgb(105, 65, 161)')
    await anna.getByLabel('Waar gaat deze lijn over?').fill('Sneller een huis')
    await expect(line(bram, 'Wonen zonder wachttijd')).toContainText('Sneller een huis')
  })

  await test.step('who may not order reads why, and is offered nothing', async () => {
    await expect(bram.getByText(/Je kijkt mee/)).toBeVisible()
    await expect(bram.getByLabel('Nieuwe lijn')).toHaveCount(0)
    await expect(bram.getByRole('checkbox')).toHaveCount(0)
    await expect(bram.getByRole('button', { name: /Kleur en plaats/ })).toHaveCount(0)
    await expect(bram.getByRole('button', { name: /^Leg in/ })).toHaveCount(0)
    await expect(bram.getByRole('textbox', { name: 'Naam van de lijn' })).toHaveCount(0)
    await drag(bram, noteWith(bram, 'Een eigen sleutel'), line(bram, 'Wonen zonder wachttijd'))
    await expect(noteWith(pile(bram), 'Een eigen sleutel')).toBeVisible()
  })

  await test.step('an idea says why, does nothing by itself, and is taken by one click', async () => {
    const idea = anna.getByRole('button', { name: /Leg in ‘Wonen zonder wachttijd’/ })
    await expect(idea).toContainText('lijkt op: wachttijd, woning')
    await expect(noteWith(pile(anna), 'De wachttijd')).toBeVisible()
    await idea.click()
    await expect(noteWith(line(bram, 'Wonen zonder wachttijd'), 'De wachttijd')).toBeVisible()
    await expect(idea).toHaveCount(0)
  })

  await test.step('a note is dragged, and one that is let go elsewhere stays', async () => {
    await drag(anna, noteWith(anna, 'Een eigen sleutel'), line(anna, 'Wonen zonder wachttijd'))
    await expect(noteWith(line(bram, 'Wonen zonder wachttijd'), 'Een eigen sleutel')).toBeVisible()
    await drag(anna, noteWith(anna, 'Rust in de straat'), anna.getByRole('banner'))
    await expect(noteWith(pile(anna), 'Rust in de straat')).toBeVisible()
    await expect(anna.getByRole('dialog'), 'a drag is no click').toHaveCount(0)
  })

  await test.step('several are ticked and laid in a new line, which comes in by its name', async () => {
    await anna.getByLabel('Vink aan: Rust in de straat').check()
    await anna.getByLabel('Vink aan: Samen koken op vrijdag').check()
    await anna.getByRole('button', { name: 'Leg in lijn' }).click()
    await anna.getByLabel('Zoek een lijn, of typ een nieuwe naam').fill('Samen in de straat')
    await anna.keyboard.press('Enter')
    await expect(line(bram, 'Samen in de straat')).toContainText('2 briefjes')
  })

  await test.step('a line moves before another, is dissolved, and comes back with its notes', async () => {
    const arrange = anna.getByRole('button', { name: 'Kleur en plaats van lijn Samen in de straat' })
    await arrange.click()
    await anna.getByRole('button', { name: 'Naar voren' }).click()
    const titles = bram.locator('[data-line] h2')
    await expect(titles).toHaveText(['Samen in de straat', 'Wonen zonder wachttijd'])
    await anna.getByRole('button', { name: 'Hef de lijn op' }).click()
    await expect(titles).toHaveText(['Wonen zonder wachttijd'])
    await expect(noteWith(pile(bram), 'Samen koken')).toBeVisible()
    await anna.getByRole('button', { name: 'Opgeheven lijnen (1)' }).click()
    await anna.getByRole('button', { name: 'Zet lijn Samen in de straat terug' }).click()
    await anna.getByRole('button', { name: 'Klaar' }).click()
    await expect(noteWith(line(bram, 'Samen in de straat'), 'Samen koken')).toBeVisible()
  })

  await test.step('a finger drags to a line on a phone, one line at a time', async () => {
    const context = await browser.newContext({
      viewport: phone,
      hasTouch: true,
      isMobile: true,
      locale: 'nl-NL',
    })
    const page = await context.newPage()
    await page.goto(kickoff.leadLink)
    await expect(page.getByText('Live', { exact: true })).toBeVisible()
    await page.goto(page.url().replace(/\/facilitate.*$/, '/board?view=lines'))
    await expect(noteWith(page, 'Niemand neemt')).toBeVisible()
    const strip = page.getByRole('navigation', { name: 'Lijnen' })
    const chip = strip.getByRole('button', { name: /Samen in de straat/ })
    await chip.scrollIntoViewIfNeeded()
    await dragByFinger(page, page.getByTitle('Sleep: Niemand neemt'), chip)
    await expect(noteWith(line(bram, 'Samen in de straat'), 'Niemand neemt')).toBeVisible()
    await chip.click()
    await expect(noteWith(page, 'Niemand neemt')).toBeVisible()
    await context.close()
  })

  await accessibleEverywhere(anna, 'lines')
  await accessibleEverywhere(bram, 'lines, to read')
  expect(errors).toEqual([])
})

const goals: [string, string][] = [
  ['Opgave', 'Mensen wachten te lang'],
  ['Waarde', 'Een eigen voordeur'],
  ['Waarde', 'Rust in het hoofd'],
]

/** The cement that a page shows under a heading. */
const sentences = (page: Page | Locator) => page.getByRole('textbox', { name: 'Zin van dit cement' })

/** A joint's row in the table, as `waarde-deelname`. */
const joint = (page: Page, pair: string) => page.locator(`[data-joint="${pair}"]`)

async function openJoint(page: Page, pair: string, holds: string): Promise<void> {
  await lookAt(page, 'Overzicht')
  await page.getByRole('button', { name: 'Samenhang' }).click()
  await expect(joint(page, pair)).toContainText(holds)
  await joint(page, pair).getByRole('button').click()
}

/** Writes words and Enter in one go, as one does on a device that is busy: what they find is not drawn yet. */
const writtenAtOnce = (field: Locator, words: string) =>
  field.evaluate((input: HTMLInputElement, value) => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, value)
    input.dispatchEvent(new Event('input', { bubbles: true }))
    input.form?.requestSubmit()
  }, words)

test('[J9] cement comes from a prompt of the method, is written by two at once, seen in its joint, and led along', async ({
  browser,
}) => {
  const { anna, bram, errors } = await hall(browser)
  await layNotes(anna, goals)
  await layNotes(bram, [['Deelname', 'Wij geven twee woningen']])

  await test.step('the prompt of a bouwsteen begins it, and stands with it', async () => {
    await choose(anna, 'Waarde')
    const panel = anna.locator('[data-panel]:not([inert])')
    await panel.getByText('Stem af met').locator('visible=true').click()
    const begins = panel.getByRole('button', { name: 'Maak cement met Deelname' }).locator('visible=true')
    const dialog = anna.getByRole('dialog', { name: 'Maak cement' })
    await begins.click()
    await writtenAtOnce(dialog.getByLabel('Kies het ene briefje'), 'hoofd')
    await expect(dialog.getByLabel('Kies het andere briefje')).toBeFocused()
    await expect(dialog).toContainText('Rust in het hoofd')
    await expect(dialog).not.toContainText('Een eigen voordeur')
    await anna.keyboard.press('Escape')
    await begins.click()
    await expect(dialog).toContainText('Wat zoekt elke partner')
    await expect(dialog.getByLabel('Kies het ene briefje')).toBeFocused()
    await expect(dialog.getByRole('heading')).toHaveText(['Maak cement', 'Waarde'])
    await anna.keyboard.type('voordeur')
    await anna.keyboard.press('Enter')
    await expect(dialog.getByLabel('Kies het andere briefje')).toBeFocused()
    await dialog.getByRole('button', { name: /Wij geven twee woningen/ }).click()
    await expect(dialog.getByLabel(/Schrijf één zin/)).toBeFocused()
    await anna.keyboard.press('Enter')
    await expect(dialog, 'a sentence is asked').toContainText('Schrijf eerst wat deze twee verbindt')
    await anna.keyboard.type('Wie huizen geeft, geeft een voordeur.')
    await anna.keyboard.press('Enter')
    await expect(dialog).toHaveCount(0)
    await expect(noteWith(anna, 'Een eigen voordeur')).toContainText('1 keer cement')
  })

  await test.step('the other sees it in its joint, and both write in its sentence', async () => {
    await openJoint(bram, 'waarde-deelname', 'zwak1 keer cement')
    const detail = bram.locator('[data-joint-detail]')
    await expect(detail).toContainText('1 partner, 1 persoon')
    await expect(detail).toContainText('Een eigen voordeur')
    await expect(detail).toContainText('Wij geven twee woningen')
    await noteWith(anna, 'Een eigen voordeur').click()
    await sentences(anna).focus()
    await anna.keyboard.press('Home')
    await sentences(bram).focus()
    await bram.keyboard.press('End')
    await Promise.all([anna.keyboard.type('Klopt: '), bram.keyboard.type(' Samen.')])
    for (const page of [anna, bram])
      await expect(sentences(page)).toHaveValue('Klopt: Wie huizen geeft, geeft een voordeur. Samen.')
  })

  await test.step('it leads to its other note, and from there to where that lies', async () => {
    const dialog = anna.getByRole('dialog')
    await dialog.getByRole('button', { name: /^Ga naar het briefje bij Deelname:/ }).click()
    await expect(dialog.getByRole('heading', { name: 'Briefje bij Deelname' })).toBeVisible()
    await anna.keyboard.press('Escape')
    await expect(anna.locator('[data-note]:focus')).toContainText('Wij geven twee woningen')
  })

  await test.step('three times by two partners is strong', async () => {
    for (const [page, sentence] of [
      [anna, 'Nog een keer.'],
      [bram, 'Vinden wij ook.'],
    ] as const) {
      await lookAt(page, 'Lijst')
      await page.getByLabel('Vink aan: Rust in het hoofd').check()
      await page.getByLabel('Vink aan: Wij geven twee woningen').check()
      await page.getByRole('button', { name: 'Cement', exact: true }).click()
      await page.getByLabel(/Schrijf één zin/).fill(sentence)
      await page.getByRole('button', { name: 'Leg het cement' }).click()
      await page.getByRole('button', { name: 'Vink uit' }).click()
    }
    await openJoint(bram, 'waarde-deelname', 'sterk3 keer cement')
    await expect(bram.getByRole('button', { name: 'Waarde en Deelname: sterk, 3 keer cement' })).toBeVisible()
  })

  await test.step('on the wall it is drawn from note to note, by hand or by key', async () => {
    await lookAt(anna, 'Mozaïek')
    await noteWith(anna, 'Mensen wachten').click()
    const handle = anna.getByRole('button', { name: /^Maak cement met dit briefje/ })
    await drag(anna, handle, noteWith(anna, 'Rust in het hoofd'))
    const dialog = anna.getByRole('dialog', { name: 'Maak cement' })
    await expect(dialog.getByRole('region', { name: 'Het ene briefje' })).toContainText('Mensen wachten')
    await expect(dialog.getByRole('region', { name: 'Het andere briefje' })).toContainText(
      'Rust in het hoofd',
    )
    await anna.keyboard.press('Escape')
    await expect(dialog).toHaveCount(0)
    await noteWith(anna, 'Wij geven').click({ modifiers: ['Shift'] })
    await expect(anna.getByRole('button', { name: 'Maak cement tussen deze twee' })).toBeVisible()
    await noteWith(anna, 'Wij geven').focus()
    await anna.keyboard.press('c')
    await expect(anna.getByLabel(/Schrijf één zin/)).toBeFocused()
    await anna.keyboard.type('Zo wacht niemand meer.')
    await anna.keyboard.press('Enter')
    await expect(joint(bram, 'opgave-deelname')).toContainText('zwak1')
  })

  await test.step('one takes away one’s own alone, and may put it back', async () => {
    await expect(bram.getByRole('button', { name: /^Haal dit cement weg/ })).toHaveCount(1)
    await bram.getByRole('button', { name: 'Haal dit cement weg: Vinden wij ook.' }).click()
    await expect(joint(bram, 'waarde-deelname')).toContainText('zwak2')
    await bram.getByText('Weggehaald cement (1)').click()
    await bram.getByRole('button', { name: 'Zet dit cement terug: Vinden wij ook.' }).click()
    await expect(joint(bram, 'waarde-deelname')).toContainText('sterk3')
  })

  await test.step('an empty joint of the method asks, and invites', async () => {
    await openJoint(bram, 'opgave-waarde', 'leeg')
    const detail = bram.locator('[data-joint-detail]')
    await expect(detail).toContainText('zoals een gezicht en zijn spiegel')
    await detail.getByRole('button', { name: 'Maak cement' }).click()
    await expect(bram.getByRole('dialog')).toContainText('De methode vraagt bij Opgave en Waarde')
    await accessibleEverywhere(bram, 'making cement')
    await bram.keyboard.press('Escape')
  })

  await accessibleEverywhere(bram, 'coherence')
  expect(errors).toEqual([])
})

test('[J10] the white spots count right after a move, lead to the notes, and show silence to who leads alone', async ({
  browser,
}) => {
  const { lead, anna, bram, errors } = await hall(browser)
  await layNotes(anna, goals)
  await layNotes(bram, [['Opgave', 'De telefoon']])
  await lead.goto(lead.url().replace('/facilitate', '/board'))
  for (const page of [lead, bram]) {
    await lookAt(page, 'Overzicht')
    await page.getByRole('button', { name: 'Witte vlekken' }).click()
  }
  const cell = (page: Page, name: string) => page.getByRole('button', { name: new RegExp(`^${name}`) })
  const total = (page: Page, tile: string) => page.locator(`[data-total="${tile}"]`)
  await expect(cell(bram, 'Gemeente bij Waarde: 2 briefjes van 1 persoon')).toBeVisible()
  await expect(bram.getByTitle('Zorg bij Waarde: geen briefjes')).toHaveText(/○\s*geen/)
  await expect(total(bram, 'opgave')).toHaveText('2')
  await expect(total(bram, 'all')).toHaveText('4')
  await expect(bram.locator('[data-weight=waarde]')).toContainText('Rust op één partner: Gemeente')
  await expect(bram.locator('[data-weight=opgave]')).toContainText('Gedragen door meer partners')
  await expect(bram.locator('[data-weight=binding]')).toContainText('Hier ligt nog niets')
  await expect(bram.getByText('4 van 4 briefjes liggen in geen lijn.')).toBeVisible()

  await noteWith(anna, 'Rust in het hoofd').click()
  await anna.getByLabel('Ligt bij').selectOption({ label: 'Binding' })
  await anna.getByRole('button', { name: 'Klaar' }).click()
  await expect(cell(bram, 'Gemeente bij Waarde: 1 briefje van 1 persoon')).toBeVisible()
  await expect(cell(bram, 'Gemeente bij Binding: 1 briefje')).toBeVisible()
  await expect(total(bram, 'waarde')).toHaveText('1')
  await expect(total(bram, 'all')).toHaveText('4')
  await expect(bram.locator('[data-weight=binding]')).toContainText('Rust op één partner: Gemeente')

  // Wonen has a row like all others; who says nothing is listed for who leads alone.
  await expect(bram.getByTitle('Wonen bij Opgave: geen briefjes')).toBeVisible()
  await expect(bram.getByText('Van wie ligt er nog niets?')).toHaveCount(0)
  await lead.getByText('Van wie ligt er nog niets?').click()
  await expect(lead.getByText('Wonen: nog niet binnen')).toBeVisible()
  await accessibleEverywhere(lead, 'white spots')

  await cell(bram, 'Gemeente bij Binding: 1 briefje').click()
  await expect(noteWith(bram, 'Rust in het hoofd')).toBeVisible()
  await expect(noteWith(bram, 'De telefoon')).toHaveCount(0)
  await lookAt(bram, 'Overzicht')
  await bram.getByRole('button', { name: 'Bekijk ze in de lijst' }).click()
  await expect(bram.locator('[data-row]')).toHaveCount(4)
  expect(errors).toEqual([])
})

test('[J11] a line is made, a note laid in it and cement made by keys alone', async ({ browser }) => {
  const { anna } = await hall(browser)
  await layNotes(anna, goals)
  await anna.goto(anna.url().replace(/\?.*/, ''))
  await press(anna, 'Lijnen')
  await tabTo(anna, 'Nieuwe lijn')
  await anna.keyboard.type('Eigen plek')
  await anna.keyboard.press('Enter')
  await expect(line(anna, 'Eigen plek')).toBeVisible()
  await press(anna, 'Lijnen')
  await tabTo(anna, /^Briefje: Een eigen voordeur/)
  await anna.keyboard.press('l')
  await anna.keyboard.type('plek')
  await anna.keyboard.press('Enter')
  await expect(noteWith(line(anna, 'Eigen plek'), 'Een eigen voordeur')).toBeVisible()
  // The focus is at the note after it; the arrow keys go along the lines.
  await expect(anna.locator('[data-note]:focus')).toContainText('Rust in het hoofd')
  await anna.keyboard.press('ArrowRight')
  await expect(anna.locator('[data-note]:focus')).toContainText('Een eigen voordeur')
  await anna.keyboard.press('c')
  await expect(anna.getByLabel('Kies het andere briefje')).toBeFocused()
  await anna.keyboard.type('wachten')
  await anna.keyboard.press('Enter')
  await expect(anna.getByLabel(/Schrijf één zin/)).toBeFocused()
  await anna.keyboard.type('Wie een plek heeft, wacht niet meer.')
  await anna.keyboard.press('Enter')
  await press(anna, 'Overzicht')
  await press(anna, /^Opgave en Waarde: zwak, 1 keer cement/)
  await expect(anna.locator('[data-joint-detail]')).toContainText('Een eigen voordeur')
  await expect(sentences(anna)).toHaveValue('Wie een plek heeft, wacht niet meer.')
})
