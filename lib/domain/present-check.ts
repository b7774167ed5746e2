import type { Check } from './check.ts'

/** Whether its picture is on everybody's screen, while the present step began at `since` (ms; null without one). */
export function isShown({ state, shownAt }: Pick<Check, 'state' | 'shownAt'>, since: number | null): boolean {
  return state === 'closed' && shownAt !== null && shownAt >= (since ?? 0)
}

/** The check that is on everybody's screen: the one that is asked, else the one whose picture is shown. */
export function presentCheck<T extends Pick<Check, 'state' | 'shownAt'>>(
  checks: readonly T[],
  since: number | null,
): T | undefined {
  return checks.find(({ state }) => state === 'open') ?? checks.find(each => isShown(each, since))
}
