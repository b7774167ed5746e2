import { expect, type Page } from '@playwright/test'

/** Goes on by Tab until the focus is on what is asked; the way that somebody without a mouse goes. */
export async function tabTo(page: Page, name: RegExp | string): Promise<void> {
  const wanted = typeof name === 'string' ? new RegExp(`^${name}$`) : name
  for (let presses = 0; presses < 150; presses++) {
    await page.keyboard.press('Tab')
    const focused = page.locator(':focus')
    if ((await focused.count()) === 0) continue
    // It may lose the focus at that very moment, as what is disabled does while a command is under way.
    const label = await focused.evaluate(nameOf, undefined, { timeout: 1000 }).catch(() => null)
    if (label !== null && wanted.test(label)) {
      const outline = await focused.evaluate(element => getComputedStyle(element).outlineStyle)
      expect(outline, `the focus on ${label} can be seen`).not.toBe('none')
      return
    }
  }
  throw new Error(`Tab does not come to ${name}`)
}

/** What a screen reader would call the element, near enough to find it by. */
function nameOf(element: Element): string {
  const own = element.getAttribute('aria-label')
  const labels = (element as HTMLInputElement).labels
  const text =
    own ?? (labels?.length ? [...labels].map(each => each.textContent).join(' ') : element.textContent)
  return (text ?? '').replace(/\s+/g, ' ').trim()
}

/** Goes to something by Tab and presses a key there. */
export async function press(page: Page, name: RegExp | string, key = 'Enter'): Promise<void> {
  await tabTo(page, name)
  await page.keyboard.press(key)
}
