import { type Board, inOrder } from '#lib/documents/board.ts'
import type { Note } from '#lib/domain/note.ts'

export type Lies = Pick<Note, 'bouwsteen' | 'order'>

/** Where notes are shown that somebody holds and has not laid down: on this page alone, before it is an edit. */
export class Preview {
  private held: ReadonlyMap<string, Lies> = new Map()
  private latest: { from: Board; held: ReadonlyMap<string, Lies>; shown: Board } | null = null
  private readonly listeners = new Set<() => void>()

  /** The board as it is shown. The same object for the same board, and the board itself while nothing is held. */
  over(board: Board): Board {
    if (this.held.size === 0) return board
    if (this.latest?.from === board && this.latest.held === this.held) return this.latest.shown
    const notes = board.notes.map(note => {
      const lies = this.held.get(note.id)
      return lies ? { ...note, ...lies } : note
    })
    const shown = { ...board, notes: inOrder(notes) }
    this.latest = { from: board, held: this.held, shown }
    return shown
  }

  show(held: ReadonlyMap<string, Lies>): void {
    this.held = held
    for (const listener of this.listeners) listener()
  }

  /** Ends without a word: the edit that comes now shows them where they lie. */
  end(): void {
    this.held = new Map()
    this.latest = null
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }
}
