import { drawnNotes, rangeTo } from './drawn-notes.ts'
import { selection } from './selection.ts'

/** The notes that are chosen, as a list shows them: ticked, in whichever view that was done. */
export type Ticks = { ids: ReadonlySet<string>; tick: typeof tick; tickAll: typeof tickAll }

/** Ticks or unticks a note; with `range` all from the note that was chosen last. */
export function tick(id: string, range: boolean): void {
  const ids = range ? rangeTo(drawnNotes(), selection.last, id) : [id]
  selection.turn(ids, !selection.has(id))
  selection.last = id
}

/** Ticks all of these, or unticks them when all of them are. */
export function tickAll(ids: readonly string[]): void {
  selection.turn(ids, !ids.every(id => selection.has(id)))
}
