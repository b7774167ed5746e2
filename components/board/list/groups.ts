import { type Bouwsteen, bouwstenen } from '#lib/domain/bouwsteen.ts'
import type { Line } from '#lib/domain/line.ts'
import type { Note } from '#lib/domain/note.ts'

export const groupings = ['bouwsteen', 'line'] as const
export type Grouping = (typeof groupings)[number]

/** What a heading of the list stands for; `line` null: in no line. */
export type Subject = { tile: Bouwsteen } | { line: Line | null }
export type Section = { key: string; subject: Subject; notes: Note[] }
/** `sections` without a subject of their own where there is nothing to tell apart. */
export type Group = { key: string; subject: Subject; sections: Section[]; count: number; hidden: number }

const keyOf = (subject: Subject): string => ('tile' in subject ? subject.tile : (subject.line?.id ?? 'none'))

/**
 * The notes under their headings. By bouwsteen: all seven, and in each what is in no line yet first, for that asks for a place;
 * then line by line. By line: the same the other way round. Empty sections are left out, empty groups are kept: they can be
 * written in. `hidden` counts what the filter keeps back.
 */
export function groupNotes(
  notes: readonly Note[],
  lines: readonly Line[],
  grouping: Grouping,
  filter: (note: Note) => boolean,
): Group[] {
  const open = lines.filter(line => line.deletedAt === null)
  const known = new Map(open.map(line => [line.id, line]))
  const lineOf = (note: Note): Line | null => (note.line === null ? null : (known.get(note.line) ?? null))
  const byTile: Subject[] = bouwstenen.map(tile => ({ tile }))
  const byLine: Subject[] = [{ line: null }, ...open.map(line => ({ line }))]
  const isIn = (note: Note, subject: Subject) =>
    'tile' in subject ? note.bouwsteen === subject.tile : lineOf(note) === subject.line

  const lying = notes.filter(note => note.deletedAt === null)
  const [outer, inner] = grouping === 'bouwsteen' ? [byTile, byLine] : [byLine, byTile]
  return outer.map(subject => {
    const here = lying.filter(note => isIn(note, subject))
    const found = here.filter(filter)
    const sections = inner.map(each => ({
      key: `${keyOf(subject)} ${keyOf(each)}`,
      subject: each,
      notes: found.filter(note => isIn(note, each)),
    }))
    return {
      key: keyOf(subject),
      subject,
      sections: sections.filter(section => section.notes.length > 0),
      count: found.length,
      hidden: here.length - found.length,
    }
  })
}

/** All notes of a list from top to bottom: what arrow keys and a range of ticks go along. */
export const inSight = (groups: readonly Group[]): Note[] =>
  groups.flatMap(group => group.sections.flatMap(section => section.notes))
