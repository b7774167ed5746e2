import { type Browser, expect, type Page } from '@playwright/test'
import { expectAccessible } from './accessible.ts'
import { join, laptop, noteWith, person, phone, startKickoff } from './people.ts'
import { test } from './test.ts'

const GEMEENTE = 'Gemeente Eemhoven'
const HUREN = 'Stichting Huren'

/** A facilitator on a laptop and two people on phones, in a session of their own. */
async function hall(browser: Browser) {
  const lead = await person(browser, laptop)
  const [anna, piet] = [await person(browser, phone), await person(browser, phone)]
  const { leadLink, joinLink } = await startKickoff(lead.page, 'Netwerk Eigen Voordeur', [GEMEENTE, HUREN])
  await lead.page.goto(leadLink)
  await join(anna.page, joinLink, 'Anna Smit', GEMEENTE)
  await join(piet.page, joinLink, 'Piet de Boer', HUREN)
  return { lead, anna, piet, everybody: [lead, anna, piet] }
}

const begin = async (lead: Page, promise: 'Met naam' | 'Zonder naam') => {
  await lead.getByRole('radio', { name: new RegExp(promise) }).check()
  await lead.getByRole('button', { name: 'Laat iedereen beginnen' }).click()
  await expect(lead.getByText(/Iedereen schrijft nu op een eigen bureau/)).toBeVisible()
}

const write = async (page: Page, bouwsteen: string, text: string) => {
  await page.getByRole('navigation', { name: 'Bouwstenen' }).getByRole('button', { name: bouwsteen }).click()
  await page.getByLabel(`Je briefje bij ${bouwsteen}`).fill(text)
  await page.getByRole('button', { name: 'Leg op je bureau' }).click()
  await expect(onDesk(page, text)).toBeVisible()
}
const onDesk = (page: Page, text: string) =>
  page.getByRole('button', { name: `Briefje op je bureau: ${text}` })

const reveal = async (lead: Page) => {
  await lead.getByRole('button', { name: 'Leg alles neer' }).click()
  await lead.getByRole('dialog').getByRole('button', { name: 'Leg alles neer' }).click()
  await expect(lead.getByRole('dialog')).toHaveCount(0)
  await expect(
    lead.getByText(/De bureaus zijn leeg. Er (ligt nu 1 briefje|liggen nu [1-9]\d* briefjes) op/),
  ).toBeVisible()
}

/** What this device still keeps of desks, by the names of its stores. */
const keptOfDesks = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<string[]>((resolve, reject) => {
        const request = indexedDB.open('mozaiekbord')
        request.onerror = () => reject(request.error)
        request.onsuccess = () => {
          const stores = ['copies', 'unsent', 'tray'] as const
          const keys = stores.map(name => request.result.transaction(name).objectStore(name).getAllKeys())
          const last = keys.at(-1)
          if (last)
            last.onsuccess = () => {
              resolve(
                stores.filter((_, index) => JSON.stringify(keys[index]?.result ?? []).includes('desk/')),
              )
              request.result.close()
            }
        }
      }),
  )

const ownTile = (page: Page, bouwsteen: string) =>
  page.getByRole('navigation', { name: 'Bouwstenen' }).getByRole('button', { name: bouwsteen })

test('people write in private on their phones, and all of it is revealed at once, without names', async ({
  browser,
}) => {
  const { lead, anna, piet, everybody } = await hall(browser)
  await begin(lead.page, 'Zonder naam')
  for (const { page } of [anna, piet]) {
    await expect(page.getByText('Alleen jij ziet deze briefjes.')).toBeVisible()
    await expect(page.getByText('Straks legt de begeleider ze neer, zonder naam.')).toBeVisible()
  }
  await write(anna.page, 'Opgave', 'Mensen wachten te lang')
  await write(anna.page, 'Waarde', 'Een eigen sleutel')
  await write(piet.page, 'Waarde', 'Niemand luistert')

  await test.step('one’s own notes can be changed, moved, thrown away and put back', async () => {
    await ownTile(anna.page, 'Waarde').click()
    await onDesk(anna.page, 'Een eigen sleutel').click()
    await anna.page.getByLabel('Tekst van het briefje').press('End')
    await anna.page.getByLabel('Tekst van het briefje').pressSequentially(' en rust')
    await anna.page.getByLabel('Hoort bij').selectOption({ label: 'Binding' })
    await expectAccessible(anna.page, 'a note on a desk')
    await anna.page.getByRole('button', { name: 'Klaar' }).click()
    await ownTile(anna.page, 'Binding').click()
    await onDesk(anna.page, 'Een eigen sleutel en rust').click()
    await anna.page.getByRole('button', { name: 'Gooi weg' }).click()
    await expect(onDesk(anna.page, 'Een eigen sleutel en rust')).toHaveCount(0)
    await anna.page.getByText('Weggegooid (1)').click()
    await anna.page.getByRole('button', { name: 'Zet terug' }).click()
    await expect(onDesk(anna.page, 'Een eigen sleutel en rust')).toBeVisible()
    await expectAccessible(anna.page, 'a desk on a phone')
  })

  await test.step('it outlives a reload, and nobody else sees a thing', async () => {
    await anna.page.reload()
    await ownTile(anna.page, 'Binding').click()
    await expect(onDesk(anna.page, 'Een eigen sleutel en rust')).toBeVisible()
    await expect(piet.page.getByText('Een eigen sleutel')).toHaveCount(0)
    await piet.page.getByRole('button', { name: 'Het bord', exact: true }).click()
    await expect(piet.page.getByText('Mensen wachten te lang')).toHaveCount(0)
    await expect(piet.page.getByRole('button', { name: /Leg een briefje bij/ })).toHaveCount(0)
    await expect(lead.page.getByText('Hoeveel mensen iets schreven, zie je hier vanaf drie.')).toBeVisible()
    await expect(lead.page.getByRole('button', { name: 'Ga ordenen' })).toBeDisabled()
    await expectAccessible(lead.page, 'a silent round, running')
  })

  // In the very moment of the reveal somebody still writes.
  await piet.page.getByRole('button', { name: 'Je bureau', exact: true }).click()
  await write(piet.page, 'Waarde', 'Nog net op tijd')
  await reveal(lead.page)
  for (const { page } of [anna, piet])
    await expect(
      page.getByText(/Alle briefjes van de bureaus liggen nu op het bord, zonder naam/).first(),
    ).toBeVisible()
  await ownTile(piet.page, 'Opgave').click()
  await expect(noteWith(piet.page, 'Mensen wachten te lang')).toContainText('Zonder naam')
  await ownTile(anna.page, 'Waarde').click()
  await expect(noteWith(anna.page, 'Niemand luistert')).toContainText('Zonder naam')
  await noteWith(anna.page, 'Niemand luistert').click()
  await expect(anna.page.getByRole('dialog')).toContainText('Zonder naam')
  await expect(anna.page.getByRole('dialog').getByRole('button', { name: 'Gooi weg' })).toHaveCount(0)
  await expectAccessible(anna.page, 'a note without a name')
  await expect(lead.page.getByRole('button', { name: 'Ga ordenen' })).toBeEnabled()
  await test.step('the devices keep nothing of the desks, and nothing that was laid down seems lost', async () => {
    for (const { page } of [anna, piet]) {
      await expect.poll(() => keptOfDesks(page)).toEqual([])
      await expect(page.getByText(/niet aangekomen/)).toHaveCount(0)
    }
  })
  for (const { watched } of everybody) expect(watched).toEqual({ foreign: [], errors: [] })
})

test('with names: some lay out their own once they may, the rest follows at the reveal', async ({
  browser,
}) => {
  const { lead, anna, piet, everybody } = await hall(browser)
  await expectAccessible(lead.page, 'a silent round, before')
  await begin(lead.page, 'Met naam')
  await expect(anna.page.getByText('Straks legt de begeleider ze neer, met je naam.')).toBeVisible()
  await write(anna.page, 'Opgave', 'Mensen wachten te lang')
  await write(anna.page, 'Waarde', 'Een eigen sleutel')
  await write(piet.page, 'Opgave', 'Te weinig huizen')
  await lead.page.getByLabel('Iedereen mag de eigen briefjes zelf neerleggen').click()
  await expect(anna.page.getByText('Je mag ze nu zelf neerleggen, met je naam.')).toBeVisible()
  await onDesk(anna.page, 'Een eigen sleutel').click()
  await anna.page.getByRole('button', { name: 'Leg dit neer' }).click()
  await expect(onDesk(anna.page, 'Een eigen sleutel')).toHaveCount(0)
  await piet.page.getByRole('button', { name: 'Het bord', exact: true }).click()
  await ownTile(piet.page, 'Waarde').click()
  await expect(noteWith(piet.page, 'Een eigen sleutel')).toContainText(GEMEENTE)
  await expect(piet.page.getByText('Mensen wachten te lang')).toHaveCount(0)
  await piet.page.getByRole('button', { name: 'Je bureau', exact: true }).click()
  await piet.page.getByRole('button', { name: 'Leg je briefje neer' }).click()
  await piet.page.getByRole('dialog').getByRole('button', { name: 'Leg je briefje neer' }).click()
  await expect(onDesk(piet.page, 'Te weinig huizen')).toHaveCount(0)
  await reveal(lead.page)
  await ownTile(piet.page, 'Opgave').click()
  await expect(noteWith(piet.page, 'Mensen wachten te lang')).toContainText(GEMEENTE)
  await expect(noteWith(piet.page, 'Te weinig huizen')).toContainText(HUREN)
  for (const { watched } of everybody) expect(watched).toEqual({ foreign: [], errors: [] })
})

test('what the reveal overtook is kept for its writer, and a desk written in without a line is sent when it is back', async ({
  browser,
}) => {
  const { lead, anna, piet } = await hall(browser)
  await begin(lead.page, 'Zonder naam')
  for (const { page } of [anna, piet])
    await expect(page.getByText('Alleen jij ziet deze briefjes.')).toBeVisible()
  // Whose desk was never fetched has none to write on without a line.
  for (const { page } of [anna, piet]) {
    await expect(page.getByText('Live', { exact: true })).toBeVisible()
    await expect(page.getByRole('button', { name: 'Leg op je bureau' })).toBeEnabled()
  }
  await anna.context.setOffline(true)
  await piet.context.setOffline(true)
  await write(anna.page, 'Opgave', 'Op tijd terug')
  await write(piet.page, 'Opgave', 'Te laat terug')
  await expect(anna.page.getByText(/1 briefje nog niet verstuurd/)).toBeVisible()
  await anna.context.setOffline(false)
  await expect(anna.page.getByText('Live', { exact: true })).toBeVisible()
  await reveal(lead.page)
  await expect(noteWith(anna.page, 'Op tijd terug')).toBeVisible()
  await piet.context.setOffline(false)
  await expect(piet.page.getByText('Eén tekst is niet aangekomen')).toBeVisible()
  await expect(piet.page.getByText('Te laat terug')).toBeVisible()
  await expect(noteWith(piet.page, 'Op tijd terug')).toBeVisible()
  await expect(noteWith(anna.page, 'Te laat terug')).toHaveCount(0)
})

test('[N20] a desk that never came says so while the line is away, keeps what is typed, and takes it once it is there', async ({
  browser,
}) => {
  const { lead, anna } = await hall(browser)
  let [blocked, tries] = [true, 0]
  await anna.context.routeWebSocket(/\/desk\//, socket => {
    tries++
    if (blocked) void socket.close()
    else socket.connectToServer()
  })
  await begin(lead.page, 'Zonder naam')
  const field = anna.page.getByLabel('Je briefje bij Opgave')
  await field.fill('Wat ik vanochtend zag')
  const put = anna.page.getByRole('button', { name: 'Leg op je bureau' })
  await expect(put).toBeDisabled()
  await field.press('Enter')
  await expect(field).toHaveValue('Wat ik vanochtend zag')
  const said = anna.page.getByText(/Je bureau is er nog niet/)
  await expect(said).toBeVisible()
  await expect(anna.page.getByText('Hier heb je nog niets geschreven.')).toHaveCount(0)
  const before = tries
  await expect.poll(() => tries).toBeGreaterThan(before + 1)
  await expect(said, 'over each new try').toBeVisible()
  blocked = false
  await put.click()
  await expect(said).toHaveCount(0)
  await expect(onDesk(anna.page, 'Wat ik vanochtend zag')).toBeVisible()
  await expect(field).toHaveValue('')
})
