import { type Browser, expect } from '@playwright/test'
import { atStatement, heading, passage, textOn } from './at-statement.ts'
import { test } from './test.ts'

/** Two who write at a statement; the caret of Anna, whose text `text` is, stands at the end of what she wrote in its first passage. */
async function writing(browser: Browser, url: string) {
  const { lead, anna } = await atStatement(browser, url, () => [
    heading('Onze opgave', 'opgave'),
    passage('Wij luisteren.'),
    passage('Wij wachten af.'),
  ])
  const text = textOn(anna.page)
  await text.getByText('Wij luisteren').click()
  await anna.page.keyboard.press('End')
  await anna.page.keyboard.type(' Elke maand.')
  return { lead, anna, text }
}

test('[C27] a key goes to where the caret was put, also before the browser has told the editor of it', async ({
  browser,
  baseURL,
}) => {
  const { lead, text } = await writing(browser, baseURL ?? '')
  await expect(textOn(lead.page).getByText('Wij luisteren. Elke maand.')).toBeVisible()
  // In one task: the browser tells of the moved caret in the next frame.
  await text.evaluate(editor => {
    const words = [...editor.querySelectorAll('p')].at(-1)?.firstChild
    getSelection()?.collapse(words ?? null, 'Wij'.length)
    editor.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Enter', keyCode: 13, bubbles: true, cancelable: true }),
    )
  })
  const looks = await text.evaluate(editor => {
    let count = 0
    const heard = () => count++
    document.addEventListener('selectionchange', heard)
    return [{ isComposing: true }, { keyCode: 229 }, { key: 'Shift', keyCode: 16 }].map(key => {
      const before = count
      editor.dispatchEvent(new KeyboardEvent('keydown', { ...key, bubbles: true }))
      return count - before
    })
  })
  expect(looks, 'a keyboard that composes words is not come between').toEqual([0, 0, 1])
  const passages = textOn(lead.page).getByRole('paragraph')
  await expect(passages).toHaveText(['Wij luisteren. Elke maand.', 'Wij', /^\s?wachten af\.$/])
})

test('[C28] what others write puts the caret back nowhere, also before the browser has told the editor where it is', async ({
  browser,
  baseURL,
}) => {
  const { lead, anna, text } = await writing(browser, baseURL ?? '')
  await textOn(lead.page).getByText('Onze opgave').click()
  const othersWrite = async (words: string) => {
    await lead.page.keyboard.press('End')
    await lead.page.keyboard.type(words)
    await expect(text.getByRole('heading')).toContainText(words)
  }
  /** The words that the caret stands in, and after how many letters. */
  const caret = () =>
    anna.page.evaluate(() => [getSelection()?.anchorNode?.textContent, getSelection()?.anchorOffset])
  // From now on the browser tells nothing of it.
  await anna.page.evaluate(() => {
    const silence = (event: Event) => event.isTrusted && event.stopImmediatePropagation()
    addEventListener('selectionchange', silence, true)
  })
  await text.getByText('Wij wachten').click()
  const tapped = await caret()
  expect(tapped[0]).toBe('Wij wachten af.')
  await othersWrite(', een')
  expect(await caret(), 'after a tap').toEqual(tapped)
  await anna.page.keyboard.press('Home')
  await othersWrite(', twee')
  expect(await caret(), 'after a key that moves it').toEqual(['Wij wachten af.', 0])
})
