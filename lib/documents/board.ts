import * as Y from 'yjs'
import type { Bouwsteen } from '#lib/domain/bouwsteen.ts'
import { type Line, lineSchema } from '#lib/domain/line.ts'
import { type Note, noteSchema } from '#lib/domain/note.ts'
import { type Proposal, proposalSchema } from '#lib/domain/proposal.ts'
import { type BoardRoot, boardLayout, type FieldLayout } from './layout.ts'
import { type Splice, spliceBetween } from './text.ts'

/** Who writes, at what time (ms since 1970), and the id that a new entry gets. */
export type Making = { id: string; author: string; partner: string | null; at: number }

/** The transaction origin of one's own edits; undo looks for it. */
export const ownEdit = Symbol('own edit')

export type Board = { notes: Note[]; lines: Line[]; proposals: Proposal[] }

type Entry = Y.Map<unknown>
const root = (doc: Y.Doc, name: BoardRoot): Y.Map<Entry> => doc.getMap<Entry>(name)

/** An entry as a plain object; an absent changeable field reads as the layout says. */
function plain(name: BoardRoot, id: string, entry: Entry): Record<string, unknown> {
  const absent = Object.entries<FieldLayout>(boardLayout[name].fields).flatMap(([key, field]) =>
    'absent' in field ? [[key, field.absent]] : [],
  )
  // A foreign client may leave half a surrogate pair, which has no canonical form and would stop a freeze.
  const values = Object.entries(entry.toJSON()).map(([key, value]) => [
    key,
    typeof value === 'string' ? value.toWellFormed() : value,
  ])
  return { ...Object.fromEntries(absent), id, ...Object.fromEntries(values) }
}

const entrySchemas = { notes: noteSchema, lines: lineSchema, proposals: proposalSchema }

const byOrder = (a: { order: number; id: string }, b: { order: number; id: string }): number =>
  a.order - b.order || (a.id < b.id ? -1 : 1)

/** One entry; null when there is none, or it isn't whole (half made by a foreign client). */
export function readEntry<R extends BoardRoot>(doc: Y.Doc, name: R, id: string): Board[R][number] | null {
  const entry = root(doc, name).get(id)
  const parsed = entry && entrySchemas[name].safeParse(plain(name, id, entry))
  return parsed?.success ? (parsed.data as Board[R][number]) : null
}

/** All whole entries of a root, in their order. */
export function readEntries<R extends BoardRoot>(doc: Y.Doc, name: R): Board[R] {
  const found = [...root(doc, name).keys()].flatMap(id => readEntry(doc, name, id) ?? [])
  return inOrder(found) as Board[R]
}

export function inOrder<T extends { order: number; id: string }>(entries: T[]): T[] {
  return entries.sort(byOrder)
}

/** The whole board, each list in its order. Entries in the bin are included, with `deletedAt` set. */
export function readBoard(doc: Y.Doc): Board {
  return {
    notes: readEntries(doc, 'notes'),
    lines: readEntries(doc, 'lines'),
    proposals: readEntries(doc, 'proposals'),
  }
}

function add(doc: Y.Doc, name: BoardRoot, id: string, textField: string, text: string, values: object): void {
  doc.transact(() => {
    const entry = new Y.Map<unknown>(Object.entries(values))
    entry.set(textField, new Y.Text(text))
    root(doc, name).set(id, entry)
  }, ownEdit)
}

export function addNote(
  doc: Y.Doc,
  made: Making,
  note: { bouwsteen: Bouwsteen; order: number; text: string },
): void {
  add(doc, 'notes', made.id, 'text', note.text, {
    bouwsteen: note.bouwsteen,
    order: note.order,
    line: null,
    author: made.author,
    partner: made.partner,
    createdAt: made.at,
    deletedAt: null,
  })
}

export function addLine(doc: Y.Doc, made: Making, line: { title: string; order: number }): void {
  const values = { order: line.order, author: made.author, createdAt: made.at, deletedAt: null }
  add(doc, 'lines', made.id, 'title', line.title, values)
}

export function addProposal(doc: Y.Doc, made: Making, proposal: { text: string; order: number }): void {
  const { author, partner, at: createdAt } = made
  add(doc, 'proposals', made.id, 'text', proposal.text, {
    order: proposal.order,
    author,
    partner,
    createdAt,
    deletedAt: null,
  })
}

/** Sets fields of an entry in one transaction; unchanged ones are left alone. Does nothing when the entry is gone. */
function change(doc: Y.Doc, name: BoardRoot, id: string, fields: object): void {
  const entry = root(doc, name).get(id)
  if (!entry) return
  doc.transact(() => {
    for (const [key, value] of Object.entries(fields)) if (entry.get(key) !== value) entry.set(key, value)
  }, ownEdit)
}

export function moveNote(doc: Y.Doc, id: string, to: { bouwsteen: Bouwsteen; order: number }): void {
  change(doc, 'notes', id, to)
}

export function putInLine(doc: Y.Doc, id: string, line: string | null): void {
  change(doc, 'notes', id, { line })
}

/** Puts an entry in the bin (`at` in ms) or restores it (null). */
export function setDeleted(doc: Y.Doc, name: BoardRoot, id: string, at: number | null): void {
  change(doc, name, id, { deletedAt: at })
}

/** The shared text of an entry: a note's or proposal's text, a line's title. */
export function textOf(doc: Y.Doc, name: BoardRoot, id: string): Y.Text | null {
  const text = root(doc, name)
    .get(id)
    ?.get(name === 'lines' ? 'title' : 'text')
  return text instanceof Y.Text ? text : null
}

/**
 * Makes a shared text read `next`, touching only what differs between the common beginning and end, so that what
 * another person types elsewhere in it at the same time stays.
 */
export function writeText(text: Y.Text, next: string): void {
  const now = text.toString()
  if (now !== next) spliceText(text, [spliceBetween(now, next)])
}

/** Changes a shared text as one edit of one's own; the splices are made one after the other. */
export function spliceText(text: Y.Text, splices: readonly Splice[]): void {
  const write = () => {
    for (const { at, remove, insert } of splices) {
      if (remove > 0) text.delete(at, remove)
      if (insert !== '') text.insert(at, insert)
    }
  }
  if (text.doc) text.doc.transact(write, ownEdit)
  else write()
}
