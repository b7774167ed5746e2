import { z } from 'zod'
import type { Board } from '#lib/documents/board.ts'
import { idSchema } from '#lib/domain/id.ts'
import type { Note } from '#lib/domain/note.ts'
import { type ReactionKind, reactionKinds } from '#lib/domain/reaction.ts'
import { type SeatedTables, tableAt } from '#lib/domain/tables.ts'

/** What one looks for: words that all occur, and of whom or where. Null: no matter. */
export type Filter = {
  text: string
  /** A partner's id; `none`: written for oneself. */
  partner: string | null
  /** A person's id; `me`: whoever looks. */
  person: string | null
  /** The table, from 1, at which its writer sat when it was written. */
  table: string | null
  /** A line's id; `none`: in no line. */
  line: string | null
  /** A reaction that somebody gave; `none`: nobody gave any. */
  reaction: ReactionKind | 'none' | null
}

export const noFilter: Filter = {
  text: '',
  partner: null,
  person: null,
  table: null,
  line: null,
  reaction: null,
}

/** Ids are longer, so that these words are never one. */
const special = new Set(['none', 'me'])
const facets = {
  partner: 'partner',
  person: 'person',
  table: 'table',
  line: 'in',
  reaction: 'reaction',
} as const
/** A table's number, from 1. */
const tableSchema = z.string().regex(/^[1-9]\d?$/)
const reactionSchema = z.enum([...reactionKinds, 'none'])
const TEXT_MAX = 100

/** How many of partner, person, table, line and reaction are chosen. */
export const facetsChosen = ({ partner, person, table, line, reaction }: Filter): number =>
  [partner, person, table, line, reaction].filter(each => each !== null).length

export const isFiltering = (filter: Filter): boolean => filter.text.trim() !== '' || facetsChosen(filter) > 0

/** The filter that an address carries; what is no id is left out. */
export function parseFilter(search: URLSearchParams): Filter {
  const read = (name: string) => {
    const value = search.get(name)
    return value !== null && (special.has(value) || idSchema.safeParse(value).success) ? value : null
  }
  return {
    text: (search.get('q') ?? '').slice(0, TEXT_MAX),
    partner: read(facets.partner),
    person: read(facets.person),
    table: tableSchema.safeParse(search.get(facets.table)).data ?? null,
    line: read(facets.line),
    reaction: reactionSchema.safeParse(search.get(facets.reaction)).data ?? null,
  }
}

export function formatFilter(filter: Filter): Record<string, string> {
  const chosen = (['partner', 'person', 'table', 'line', 'reaction'] as const).flatMap(facet => {
    const value = filter[facet]
    return value === null ? [] : [[facets[facet], value]]
  })
  const text = filter.text.trim()
  return { ...(text === '' ? {} : { q: text }), ...Object.fromEntries(chosen) }
}

/** As it is searched: small letters without accents, and one kind of apostrophe. */
const fold = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[‘’]/g, "'").toLowerCase()

/** The words that must all occur, as they are searched. */
export const wordsOf = (text: string): string[] => fold(text).split(/\s+/).filter(Boolean)

/** What of the board besides the notes tells whether one is found. */
type Around = Pick<Board, 'lines' | 'reactions'> & { tables?: SeatedTables | null }

/** Without a name is not the same as for oneself. */
const partnerOf = ({ author, partner }: Note): string | null => partner ?? (author === null ? null : 'none')

/** Whether a note is what one looks for. Lines in the bin count as none. */
export function matcher(
  filter: Filter,
  { lines, reactions, tables }: Around,
  me: string,
): (note: Note) => boolean {
  const words = wordsOf(filter.text)
  const person = filter.person === 'me' ? me : filter.person
  const open = new Set(lines.filter(line => line.deletedAt === null).map(line => line.id))
  const reacted = reactedTo(filter.reaction, reactions)
  const lineOf = (note: Note) => (note.line !== null && open.has(note.line) ? note.line : 'none')
  return note => {
    if (filter.partner !== null && partnerOf(note) !== filter.partner) return false
    if (person !== null && note.author !== person) return false
    if (filter.table !== null && tableOf(note, tables) !== filter.table) return false
    if (filter.line !== null && lineOf(note) !== filter.line) return false
    if (!reacted(note.id)) return false
    if (words.length === 0) return true
    const text = fold(note.text)
    return words.every(word => text.includes(word))
  }
}

/** The table, from 1, at which a note was written; null when its writer sat at none, or is not known. */
function tableOf({ author, createdAt }: Note, tables: SeatedTables | null | undefined): string | null {
  const place = tables && author !== null ? tableAt(tables, author, createdAt) : null
  return place === null ? null : String(place + 1)
}

function reactedTo(wanted: Filter['reaction'], reactions: Around['reactions']): (note: string) => boolean {
  if (wanted === null) return () => true
  const standing = reactions.filter(each => each.deletedAt === null)
  const notes = new Set(
    standing.filter(({ kind }) => wanted === 'none' || kind === wanted).map(each => each.note),
  )
  return note => notes.has(note) === (wanted !== 'none')
}

export type Range = { start: number; end: number }

/** Where the words stand in a text, in UTF-16 code units; ranges that touch are one. */
export function rangesOf(text: string, words: readonly string[]): Range[] {
  if (words.length === 0) return []
  let folded = ''
  const origin: number[] = []
  let at = 0
  for (const letter of text) {
    const plain = fold(letter)
    for (let index = 0; index < plain.length; index++) origin.push(at)
    folded += plain
    at += letter.length
  }
  origin.push(text.length)
  const found = words.flatMap(word => {
    const ranges: Range[] = []
    for (let from = folded.indexOf(word); from !== -1; from = folded.indexOf(word, from + word.length))
      ranges.push({ start: origin[from] ?? 0, end: origin[from + word.length] ?? text.length })
    return ranges
  })
  return merged(found.sort((a, b) => a.start - b.start))
}

function merged(ranges: readonly Range[]): Range[] {
  const whole: Range[] = []
  for (const { start, end } of ranges) {
    const last = whole.at(-1)
    if (last && start <= last.end) last.end = Math.max(last.end, end)
    else whole.push({ start, end })
  }
  return whole
}
