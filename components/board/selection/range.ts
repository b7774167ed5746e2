import type { Note } from '#lib/domain/note.ts'

/** From the note that was ticked last up to this one, both with it, in either direction; just this one when that is gone. */
export function rangeTo(notes: readonly Pick<Note, 'id'>[], last: string | null, id: string): string[] {
  const from = notes.findIndex(note => note.id === last)
  const to = notes.findIndex(note => note.id === id)
  if (from === -1 || to === -1) return [id]
  return notes.slice(Math.min(from, to), Math.max(from, to) + 1).map(note => note.id)
}
