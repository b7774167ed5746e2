import * as Y from 'yjs'
import {
  addBreakthrough,
  addLine,
  addNote,
  addProposal,
  addResult,
  putInLine,
  readBoard,
  textOf,
} from '#lib/documents/board.ts'
import { addDeskNote, readDesk, removeDeskNotes } from '#lib/documents/desk.ts'
import { beginDefinition, DEFINITION, readDefinition } from '#lib/documents/preparation.ts'
import {
  readStatementBody,
  replaceStatementBody,
  statementUpdate,
  writeUnder,
} from '#lib/documents/statement.ts'
import type { Breakthrough } from '#lib/domain/breakthrough.ts'
import type { DeskNote } from '#lib/domain/desk.ts'
import type { Line } from '#lib/domain/line.ts'
import type { Note } from '#lib/domain/note.ts'
import type { Proposal } from '#lib/domain/proposal.ts'
import { standingReactions } from '#lib/domain/reaction.ts'
import type { BoardContent } from '#lib/domain/snapshot.ts'
import type { Block } from '#lib/domain/statement.ts'
import type { TangibleResult } from '#lib/domain/tangible-result.ts'
import { SERVER } from '#server/store/store.ts'

function from<T>(updates: readonly Uint8Array[], read: (doc: Y.Doc) => T): T {
  const doc = new Y.Doc()
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, update)
  })
  const result = read(doc)
  doc.destroy()
  return result
}

/** All that is on a board with this log, what lies in the bin too. */
export const wholeBoardOf = (updates: readonly Uint8Array[]): BoardContent => from(updates, readBoard)

/** What stands on a board with this log: without what lies in the bin, nor ties to lines and notes that lie there. */
export function boardOf(updates: readonly Uint8Array[]): BoardContent {
  const board = from(updates, readBoard)
  const stands = ({ deletedAt }: { deletedAt: number | null }) => deletedAt === null
  const lines = board.lines.filter(stands)
  const notes = board.notes.filter(stands)
  const knownLines = new Set(lines.map(({ id }) => id))
  const knownNotes = new Set(notes.map(({ id }) => id))
  const onNote = ({ note }: { note: string }) => knownNotes.has(note)
  return {
    notes: notes.map(note =>
      note.line === null || knownLines.has(note.line) ? note : { ...note, line: null },
    ),
    lines,
    proposals: board.proposals.filter(stands),
    cement: board.cement.filter(each => stands(each) && knownNotes.has(each.from) && knownNotes.has(each.to)),
    replies: board.replies.filter(each => stands(each) && onNote(each)),
    reactions: standingReactions(board.reactions).filter(onNote),
    breakthroughs: board.breakthroughs.filter(stands),
    results: board.results.filter(stands),
  }
}

type Taken = ReadonlyMap<number, string>

export const statementOf = (updates: readonly Uint8Array[]): Block[] => from(updates, readStatementBody)

/** Puts other blocks in the place of all that the statement with this log holds, under a Yjs client id that nobody had there. */
export function replacementOf(
  updates: readonly Uint8Array[],
  blocks: readonly Block[],
  taken: Taken,
): { update: Uint8Array; client: number } {
  return from(updates, doc => {
    while (taken.has(doc.clientID)) doc.clientID = new Y.Doc().clientID
    const before = Y.encodeStateVector(doc)
    replaceStatementBody(doc, blocks)
    return { update: Y.encodeStateAsUpdate(doc, before), client: doc.clientID }
  })
}

export const deskNotesOf = (updates: readonly Uint8Array[]): DeskNote[] => from(updates, readDesk)

/**
 * An update of what `write` makes, all under one Yjs client id, which nobody had there: the structs tell no more than that the server
 * wrote them. They build on nothing, so the update fits any state of the document.
 */
function made(taken: Taken, write: (doc: Y.Doc) => void): { update: Uint8Array; client: number } {
  let doc = new Y.Doc()
  while (taken.has(doc.clientID)) doc = new Y.Doc()
  doc.transact(() => write(doc))
  const update = { update: Y.encodeStateAsUpdate(doc), client: doc.clientID }
  doc.destroy()
  return update
}

type By<A> = { id: string; author: A; createdAt: number }
const makingOf = <A>({ id, author, createdAt: at }: By<A>) => ({ id, author, at })

/** Lays these notes on a board. */
export const notesUpdate = (notes: readonly Note[], taken: Taken) =>
  made(taken, doc => {
    for (const note of notes) addNote(doc, { ...makingOf(note), partner: note.partner }, note)
  })

/** Lays these notes on a desk. */
export const deskNotesUpdate = (notes: readonly DeskNote[], taken: Taken) =>
  made(taken, doc => {
    for (const note of notes) addDeskNote(doc, makingOf(note), note)
  })

/** Puts these proposals on a board. */
export const proposalsUpdate = (proposals: readonly Proposal[], taken: Taken) =>
  made(taken, doc => {
    for (const each of proposals) addProposal(doc, { ...makingOf(each), partner: each.partner }, each)
  })

export const breakthroughsUpdate = (all: readonly Breakthrough[], taken: Taken) =>
  made(taken, doc => {
    for (const each of all) {
      const { of, obstacle, contribution, partner } = each
      addBreakthrough(doc, { ...makingOf(each), partner }, { of })
      for (const [field, text] of Object.entries({ obstacle, contribution }))
        textOf(doc, 'breakthroughs', each.id, field as 'obstacle')?.insert(0, text)
    }
  })

export const resultsUpdate = (all: readonly TangibleResult[], taken: Taken) =>
  made(taken, doc => {
    for (const each of all) addResult(doc, { ...makingOf(each), partner: each.partner }, each)
  })

/** An update of what `write` changes in a document with this log, under a Yjs client id that nobody had there. */
function changed(
  updates: readonly Uint8Array[],
  taken: Taken,
  write: (doc: Y.Doc) => void,
): { update: Uint8Array; client: number } {
  return from(updates, doc => {
    do doc.clientID = new Y.Doc().clientID
    while (taken.has(doc.clientID))
    const before = Y.encodeStateVector(doc)
    doc.transact(() => write(doc))
    return { update: Y.encodeStateAsUpdate(doc, before), client: doc.clientID }
  })
}

/** Lays lines, and notes that are there in them. */
export const linesUpdate = (
  updates: readonly Uint8Array[],
  lines: readonly { line: Line; notes: readonly string[] }[],
  taken: Taken,
) =>
  changed(updates, taken, doc => {
    for (const { line, notes } of lines) {
      addLine(doc, { ...makingOf(line), partner: null }, line)
      for (const note of notes) putInLine(doc, note, line.id)
    }
  })

/** Writes in what a partner has begun. */
export const definitionTextUpdate = (updates: readonly Uint8Array[], text: string, taken: Taken) =>
  changed(updates, taken, doc => textOf(doc, 'proposals', DEFINITION)?.insert(0, text))

/** Writes paragraphs, each under the heading of its section. */
export const paragraphsUpdate = (
  updates: readonly Uint8Array[],
  all: readonly { section: string; text: string }[],
  taken: Taken,
) =>
  changed(updates, taken, doc => {
    for (const { section, text } of all) writeUnder(doc, section, text)
  })

/** Begins what a partner writes before the first day. */
export const definitionUpdate = (at: number, taken: Taken) =>
  made(taken, doc => beginDefinition(doc, SERVER, at))

export const definitionOf = (updates: readonly Uint8Array[]): string | null => from(updates, readDefinition)

/** An update that takes notes off the desk with this log. */
export function removalUpdate(updates: readonly Uint8Array[], ids: readonly string[]): Uint8Array {
  return from(updates, doc => {
    const before = Y.encodeStateVector(doc)
    removeDeskNotes(doc, ids)
    return Y.encodeStateAsUpdate(doc, before)
  })
}

/** What the session's rules are given of the documents' contents. */
export const contents = {
  readBoard: boardOf,
  wholeBoard: wholeBoardOf,
  readStatement: statementOf,
  readDesk: deskNotesOf,
  draft: statementUpdate,
  replaceStatement: replacementOf,
  notes: notesUpdate,
  deskNotes: deskNotesUpdate,
  proposals: proposalsUpdate,
  breakthroughs: breakthroughsUpdate,
  results: resultsUpdate,
  lines: linesUpdate,
  definition: definitionUpdate,
  definitionText: definitionTextUpdate,
  paragraphs: paragraphsUpdate,
  readDefinition: definitionOf,
  withoutNotes: removalUpdate,
}
