import type { Line } from './line.ts'
import type { Note } from './note.ts'

/**
 * What somebody asks of a note of their own that lies in no line: does it belong somewhere after all? `settledAt` (ms): who orders
 * looked at it; null while it waits. It needs no settling once the note lies in a line.
 */
export type Appeal = { note: string; by: string; at: number; settledAt: number | null }

/** Where a note of one's own ended: in a line, in none, or in the bin. */
export type Fate = { note: Note; line: Line | null; binned: boolean }

const openLines = (lines: readonly Line[]): Map<string, Line> =>
  new Map(lines.filter(({ deletedAt }) => deletedAt === null).map(line => [line.id, line]))

/** What became of the notes of these people, those in the bin last; one without a word says nothing. */
export function fatesOf(people: readonly string[], notes: readonly Note[], lines: readonly Line[]): Fate[] {
  const open = openLines(lines)
  const own = notes.filter(
    ({ author, text }) => author !== null && people.includes(author) && text.trim() !== '',
  )
  const fates = own.map(note => ({
    note,
    line: (note.deletedAt === null && note.line !== null && open.get(note.line)) || null,
    binned: note.deletedAt !== null,
  }))
  return [...fates.filter(({ binned }) => !binned), ...fates.filter(({ binned }) => binned)]
}

/** The appeals that wait, the first first, with their notes: a note that got a line, or was thrown away, needs none any more. */
export function waitingAppeals(
  appeals: readonly Appeal[],
  notes: readonly Note[],
  lines: readonly Line[],
): { appeal: Appeal; note: Note }[] {
  const open = openLines(lines)
  return appeals.flatMap(appeal => {
    const note = notes.find(({ id }) => id === appeal.note)
    if (appeal.settledAt !== null || !note || note.deletedAt !== null) return []
    return note.line !== null && open.has(note.line) ? [] : [{ appeal, note }]
  })
}

/** With an appeal for a note: made, made anew after it was settled, or taken back. */
export function appealed(
  appeals: readonly Appeal[],
  { note, by, at }: Pick<Appeal, 'note' | 'by' | 'at'>,
  appeal: boolean,
): Appeal[] {
  const had = appeals.find(each => each.note === note)
  if (appeal && had?.settledAt === null) return [...appeals]
  const others = appeals.filter(each => each !== had)
  return appeal ? [...others, { note, by, at, settledAt: null }] : others
}
