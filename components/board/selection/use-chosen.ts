import { createContext, useContext } from 'react'
import type { Acts } from './use-acts.ts'
import type { NoteAct } from './use-note-keys.ts'

/** The work on the notes that are chosen, or else on the one that has the focus; in every view the same. */
export type ChosenWork = {
  /** What is chosen and lies on the board. */
  chosen: ReadonlySet<string>
  acts: Acts
  /** What each key and button does; gives whether it did anything. */
  does: Record<NoteAct, () => boolean>
  /**
   * Does something with notes, lets go of what is chosen, and puts the focus on the note where the work goes on: the next one, or
   * with `along` the first of these, wherever it went.
   */
  finish: <T>(ids: readonly string[], act: () => T, along?: boolean) => T
}

const ChosenContext = createContext<ChosenWork | null>(null)
export const ChosenProvider = ChosenContext.Provider

export function useChosen(): ChosenWork {
  const work = useContext(ChosenContext)
  if (!work) throw new Error('Notes are chosen on the board only.')
  return work
}
