import type { Note } from '#lib/domain/note.ts'

type Drawn = Pick<Note, 'id'>

/** The notes that this view draws, from the first to the last. */
export function drawnNotes(): Drawn[] {
  const cards = [...document.querySelectorAll<HTMLElement>('[data-note]')]
  return cards.flatMap(card => (card.closest('[inert]') ? [] : [{ id: card.dataset.note ?? '' }]))
}

/** Where the work goes on: the note that is drawn after the last of these, else the one before the first. */
export function nextTo(ids: readonly string[]): string | undefined {
  const notes = drawnNotes()
  const gone = new Set(ids)
  const last = notes.findLastIndex(({ id }) => gone.has(id))
  const after = notes.slice(last + 1).find(({ id }) => !gone.has(id))
  return (after ?? notes.slice(0, last).findLast(({ id }) => !gone.has(id)))?.id
}

/** From the note that was ticked last up to this one, both with it, in either direction; just this one when that is gone. */
export function rangeTo(notes: readonly Drawn[], last: string | null, id: string): string[] {
  const from = notes.findIndex(note => note.id === last)
  const to = notes.findIndex(note => note.id === id)
  if (from === -1 || to === -1) return [id]
  return notes.slice(Math.min(from, to), Math.max(from, to) + 1).map(note => note.id)
}
