import { expect, type Page } from '@playwright/test'
import { expectAccessible } from './accessible.ts'
import { atStatement, heading, passage, textOn } from './at-statement.ts'
import { test } from './test.ts'

/** The roots of the passage that begins with these words, as every browser holds them; empty where it has none. */
const rootsOf = (page: Page, words: string) =>
  textOn(page)
    .getByRole('paragraph')
    .filter({ hasText: words })
    .evaluate(each => each.getAttribute('data-roots') ?? '')

/** Puts the caret before these words of a passage, as keys would. */
async function caretBefore(page: Page, words: string): Promise<void> {
  const at = textOn(page).getByRole('paragraph').filter({ hasText: words })
  await at.evaluate((paragraph, words) => {
    const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const offset = node.textContent?.indexOf(words) ?? -1
      if (offset < 0) continue
      paragraph.closest<HTMLElement>('[contenteditable]')?.focus()
      getSelection()?.collapse(node, offset)
      return
    }
  }, words)
  await editorKnows(page)
}

/** The editor learns of a caret or a selection when the browser says so, within a frame, or by the next key: what is pasted by a script comes with neither. */
const editorKnows = (page: Page) =>
  page.evaluate(() => new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve))))

test('[C9] a passage shows the notes that it comes from, and keeps them when it is rewritten, parted and joined; what is typed or pasted has none', async ({
  browser,
  baseURL,
}) => {
  const { lead, anna, leads, notes, played } = await atStatement(browser, baseURL ?? '', ([one, two]) => [
    heading('Onze opgave', 'opgave'),
    passage('Wij bouwen huizen. Wij beginnen klein.', `note:${one?.id}`),
    passage('Wij luisteren naar bewoners.', `note:${two?.id}`),
    passage('Dit schreven wij zelf.'),
  ])
  const [one, two] = notes.slice(0, 2).map(({ id }) => `note:${id}`) as [string, string]
  const roots = (page: Page) =>
    page.getByRole('complementary').getByRole('region', { name: 'Wortels van deze passage' })
  const { page } = anna

  await test.step('a click shows the note, of whom, and the way to the board', async () => {
    await textOn(page).getByText('Wij bouwen huizen').click()
    await expect(roots(page)).toContainText(notes[0]?.text ?? '')
    const view = await leads.view()
    await expect(roots(page)).toContainText(
      view.partners.find(({ id }) => id === notes[0]?.partner)?.name ?? '',
    )
    await expect(roots(page).getByRole('link')).toHaveAttribute(
      'href',
      `/${played.session}/board?note=${notes[0]?.id}`,
    )
    await expectAccessible(page, 'roots beside the text')
    await textOn(page).getByText('Dit schreven wij zelf').click()
    await expect(roots(page)).toContainText('Zonder wortels')
  })

  await test.step('rewriting keeps them, and typing on below has none', async () => {
    await textOn(page).getByText('Wij luisteren naar bewoners').click()
    await page.keyboard.press('End')
    await page.keyboard.type(' Elke maand.')
    await page.keyboard.press('Enter')
    await page.keyboard.type('Nieuw geschreven.')
    await expect.poll(() => rootsOf(page, 'Elke maand')).toBe(two)
    expect(await rootsOf(page, 'Nieuw geschreven')).toBe('')
    await expect(roots(page)).toContainText('Zonder wortels')
  })

  await test.step('both parts of a passage that is parted have them, and what is written before it has none', async () => {
    await caretBefore(page, 'Wij beginnen klein')
    await page.keyboard.press('Enter')
    await expect.poll(() => rootsOf(page, 'Wij beginnen klein')).toBe(one)
    expect(await rootsOf(page, 'Wij bouwen huizen')).toBe(one)
    await caretBefore(page, 'Wij bouwen huizen')
    await page.keyboard.press('Enter')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.type('Vooraf.')
    await expect.poll(() => rootsOf(page, 'Wij bouwen huizen')).toBe(one)
    expect(await rootsOf(page, 'Vooraf')).toBe('')
  })

  await test.step('one that came of two has those of both', async () => {
    await caretBefore(page, 'Wij luisteren')
    await page.keyboard.press('Backspace')
    await expect.poll(() => rootsOf(page, 'Wij luisteren')).toBe(`${one} ${two}`)
    await expect(textOn(page).getByText('Wij beginnen klein.Wij luisteren')).toBeVisible()
  })

  await test.step('a passage that becomes a heading keeps them, and so do words that are cut and pasted', async () => {
    await textOn(page).getByText('Dit schreven wij zelf').click()
    await page.keyboard.press('End')
    await page.keyboard.press('Enter')
    await page.keyboard.type('Naar ')
    await caretBefore(page, 'Elke maand.')
    for (let letter = 0; letter < 'Elke maand.'.length; letter++)
      await page.keyboard.press('Shift+ArrowRight')
    await editorKnows(page)
    await page.keyboard.press('ControlOrMeta+x')
    await expect(textOn(page)).not.toContainText('Elke maand.')
    await textOn(page).getByText(/^Naar/).click()
    await page.keyboard.press('End')
    await editorKnows(page)
    await page.keyboard.press('ControlOrMeta+v')
    await expect(textOn(page).getByText('Naar Elke maand.')).toBeVisible()
    await expect.poll(() => rootsOf(page, 'Naar Elke maand.')).toBe(`${one} ${two}`)
    await page.getByRole('button', { name: 'Tussenkop', exact: true }).click()
    const heading = textOn(page).getByRole('heading', { name: 'Naar Elke maand.' })
    await expect(heading).toHaveAttribute('data-roots', `${one} ${two}`)
    await expect(roots(page)).toContainText(notes[1]?.text ?? '')
    await page.getByRole('button', { name: 'Tussenkop', exact: true }).click()
    await expect.poll(() => rootsOf(page, 'Naar Elke maand.')).toBe(`${one} ${two}`)
  })

  await test.step('what is pasted from elsewhere has none, whatever it was copied from; words around it keep theirs', async () => {
    await caretBefore(page, 'huizen')
    await textOn(page).evaluate((text, root) => {
      const clipboardData = new DataTransfer()
      const copied = `<p data-roots="${root}">eerst</p><p data-roots="${root}">Geplakte passage</p><p>tien</p>`
      clipboardData.setData('text/html', copied)
      text.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    }, two)
    await expect.poll(() => rootsOf(page, 'Wij bouwen eerst')).toBe(one)
    expect(await rootsOf(page, 'Geplakte passage')).toBe('')
    expect(await rootsOf(page, 'tienhuizen')).toBe(one)
  })

  await test.step('others see the same, and no one was refused', async () => {
    await expect.poll(() => rootsOf(lead.page, 'Wij luisteren')).toBe(`${one} ${two}`)
    await expect.poll(() => rootsOf(lead.page, 'tienhuizen')).toBe(one)
    expect(await rootsOf(lead.page, 'Vooraf')).toBe('')
  })

  await test.step('they are found in the fixed text as well', async () => {
    await leads.command({ type: 'freezeStatement' })
    await page.getByRole('button', { name: 'Toon van elke passage de wortels' }).click()
    await expect(page.getByText('Zonder wortels', { exact: true }).first()).toBeVisible()
    await page.getByRole('button', { name: '2 briefjes' }).first().click()
    const shown = page.getByRole('dialog', { name: 'Wortels van deze passage' })
    for (const note of notes.slice(0, 2)) await expect(shown).toContainText(note.text)
    await expectAccessible(page, 'roots of the fixed text')
  })
  leads.leave()
  for (const { watched } of [lead, anna]) expect(watched).toEqual({ foreign: [], errors: [] })
})
