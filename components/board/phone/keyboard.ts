/** Less than this, in px, is a bar of the browser that comes and goes, not a keyboard. */
const LEAST = 120

/**
 * How much of the page, in px, the on-screen keyboard lies over. Browsers that make the page lower for it give 0: there is
 * nothing to make good. Zoomed in, what is seen is smaller for another reason.
 */
export function keyboardHeight(page: number, seen: { height: number; scale: number }): number {
  if (Math.abs(seen.scale - 1) > 0.01) return 0
  const covered = Math.round(page - seen.height)
  return covered < LEAST ? 0 : covered
}
