import { createContext, useContext } from 'react'
import type { Bouwsteen } from '#lib/domain/bouwsteen.ts'

/** What cement begins with: one note or both, or the two bouwstenen between which it comes. */
export type Begin = { from?: string; to?: string; tiles?: readonly [Bouwsteen, Bouwsteen] }

type Cementing = {
  /** Asks for what is still missing, and lays it; null for who may not make cement now. */
  begin: ((begin: Begin) => void) | null
  /** Opens a note that cement leads to; closing it, one is where it lies. */
  jump: (note: string) => void
}

const CementContext = createContext<Cementing>({ begin: null, jump: () => {} })
export const CementProvider = CementContext.Provider

/** Making cement from anywhere on the board, and following it to the note at its other end. */
export const useCement = (): Cementing => useContext(CementContext)
