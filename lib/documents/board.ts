import * as Y from 'yjs'
import type { Bouwsteen } from '#lib/domain/bouwsteen.ts'
import { type Breakthrough, breakthroughSchema } from '#lib/domain/breakthrough.ts'
import { type Cement, cementSchema } from '#lib/domain/cement.ts'
import { LINE_COLOUR_DEFAULT, type Line, type LineColour, lineSchema } from '#lib/domain/line.ts'
import { type Note, noteSchema } from '#lib/domain/note.ts'
import { type Proposal, proposalSchema } from '#lib/domain/proposal.ts'
import { type Reaction, type ReactionKind, reactionSchema } from '#lib/domain/reaction.ts'
import { type Reply, replySchema } from '#lib/domain/reply.ts'
import { type TangibleResult, tangibleResultSchema } from '#lib/domain/tangible-result.ts'
import {
  type BoardRoot,
  boardLayout,
  type FieldLayout,
  mainText,
  type TextField,
  type TextRoot,
} from './layout.ts'
import { type Splice, spliceBetween } from './text.ts'

/** Who writes, at what time (ms since 1970), and the id that a new entry gets. */
export type Making = { id: string; author: string; partner: string | null; at: number }
/** The same of a note, which the server lays down without a name where that was promised. */
export type NoteMaking = Omit<Making, 'author'> & { author: string | null }

/** The transaction origin of one's own edits; undo looks for it. */
export const ownEdit = Symbol('own edit')

export type Board = {
  notes: Note[]
  lines: Line[]
  proposals: Proposal[]
  cement: Cement[]
  replies: Reply[]
  reactions: Reaction[]
  breakthroughs: Breakthrough[]
  results: TangibleResult[]
}
export const emptyBoard: Board = {
  notes: [],
  lines: [],
  proposals: [],
  cement: [],
  replies: [],
  reactions: [],
  breakthroughs: [],
  results: [],
}

type Entry = Y.Map<unknown>
const root = (doc: Y.Doc, name: BoardRoot): Y.Map<Entry> => doc.getMap<Entry>(name)

/** What a field reads as while an entry lacks it. */
const absentOf = (field: FieldLayout): unknown => (field.kind === 'value' ? field.absent : field.later && '')

/** An entry as a plain object; an absent field that may be absent reads as the layout says. */
function plain(name: BoardRoot, id: string, entry: Entry): Record<string, unknown> {
  const absent = Object.entries<FieldLayout>(boardLayout[name].fields).flatMap(([key, field]) => {
    const value = absentOf(field)
    return value === undefined ? [] : [[key, value]]
  })
  // A foreign client may leave half a surrogate pair, which has no canonical form and would stop a freeze.
  const values = Object.entries(entry.toJSON()).map(([key, value]) => [
    key,
    typeof value === 'string' ? value.toWellFormed() : value,
  ])
  return { ...Object.fromEntries(absent), id, ...Object.fromEntries(values) }
}

const entrySchemas = {
  notes: noteSchema,
  lines: lineSchema,
  proposals: proposalSchema,
  cement: cementSchema,
  replies: replySchema,
  reactions: reactionSchema,
  breakthroughs: breakthroughSchema,
  results: tangibleResultSchema,
}

type Placed = { order?: number; createdAt: number; id: string }
/** By the order that people gave, or that in which they came where nobody gives one. */
const byOrder = (a: Placed, b: Placed): number =>
  (a.order ?? a.createdAt) - (b.order ?? b.createdAt) || (a.id < b.id ? -1 : 1)

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

export function inOrder<T extends Placed>(entries: T[]): T[] {
  return entries.sort(byOrder)
}

/** The whole board, each list in its order. Entries in the bin are included, with `deletedAt` set. */
export function readBoard(doc: Y.Doc): Board {
  return {
    notes: readEntries(doc, 'notes'),
    lines: readEntries(doc, 'lines'),
    proposals: readEntries(doc, 'proposals'),
    cement: readEntries(doc, 'cement'),
    replies: readEntries(doc, 'replies'),
    reactions: readEntries(doc, 'reactions'),
    breakthroughs: readEntries(doc, 'breakthroughs'),
    results: readEntries(doc, 'results'),
  }
}

/** Makes several changes one: one update, and one step to undo. */
export function asOne<T>(doc: Y.Doc, changes: () => T): T {
  return doc.transact(changes, ownEdit)
}

function add(doc: Y.Doc, name: BoardRoot, id: string, texts: Record<string, string>, values: object): void {
  asOne(doc, () => {
    const entry = new Y.Map<unknown>(Object.entries(values))
    for (const [key, text] of Object.entries(texts)) entry.set(key, new Y.Text(text))
    root(doc, name).set(id, entry)
  })
}

export type NewNote = { bouwsteen: Bouwsteen; order: number; text: string; line?: string | null }

export function addNote(doc: Y.Doc, { id, author, partner, at }: NoteMaking, note: NewNote): void {
  const { bouwsteen, order, line = null } = note
  const values = { bouwsteen, order, line, author, partner, createdAt: at, deletedAt: null }
  add(doc, 'notes', id, { text: note.text }, values)
}

export type NewLine = { title: string; order: number; about?: string; colour?: LineColour }

export function addLine(doc: Y.Doc, { id, author, at }: Making, line: NewLine): void {
  const { title, order, about = '', colour = LINE_COLOUR_DEFAULT } = line
  add(doc, 'lines', id, { title, about }, { colour, order, author, createdAt: at, deletedAt: null })
}

export type NewProposal = { text: string; order: number }

export function addProposal(doc: Y.Doc, { id, author, partner, at }: Making, proposal: NewProposal): void {
  const values = { order: proposal.order, author, partner, createdAt: at, deletedAt: null }
  add(doc, 'proposals', id, { text: proposal.text }, values)
}

export type NewCement = { from: string; to: string; text: string }

/** Draws cement between two notes of two bouwstenen. */
export function addCement(doc: Y.Doc, { id, author, partner, at }: Making, cement: NewCement): void {
  const { from, to, text } = cement
  add(doc, 'cement', id, { text }, { from, to, author, partner, createdAt: at, deletedAt: null })
}

export type NewReply = { note: string; text: string }

export function addReply(doc: Y.Doc, { id, author, partner, at }: Making, reply: NewReply): void {
  add(
    doc,
    'replies',
    id,
    { text: reply.text },
    {
      ...{ note: reply.note, author, partner, createdAt: at },
      deletedAt: null,
    },
  )
}

/** Gives a reaction in one's own name, or takes it back when it stands; one that was taken back is given again. */
export function toggleReaction(
  doc: Y.Doc,
  made: Making,
  reaction: { note: string; kind: ReactionKind },
): void {
  const { note, kind } = reaction
  const own = readEntries(doc, 'reactions').filter(
    each => each.note === note && each.kind === kind && each.author === made.author,
  )
  const standing = own.filter(each => each.deletedAt === null)
  const [former] = own
  asOne(doc, () => {
    for (const { id } of standing) setDeleted(doc, 'reactions', id, made.at)
    if (standing.length > 0) return
    if (former) setDeleted(doc, 'reactions', former.id, null)
    else
      add(
        doc,
        'reactions',
        made.id,
        {},
        { note, kind, author: made.author, createdAt: made.at, deletedAt: null },
      )
  })
}

/** Begins what the breakthrough round asks of a partner; both texts are written afterwards. */
export function addBreakthrough(
  doc: Y.Doc,
  { id, author, partner, at }: Making,
  { of }: { of: string },
): void {
  const values = { of, author, partner, createdAt: at, deletedAt: null }
  add(doc, 'breakthroughs', id, { obstacle: '', contribution: '' }, values)
}

export type NewResult = { order: number; what?: string; when?: string; lead?: string | null }

export function addResult(doc: Y.Doc, { id, author, partner, at }: Making, result: NewResult): void {
  const { order, what = '', when = '', lead = null } = result
  add(doc, 'results', id, { what, when }, { lead, order, author, partner, createdAt: at, deletedAt: null })
}

export function giveLead(doc: Y.Doc, id: string, lead: string | null): void {
  change(doc, 'results', id, { lead })
}

/** Sets fields of an entry in one transaction; unchanged ones are left alone. Does nothing when the entry is gone. */
function change(doc: Y.Doc, name: BoardRoot, id: string, fields: object): void {
  const entry = root(doc, name).get(id)
  if (!entry) return
  asOne(doc, () => {
    for (const [key, value] of Object.entries(fields)) if (entry.get(key) !== value) entry.set(key, value)
  })
}

export function moveNote(doc: Y.Doc, id: string, to: { bouwsteen: Bouwsteen; order: number }): void {
  change(doc, 'notes', id, to)
}

export function putInLine(doc: Y.Doc, id: string, line: string | null): void {
  change(doc, 'notes', id, { line })
}

export function changeLine(doc: Y.Doc, id: string, to: { colour?: LineColour; order?: number }): void {
  change(doc, 'lines', id, to)
}

/** Puts an entry in the bin (`at` in ms) or restores it (null). */
export function setDeleted(doc: Y.Doc, name: BoardRoot, id: string, at: number | null): void {
  change(doc, name, id, { deletedAt: at })
}

/** A shared text of an entry, by default the one that it is known by; null when there is none. */
export function textOf(
  doc: Y.Doc,
  name: TextRoot,
  id: string,
  field: TextField = mainText[name],
): Y.Text | null {
  const text = root(doc, name).get(id)?.get(field)
  return text instanceof Y.Text ? text : null
}

/** Gives a line of before lines had one the text that says what it is about. */
export function openAbout(doc: Y.Doc, id: string): void {
  const line = root(doc, 'lines').get(id)
  if (line && !textOf(doc, 'lines', id, 'about')) asOne(doc, () => line.set('about', new Y.Text()))
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
