import { expect, type Page } from '@playwright/test'
import { playExample } from '#server/example/play.ts'
import { expectAccessible } from './accessible.ts'
import { laptop, person, phone } from './people.ts'
import { test } from './test.ts'

const PARTNER = 'Gemeente Eemhoven'
const board = (page: Page) => page.getByRole('region', { name: 'Handtekeningen' })

test('[F10] a text that was signed by one is opened again, changed and fixed; who signed reads what changed and signs anew', async ({
  browser,
  baseURL,
}) => {
  const played = await playExample({ url: baseURL ?? '', until: 'statement' })
  const lead = await person(browser, laptop)
  const writer = await person(browser, laptop)
  const signatory = await person(browser, phone)
  await lead.page.goto(played.facilitatorLink)
  const freeze = async () => {
    await lead.page.getByRole('button', { name: 'Leg de verklaring vast' }).click()
    await lead.page.getByRole('dialog').getByRole('button', { name: 'Leg de verklaring vast' }).click()
    await expect(board(lead.page).getByText('0 van 10 partners hebben getekend.')).toBeVisible()
  }
  await freeze()
  const link = await lead.page
    .getByRole('textbox', { name: `Link om te tekenen voor ${PARTNER}` })
    .inputValue()
  const sign = async () => {
    await signatory.page.getByLabel('Je naam').fill('Noor Çelik')
    await signatory.page.getByLabel('Je functie').fill('Wethouder')
    await signatory.page.getByRole('radio', { name: /Op grond van mijn functie/ }).check()
    await signatory.page.getByLabel('Plaats waar je tekent').fill('Eemhoven')
    await signatory.page.getByRole('button', { name: `Onderteken namens ${PARTNER}` }).click()
    await signatory.page
      .getByRole('dialog')
      .getByRole('button', { name: `Onderteken namens ${PARTNER}` })
      .click()
    await expect(signatory.page.getByText('Ondertekend', { exact: true })).toBeVisible()
  }
  const text = writer.page.locator('.ProseMirror')

  await test.step('one signs, while somebody has the fixed text before them', async () => {
    await writer.page.goto(played.facilitatorLink)
    // The link lets in by a script of its page: going on before it is done, one is nobody.
    await expect(writer.page.getByRole('heading', { name: 'Wie doen er mee?' })).toBeVisible()
    await writer.page.goto(`/${played.session}/statement`)
    await expect(writer.page.getByText(/Versie 1, vastgelegd/)).toBeVisible()
    await signatory.page.goto(link)
    await sign()
  })

  await test.step('the facilitator opens the text again, knowing what that means', async () => {
    await lead.page.getByRole('button', { name: 'Verander de tekst toch nog' }).click()
    const dialog = lead.page.getByRole('dialog')
    await expect(dialog).toContainText('Versie 1 blijft bewaard')
    await expect(dialog).toContainText('Eén partner heeft al gereageerd')
    await expectAccessible(lead.page, 'opening a text again')
    await dialog.getByRole('button', { name: 'Open de tekst' }).click()
    await expect(lead.page.getByRole('button', { name: 'Leg de verklaring vast' })).toBeVisible()
  })

  await test.step('who looked at it writes on without loading the page; the link says to wait', async () => {
    await expect(writer.page.getByText(/Jullie schrijven aan versie 2\./)).toBeVisible()
    await text.getByRole('heading', { level: 2 }).first().click()
    await writer.page.keyboard.press('End')
    await writer.page.keyboard.type(' van ons samen')
    await expect(text).toContainText('van ons samen')
    await signatory.page.reload()
    await expect(signatory.page.getByRole('heading', { name: 'Er komt een nieuwe versie' })).toBeVisible()
    await expectAccessible(signatory.page, 'a text that is written anew')
  })

  await test.step('fixed again, the same link shows the new version, and what changed', async () => {
    await freeze()
    await expect(writer.page.getByText(/Versie 2, vastgelegd/)).toBeVisible()
    await signatory.page.reload()
    await expect(signatory.page.getByText(/^Dit is versie 2\./)).toBeVisible()
    await expect(signatory.page.getByText('Jullie ondertekenden de vorige versie.')).toBeVisible()
    await signatory.page.getByText('Wat is er veranderd?').click()
    await expect(signatory.page.locator('ins').filter({ hasText: 'van ons samen' })).toBeVisible()
    await expectAccessible(signatory.page, 'a version that takes the place of another')
    await sign()
    await expect(board(lead.page).getByText('1 van 10 partners heeft getekend.')).toBeVisible()
  })
  signatory.watched.errors = signatory.watched.errors.filter(error => !error.includes('status of 409'))
  for (const { watched } of [lead, writer, signatory]) expect(watched).toEqual({ foreign: [], errors: [] })
})
