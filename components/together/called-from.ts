import type { Followed } from './call-place.ts'

let from: Followed | null = null

/**
 * Where this page was when it had the others follow: who leads may have gone on by the time the call is known here, and the others are not to be
 * left behind. Null where this page called nobody, or knows that it is followed. Kept outside React, and by each tab for itself: the menu that
 * calls and what takes others along are loaded apart, and the latter is there only when the call is known.
 */
export const calledFrom = (): Followed | null => from
export function setCalledFrom(place: Followed | null): void {
  from = place
}
