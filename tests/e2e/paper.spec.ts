import { expect } from '@playwright/test'
import { expectAccessible } from './accessible.ts'
import { laptop, noteWith, person, phone, startKickoff } from './people.ts'
import { test } from './test.ts'

test('[U59] cards are printed per bouwsteen, lead onto the board there, and are typed one after the other', async ({
  browser,
}) => {
  const lead = await person(browser, laptop)
  const { page } = lead
  const { joinLink, leadLink } = await startKickoff(page, 'Netwerk Zuid', ['Gemeente', 'Huren'])
  await page.goto(leadLink)
  await page.getByRole('link', { name: 'Print kaartjes om op te schrijven' }).click()
  await expect(page.getByRole('region', { name: /^Vel voor/ })).toHaveCount(7)
  await page.getByRole('checkbox', { name: 'Organisatie' }).uncheck()
  await expect(page.getByRole('button', { name: 'Print 6 vellen' })).toBeVisible()
  await expectAccessible(page, 'the cards')
  const sheet = page.getByRole('region', { name: 'Vel voor Waarde' })
  await expect(sheet.getByRole('img').first()).toBeVisible()
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  await expect(page.getByRole('button', { name: /^Print/ })).toBeHidden()
  const [ink, ground] = await sheet.evaluate(element => {
    const { color, backgroundColor } = getComputedStyle(element)
    return [color, backgroundColor]
  })
  expect([ink, ground]).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)'])
  const paper = await page.pdf({ preferCSSPageSize: true })
  expect(paper.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(6)
  await page.emulateMedia({ media: 'screen', colorScheme: 'light' })

  const session = new URL(page.url()).pathname.split('/')[1]
  await test.step('the code of a card leads to its bouwsteen, for who is new and who is not', async () => {
    const anna = await person(browser, phone)
    const scan = () => anna.page.goto(`${joinLink}&tile=verankering`)
    await scan()
    await anna.page.getByLabel('Hoe heet je?').fill('Anna')
    await anna.page.getByRole('radio', { name: /Huren/ }).check()
    await anna.page.getByRole('button', { name: 'Doe mee' }).click()
    await expect(anna.page.getByRole('button', { name: 'Leg een briefje bij Verankering' })).toBeVisible()
    await scan()
    await expect(anna.page).toHaveURL(/board\?tile=verankering/)
  })

  await test.step('a pile of cards is typed: bouwsteen and partner stay, Enter lays one down', async () => {
    await page.goto(`/${session}/board?view=phone&tile=verankering`)
    await page.getByRole('button', { name: 'Leg een briefje bij Verankering' }).click()
    await page.getByLabel('Van wie is dit briefje?').selectOption('Op papier, van Huren')
    await page.getByLabel('Je briefje bij Verankering').focus()
    for (const text of ['Een vaste plek in het beleid', 'Elk jaar een gesprek', 'Geld voor drie jaar']) {
      await page.keyboard.type(text)
      await page.keyboard.press('Enter')
      await expect(page.getByLabel('Je briefje bij Verankering')).toBeFocused()
      await expect(noteWith(page, text).getByText('Huren')).toBeVisible()
    }
    await expectAccessible(page, 'typing cards')
  })
  expect(lead.watched.errors).toEqual([])
})
