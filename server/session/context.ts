import { type Ballot, holds } from '#lib/domain/ballot.ts'
import type { Breakthrough } from '#lib/domain/breakthrough.ts'
import type { DeskNote } from '#lib/domain/desk.ts'
import type { Line } from '#lib/domain/line.ts'
import type { Note } from '#lib/domain/note.ts'
import type { Participant } from '#lib/domain/participant.ts'
import { type Actor, can } from '#lib/domain/permissions.ts'
import type { Proposal } from '#lib/domain/proposal.ts'
import type { BoardContent } from '#lib/domain/snapshot.ts'
import type { Block } from '#lib/domain/statement.ts'
import type { TangibleResult } from '#lib/domain/tangible-result.ts'
import type { RefusalCode } from '#lib/protocol/refusals.ts'
import type {
  DocumentName,
  ServerUpdate,
  SessionRecord,
  SessionTransaction,
  StoredDocument,
} from '#server/store/store.ts'

/** Undoes the transaction that it is thrown in and becomes the refusal with its code. */
export class Refused extends Error {
  readonly code: RefusalCode
  constructor(code: RefusalCode) {
    super(code)
    this.code = code
  }
}

/** An update of the server's own, and the Yjs client id under which it is. */
type Made = { update: Uint8Array; client: number }

/** What the rules need of the documents, given by the composition root: the rules themselves know no Yjs. */
export type Documents = {
  /** Stops writing, runs `work`, and fixes the document under the hash that it gives. */
  freeze(name: DocumentName, work: () => Promise<string>): Promise<string>
  /** Runs `work`, by which a document that was fixed takes writes again; who has it open comes back to it. */
  reopen<T>(name: DocumentName, work: () => Promise<T>): Promise<T>
  /** Runs `work`, in whose transaction the server itself writes in these documents, while nobody else does; then shows what it wrote. */
  write<T extends { written: readonly ServerUpdate[] }>(
    names: readonly DocumentName[],
    work: () => Promise<T>,
  ): Promise<T>
  /** Runs `work`, which empties all documents of the session, while nobody writes in them; then nothing of them is left anywhere. */
  wipe<T>(session: string, work: () => Promise<T>): Promise<T>
  /** Has what is open in the session written anew, so that its logs hold what everybody sees. */
  renew(session: string): Promise<void>
  /** Tells who runs this that so many updates of a document had changed on the disk, and were passed over. */
  damaged(name: DocumentName, updates: number): void
  /** Forgets the desks that the store has cleared, in memory and in the files. */
  clearDesks(session: string): Promise<void>
  readDesk(updates: readonly Uint8Array[]): DeskNote[]
  /** An update that lays notes on the board under a Yjs client id that is not in `taken`. */
  notes(notes: readonly Note[], taken: ReadonlyMap<number, string>): Made
  /** The same of notes on a desk, and of proposals on the board. */
  deskNotes(notes: readonly DeskNote[], taken: ReadonlyMap<number, string>): Made
  proposals(proposals: readonly Proposal[], taken: ReadonlyMap<number, string>): Made
  /** An update of a board with this log, that lays lines with notes of it in them. */
  lines(
    updates: readonly Uint8Array[],
    lines: readonly { line: Line; notes: readonly string[] }[],
    taken: ReadonlyMap<number, string>,
  ): Made
  breakthroughs(all: readonly Breakthrough[], taken: ReadonlyMap<number, string>): Made
  results(all: readonly TangibleResult[], taken: ReadonlyMap<number, string>): Made
  /** Writes in what a partner has begun. */
  definitionText(updates: readonly Uint8Array[], text: string, taken: ReadonlyMap<number, string>): Made
  /** Writes a paragraph under the heading of each section that is there. */
  paragraphs(
    updates: readonly Uint8Array[],
    all: readonly { section: string; text: string }[],
    taken: ReadonlyMap<number, string>,
  ): Made
  /** Begins what a partner writes at moment `at`. */
  definition(at: number, taken: ReadonlyMap<number, string>): Made
  /** What a partner wrote; null when it was not begun. */
  readDefinition(updates: readonly Uint8Array[]): string | null
  /** An update that takes notes off the desk with this log. */
  withoutNotes(updates: readonly Uint8Array[], ids: readonly string[]): Uint8Array
  /** What stands on the board by its log, without what lies in the bin. */
  readBoard(updates: readonly Uint8Array[]): BoardContent
  readStatement(updates: readonly Uint8Array[]): Block[]
  draft(blocks: readonly Block[]): Uint8Array
  /** An update that puts other blocks in the place of all that the statement with this log holds. */
  replaceStatement(
    updates: readonly Uint8Array[],
    blocks: readonly Block[],
    taken: ReadonlyMap<number, string>,
  ): Made
}

/**
 * What a command works with: one transaction, who acts, when (ms), and the documents. `written`: what the server wrote in them. `sealed`:
 * whether something went into a box that nobody's name is on, or was taken out of it. `mails`: whether letters can be mailed.
 */
export type Context = {
  tx: SessionTransaction
  session: SessionRecord
  actor: Participant
  at: number
  documents: Documents
  written: ServerUpdate[]
  sealed: boolean
  mails: boolean
  /** Most people in the session. */
  peopleMax: number
}

/** `held`: as in `Actor`. */
export const actorOf = ({ id, role, partner, mayOrder }: Participant, held = false): Actor => ({
  id,
  role,
  partner,
  mayOrder,
  held,
})

/** Refuses everybody but the facilitator. */
export function mustLead({ actor, session }: Context): void {
  const refusal = can(actorOf(actor), { type: 'lead' }, session.phase)
  if (refusal) throw new Refused(refusal)
}

/** A document's log, to its end. What the disk has changed of it is passed over, and told to who runs this. */
export async function readLog(
  { tx, session, documents }: Pick<Context, 'tx' | 'session' | 'documents'>,
  document: DocumentName['document'],
): Promise<StoredDocument> {
  const stored = await tx.readDocument(document)
  if (stored.damaged > 0) documents.damaged({ session: session.id, document }, stored.damaged)
  return stored
}

/** A ballot whose texts are still those that were fixed: their hashes are taken again. */
export async function ballotOf({ tx }: Context, id: string): Promise<Ballot> {
  const ballot = (await tx.ballots()).find(each => each.id === id)
  if (!ballot) throw new Refused('unknown-ballot')
  if (!holds(ballot)) throw new Refused('texts-changed')
  return ballot
}
