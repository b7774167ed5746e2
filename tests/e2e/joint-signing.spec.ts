import { expect, type Page } from '@playwright/test'
import { playExample } from '#server/example/play.ts'
import { expectAccessible } from './accessible.ts'
import { leadOf } from './at-statement.ts'
import { expectFits } from './fits.ts'
import { laptop, person, phone } from './people.ts'
import { test } from './test.ts'

const PARTNER = 'Gemeente Eemhoven'
const board = (page: Page) => page.getByRole('region', { name: 'Handtekeningen' })
const row = (page: Page, text: string) => board(page).getByRole('listitem').filter({ hasText: text }).first()

test('[S18] two who sign together each get a link, read with whom they sign, and make the partner sign once both have', async ({
  browser,
  baseURL,
}) => {
  const played = await playExample({ url: baseURL ?? '', until: 'statement' })
  const leads = leadOf(played, baseURL ?? '')
  await leads.command({ type: 'freezeStatement' })
  const lead = await person(browser, laptop)
  const directors = [await person(browser, phone), await person(browser, phone)] as const
  await lead.page.goto(played.facilitatorLink)

  await test.step('the facilitator asks one more to sign along', async () => {
    await lead.page.getByRole('button', { name: `Uitnodigen: ${PARTNER}` }).click()
    const dialog = lead.page.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Vraag nog iemand om mee te tekenen' }).click()
    const form = dialog.getByRole('region', { name: 'Tekenen er meer mensen samen?' })
    await form.getByLabel('Naam', { exact: true }).fill('Bo Dekker')
    await form.getByLabel('Functie').fill('Secretaris')
    await expectAccessible(lead.page, 'asking one more to sign')
    await form.getByRole('button', { name: 'Voeg toe' }).click()
    await expect(dialog).toContainText(`Tekenen voor ${PARTNER}: ondertekenaar 1 van 2`)
    await lead.page.keyboard.press('Escape')
    await expect(row(lead.page, PARTNER)).toContainText('0 van 2 ondertekenaars heeft getekend')
    await expect(row(lead.page, PARTNER)).toContainText(/Ondertekenaar 2\s*.*Ondertekenaar: Bo Dekker/s)
    await expectAccessible(lead.page, 'two who sign together')
    for (const scheme of ['light', 'dark'] as const) {
      await lead.page.emulateMedia({ colorScheme: scheme })
      await lead.page.setViewportSize({ width: 360, height: 800 })
      await expectFits(lead.page, scheme)
    }
    await board(lead.page).screenshot({ path: test.info().outputPath('board.png') })
    await lead.page.emulateMedia({ colorScheme: 'light' })
    await lead.page.setViewportSize(laptop)
  })

  const places = (await leads.view()).signatories.filter(({ partner }, _, all) => partner === all[0]?.partner)
  const names = ['Noor Çelik', 'Bo Dekker']
  for (const [index, { page }] of directors.entries())
    await test.step(`${names[index]} signs`, async () => {
      await page.goto(places[index]?.link ?? '')
      await expect(page.getByText(`Namens ${PARTNER} teken je samen met nog iemand.`)).toBeVisible()
      await expect(
        page.getByText(index === 0 ? 'Bo Dekker: nog niet getekend' : 'Noor Çelik: getekend'),
      ).toBeVisible()
      if (index === 0) await page.getByLabel('Je naam').fill('Noor Çelik')
      else await expect(page.getByLabel('Je naam')).toHaveValue('Bo Dekker')
      await page.getByLabel('Je functie').fill('Bestuurder')
      await page.getByRole('radio', { name: /Op grond van mijn functie/ }).check()
      await page.getByLabel('Plaats waar je tekent').fill('Eemhoven')
      await expectAccessible(page, 'signing together')
      await page.screenshot({ path: test.info().outputPath(`sign-${index}.png`) })
      await page.getByRole('button', { name: `Onderteken namens ${PARTNER}` }).click()
      const dialog = page.getByRole('dialog')
      await expect(dialog).toContainText(`mag samen met 1 andere ondertekenaar namens ${PARTNER} tekenen`)
      await dialog.getByRole('button', { name: `Onderteken namens ${PARTNER}` }).click()
      await expect(page.getByText('Ondertekend', { exact: true })).toBeVisible()
      const counted = index === 0 ? '0 van 10 partners hebben' : '1 van 10 partners heeft'
      await expect(board(lead.page)).toContainText(`${counted} getekend.`)
    })

  await test.step('whoever checks the file reads that both signed', async () => {
    const headers = { authorization: `Bearer ${played.facilitatorToken}` }
    const buffer = Buffer.from(await (await fetch(played.pdfUrl, { headers })).arrayBuffer())
    const stranger = await person(browser, phone)
    await stranger.page.goto('/verify')
    const file = { name: 'verklaring.pdf', mimeType: 'application/pdf', buffer }
    await stranger.page.getByLabel('Kies een bestand', { exact: true }).setInputFiles(file)
    await expect(stranger.page.getByText('Deze verklaring is onveranderd')).toBeVisible()
    await expect(stranger.page.getByText('ondertekend, 2 van 2 ondertekenaars')).toBeVisible()
    await expectAccessible(stranger.page, 'how the partners stand')
  })
  leads.leave()
  for (const { watched } of [lead, ...directors]) expect(watched).toEqual({ foreign: [], errors: [] })
})
