import type * as Y from 'yjs'
import {
  addBreakthrough,
  addCement,
  addLine,
  addNote,
  addProposal,
  addReply,
  addResult,
  asOne,
  changeLine,
  giveLead,
  type Making,
  moveNote,
  type NewCement,
  type NewLine,
  type NewNote,
  type NewProposal,
  type NewReply,
  type NewResult,
  openAbout,
  putInLine,
  readBoard,
  setDeleted,
  toggleReaction,
} from '#lib/documents/board.ts'
import type { BoardRoot } from '#lib/documents/layout.ts'
import type { Bouwsteen } from '#lib/domain/bouwsteen.ts'
import type { Pen } from '#lib/domain/hosting.ts'
import type { LineColour } from '#lib/domain/line.ts'
import type { Note } from '#lib/domain/note.ts'
import type { Participant } from '#lib/domain/participant.ts'
import { type Actor, can } from '#lib/domain/permissions.ts'
import type { Phase } from '#lib/domain/phase.ts'
import type { ReactionKind } from '#lib/domain/reaction.ts'
import { newId } from './new-id.ts'
import { serverNow } from './server-clock.ts'

type PennedNote = NewNote & { by?: Pen | null }
type Place = { bouwsteen: Bouwsteen; order: number }
type Ids = string | readonly string[]

/**
 * What one person can do to the board. Each call is one update and one step to undo, also for many entries at once; adding gives
 * the new ids. Texts are edited through `useSharedText`. Asks no permission: `useCan` tells beforehand, the server in the end.
 */
export type BoardActions = {
  /** `by`: in whose name, when not in one's own. */
  addNote: (note: PennedNote) => string
  /** Several notes, such as the lines of a pasted text. */
  addNotes: (notes: readonly PennedNote[]) => string[]
  /** Copies of notes, each right behind its own; in the same line for who may order. */
  duplicateNotes: (ids: readonly string[]) => string[]
  moveNote: (id: string, to: Place) => void
  moveNotes: (moves: readonly ({ id: string } & Place)[]) => void
  putInLine: (ids: Ids, line: string | null) => void
  addLine: (line: NewLine) => string
  /** A new line with these notes in it. */
  addLineWith: (line: NewLine, notes: readonly string[]) => string
  changeLine: (id: string, to: { colour?: LineColour; order?: number }) => void
  /** Makes sure that a line has its `about` text, which old ones lack; call it before the field for it is typed in. */
  openAbout: (line: string) => void
  addProposal: (proposal: NewProposal) => string
  addCement: (cement: NewCement) => string
  addReply: (reply: NewReply) => string
  toggleReaction: (note: string, kind: ReactionKind) => void
  /** Begins what the breakthrough round asks of a partner. */
  addBreakthrough: (entry: { of: string }) => string
  addResult: (result: NewResult) => string
  /** Which partner leads a result; null: nobody. */
  giveLead: (result: string, partner: string | null) => void
  bin: (root: BoardRoot, ids: Ids) => void
  restore: (root: BoardRoot, ids: Ids) => void
}

const all = (ids: Ids): readonly string[] => (typeof ids === 'string' ? [ids] : ids)

export function boardActions(
  doc: Y.Doc,
  me: Participant & Pick<Actor, 'rights'>,
  phase: Phase,
): BoardActions {
  const making = (): Making => ({ id: newId(), author: me.id, partner: me.partner, at: serverNow() })
  const adding = <T>(add: (doc: Y.Doc, made: Making, entry: T) => void) => {
    return (entry: T) => {
      const made = making()
      add(doc, made, entry)
      return made.id
    }
  }
  const one = <T>(changes: () => T): T => asOne(doc, changes)
  const newNote = ({ by, ...note }: PennedNote): string => {
    const made = { ...making(), ...by }
    addNote(doc, made, note)
    return made.id
  }
  const newLine = adding(addLine)
  const put = (ids: Ids, line: string | null) =>
    one(() => {
      for (const id of all(ids)) putInLine(doc, id, line)
    })
  const setAll = (root: BoardRoot, ids: Ids, at: number | null) =>
    one(() => {
      for (const id of all(ids)) setDeleted(doc, root, id, at)
    })
  return {
    addNote: newNote,
    addNotes: notes => one(() => notes.map(newNote)),
    duplicateNotes: ids => {
      const inLine = can(me, { type: 'orderLines' }, phase) === null
      const copies = copiesOf(readBoard(doc).notes, new Set(ids))
      return one(() => copies.map(copy => newNote(inLine ? copy : { ...copy, line: null })))
    },
    moveNote: (id, to) => moveNote(doc, id, to),
    moveNotes: moves =>
      one(() => {
        for (const { id, bouwsteen, order } of moves) moveNote(doc, id, { bouwsteen, order })
      }),
    putInLine: put,
    addLine: newLine,
    addLineWith: (line, notes) =>
      one(() => {
        const id = newLine(line)
        put(notes, id)
        return id
      }),
    changeLine: (id, to) => changeLine(doc, id, to),
    openAbout: line => openAbout(doc, line),
    addProposal: adding(addProposal),
    addCement: adding(addCement),
    addReply: adding(addReply),
    addBreakthrough: adding(addBreakthrough),
    addResult: adding(addResult),
    giveLead: (result, partner) => giveLead(doc, result, partner),
    toggleReaction: (note, kind) => toggleReaction(doc, making(), { note, kind }),
    bin: (root, ids) => setAll(root, ids, serverNow()),
    restore: (root, ids) => setAll(root, ids, null),
  }
}

/** Copies of the chosen notes, each between its original and what lies behind that on its bouwsteen. */
function copiesOf(notes: readonly Note[], chosen: ReadonlySet<string>): NewNote[] {
  return notes.flatMap(({ id, bouwsteen, order, text, line }, index) => {
    if (!chosen.has(id)) return []
    const behind = notes
      .slice(index + 1)
      .find(note => note.bouwsteen === bouwsteen && note.deletedAt === null && note.order > order)
    return [{ bouwsteen, text, line, order: behind ? (order + behind.order) / 2 : order + 1 }]
  })
}
