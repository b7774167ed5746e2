import type { Archive } from '#lib/domain/archive.ts'
import type { Ballot, Vote } from '#lib/domain/ballot.ts'
import type { BallotBox } from '#lib/domain/ballot-box.ts'
import type { CountedHands } from '#lib/domain/ballot-hands.ts'
import type { BallotResult } from '#lib/domain/ballot-result.ts'
import type { Check, NamedAnswer } from '#lib/domain/check.ts'
import type { CheckHands } from '#lib/domain/check-hands.ts'
import type { CheckBox } from '#lib/domain/check-tally.ts'
import type { Comment } from '#lib/domain/comment.ts'
import type { Consent } from '#lib/domain/consent.ts'
import type { DraftVersion } from '#lib/domain/draft.ts'
import type { FormerEdition } from '#lib/domain/edition.ts'
import type { HandedText } from '#lib/domain/handed-text.ts'
import type { Intent } from '#lib/domain/intent.ts'
import type { Participant } from '#lib/domain/participant.ts'
import type { Partner } from '#lib/domain/partner.ts'
import type { Programme } from '#lib/domain/programme.ts'
import type { RoomState } from '#lib/domain/room-state.ts'
import type { Session } from '#lib/domain/session.ts'
import type { Signatory } from '#lib/domain/signatory.ts'
import type { Signature } from '#lib/domain/signature.ts'
import type { Snapshot } from '#lib/domain/snapshot.ts'
import type {
  DocumentName,
  Glance,
  LogEntry,
  Replaced,
  ServerUpdate,
  StoredDocument,
  Tail,
} from './document-log.ts'

export * from './document-log.ts'

/** One version of the statement as it was fixed; `frozenAt` in ms. */
export type FixedVersion = { hash: string; version: number; frozenAt: number }

/** The session's row with what only the server may know. Secrets are kept as SHA-256 (hex). */
export type SessionRecord = Session & {
  code: string
  secretHash: string
  /** Whom the facilitator's link opens as. */
  lead: string
  /** The code of who only looks on. */
  watchCode: string
  /** How often desks were opened. */
  deskRounds: number
  definition: { ballot: string; proposal: string; text: string } | null
  board: { hash: string; frozenAt: number } | null
  statement: FixedVersion | null
  /** The version that was opened again and is written on; null when none is. */
  reopened: FixedVersion | null
}
export type AuditEvent = {
  at: number
  actor: string
  type: string
  detail: Record<string, string | number | boolean | null>
}
/** A PDF that went out: of which statement (its hash), under which address of ours, with how many signatures and events told in it. */
export type Printed = {
  address: string
  statement: string
  signatures: number
  events: number
  file: Uint8Array
}
export type AuditRecord = AuditEvent & { sequence: number; hash: string }

/** Reading and writing one session's records inside one transaction. Everything is undone when the work throws. */
export interface SessionTransaction {
  session(): Promise<SessionRecord | null>
  /** How often something of the session was changed. */
  epoch(): Promise<number>
  partners(): Promise<Partner[]>
  participants(): Promise<Participant[]>
  ballots(): Promise<Ballot[]>
  /** Votes that were cast in a name, by whose they are. */
  votes(ballot: string): Promise<Vote[]>
  /** Hands that were counted, by partner. */
  hands(ballot: string): Promise<CountedHands[]>
  /** Votes in an anonymous ballot. */
  ballotBox(ballot: string): Promise<BallotBox>
  /** Who has voted in an anonymous ballot, by id. */
  ballotVoted(ballot: string): Promise<string[]>
  /** In the order in which they were first saved. */
  checks(): Promise<Check[]>
  /** Answers that were given in a name, by whose they are. */
  checkAnswers(check: string): Promise<NamedAnswer[]>
  /** Answers to an anonymous check. */
  checkBox(check: string): Promise<CheckBox>
  /** Who has answered an anonymous check, by id. */
  checkAnswered(check: string): Promise<string[]>
  /** Answers of people without a device that were counted, by partner. */
  checkHands(check: string): Promise<CheckHands[]>
  signatories(): Promise<Signatory[]>
  consents(): Promise<Consent[]>
  /** In the order in which they came, and how often one was made or changed. */
  comments(): Promise<Comment[]>
  commentChanges(): Promise<number>
  /** The versions of the draft that were kept, in the order in which they were. */
  drafts(): Promise<DraftVersion[]>
  /** What partners mean to do, in the order of their ids. */
  intents(): Promise<Intent[]>
  /** All that was declared about any version of the statement, in the order in which it came. */
  signatures(): Promise<Signature[]>
  /** Null when the session was made before there were programmes, and nobody made one since. */
  programme(): Promise<Programme | null>
  /** What goes on in the room; an empty one when nothing was kept of it. */
  room(): Promise<RoomState>
  snapshot(hash: string): Promise<Snapshot | null>
  audit(): Promise<AuditRecord[]>
  /** In the order in which they were given. */
  handedTexts(): Promise<HandedText[]>
  /** The edition before this session, null when it is the first, and the session that is the one after it. */
  editions(): Promise<{
    former: Pick<FormerEdition, 'session' | 'number' | 'hash'> | null
    next: string | null
  }>
  /** All that this session keeps of the edition before it. */
  formerEdition(): Promise<FormerEdition | null>
  /** What a session is that was brought back from its file, with the outcome of each vote; null of every other. */
  archive(): Promise<(Archive & { outcomes: Record<string, BallotResult> }) | null>
  /** The file that it was brought back from, as it came. */
  archiveFile(): Promise<string | null>
  /** The PDF of the statement that went out last under this address. */
  printed(address: string): Promise<Printed | null>
  /** The answer that this idempotency key of this actor was given before. */
  answered(actor: string, key: string): Promise<string | null>

  updateSession(
    change: Partial<
      Pick<
        SessionRecord,
        | 'phase'
        | 'desks'
        | 'deskRounds'
        | 'definition'
        | 'board'
        | 'statement'
        | 'reopened'
        | 'secretHash'
        | 'lead'
      >
    >,
  ): Promise<void>
  addParticipant(participant: Participant): Promise<void>
  updateParticipant(
    id: string,
    change: Partial<Pick<Participant, 'name' | 'mayOrder' | 'removed' | 'waiting' | 'role'>>,
  ): Promise<void>
  saveBallot(ballot: Ballot): Promise<void>
  /** One vote per voter and ballot: a later one takes the place of the former. */
  saveVote(ballot: string, vote: Vote): Promise<void>
  /** The hands of one partner, or of who speak for themselves (null), in the place of what was counted before; null: none. */
  saveHands(ballot: string, partner: string | null, hands: CountedHands | null): Promise<void>
  /** One box per ballot, kept as a whole: where things lie in the file tells nothing of when they came. */
  saveBallotBox(ballot: string, box: BallotBox): Promise<void>
  /** False, and nothing changed, when this person has voted already. */
  markVoted(ballot: string, participant: string): Promise<boolean>
  saveCheck(check: Check): Promise<void>
  /** One answer per answerer and check: a later one takes the place of the former. */
  saveCheckAnswer(check: string, answer: NamedAnswer): Promise<void>
  dropCheckAnswer(check: string, answerer: string): Promise<void>
  /** What was counted of one partner, or of nobody's (null), in the place of what was counted before; null: nothing. */
  saveCheckHands(check: string, partner: string | null, hands: CheckHands | null): Promise<void>
  /** One box per check, kept as a whole: where things lie in the file tells nothing of when they came. */
  saveCheckBox(check: string, box: CheckBox): Promise<void>
  /** False, and nothing changed, when this person has answered already. */
  markCheckAnswered(check: string, participant: string): Promise<boolean>
  /** One answer per section and partner: a later one takes the place of the former. */
  saveConsent(consent: Consent): Promise<void>
  /** Keeps that there is such a version, for good; its text is a snapshot under the same hash. */
  addDraft(version: DraftVersion): Promise<void>
  saveComment(comment: Comment): Promise<void>
  saveProgramme(programme: Programme): Promise<void>
  saveRoom(room: RoomState): Promise<void>
  addSignatory(
    signatory: Pick<Signatory, 'id' | 'partner' | 'token'> & { named?: Signatory['named'] },
  ): Promise<void>
  /** Puts this in the place of what was kept under its id. */
  saveSignatory(signatory: Signatory): Promise<void>
  removeSignatory(id: string): Promise<void>
  /** Keeps in mind that this link was given and holds no more. */
  retireLink(token: string): Promise<void>
  /** The day to sign by (YYYY-MM-DD). */
  signBy(): Promise<string | null>
  saveSignBy(date: string | null): Promise<void>
  /** One word a partner: a later one takes the place of the former. */
  saveIntent(intent: Intent): Promise<void>
  /** At moment `at`, behind the first `after` signatures. False, and nothing changed, when others came meanwhile. */
  addSignature(signature: Signature, place: { after: number; at: number }): Promise<boolean>
  /** The same person's text with the same id is kept as it was. */
  addHandedText(text: HandedText): Promise<void>
  /** False when there is no such text. `handledAt` null: it waits again. */
  markHandedText(
    text: Pick<HandedText, 'participant' | 'id'>,
    handledAt: HandedText['handledAt'],
  ): Promise<boolean>
  /** Takes away all that this person handed over. */
  dropHandedTexts(participant: string): Promise<void>
  saveSnapshot(snapshot: Snapshot): Promise<void>
  /** Once, and of a session that is kept so by no other. */
  saveFormerEdition(former: FormerEdition): Promise<void>
  /** Once for a session. */
  saveArchive(archive: Archive & { outcomes: Record<string, BallotResult> }, file: string): Promise<void>
  /** In the place of what was kept under its address: of another statement, or with fewer signatures in it; else nothing changes. */
  savePrinted(printed: Printed): Promise<void>
  /** Makes another session, in this same transaction, and gives its records. */
  createSession: (...made: Parameters<Store['createSession']>) => Promise<SessionTransaction>
  /** Another session's records, in this same transaction. */
  beside(session: string): SessionTransaction
  /** `hash` is given the last event's hash, '' when there is none. */
  appendAudit(event: AuditEvent, hash: (former: string, event: AuditEvent) => string): Promise<void>
  remember(actor: string, key: string, answer: string): Promise<void>
  /** All updates of a document in their order, as for a freeze. */
  readDocument(document: DocumentName['document']): Promise<StoredDocument>
  /** Marks the document as fixed under this snapshot's hash: later appends to it fail. Throws DocumentFrozen when it was fixed before. */
  closeDocument(document: DocumentName['document'], hash: string): Promise<void>
  /** Has a document that was fixed take updates again. */
  reopenDocument(document: DocumentName['document']): Promise<void>
  /** Lays the first update of a document that the server itself composed. Throws when the document holds something. */
  startDocument(document: DocumentName['document'], update: Uint8Array): Promise<void>
  /** Appends an update of the server's own; `clients` are the server's from now on. */
  appendAsServer(
    document: DocumentName['document'],
    update: Uint8Array,
    clients: readonly number[],
  ): Promise<ServerUpdate>
  /** The desks on which something was ever written, in the order of their names. */
  desks(): Promise<DocumentName['document'][]>
  /** How many partners have written something of their own before the first day. */
  prepared(): Promise<number>
  /** Deletes every desk with all that tells of it. */
  clearDesks(): Promise<void>
  /**
   * Deletes all that people made, and who was made up; keeps partners, people, the programme and the audit trail. The documents
   * begin anew, and the Yjs client ids that were used in them belong to `WIPED`.
   */
  wipeContent(): Promise<void>
}

/** Nothing can be kept just now: the disk is full or broken, or another process holds the database. Trying again later may help. */
export class StoreUnavailable extends Error {}

/** What a session says itself of how long it is kept. `chosen`: the last day (UTC), by who leads; null: as long as is usual. */
export type Retention = { session: string; createdAt: number; dates: string[]; chosen: string | null }

/** How many sessions are kept, and in how many bytes; `most`: how many bytes there may be, null where that is not bounded. */
export type Usage = { sessions: number; bytes: number; most: number | null }

/**
 * Everything that must survive. Adapters keep SQL to themselves; every promise resolves after the data is durable, as docs/decisions/0005
 * says of commands and of updates, and rejects with StoreUnavailable when nothing can be kept.
 */
export interface Store {
  createSession(
    record: SessionRecord,
    partners: readonly Partner[],
    facilitator: Participant,
    programme?: Programme,
  ): Promise<void>
  /** By the code of who takes part, or of who only looks on. */
  sessionIdByCode(code: string): Promise<string | null>
  /** At which place one signs by it. `retired`: it holds no more, and of its place nothing is said. */
  sessionIdBySignToken(token: string): Promise<{ session: string; place: string; retired: boolean } | null>
  snapshotAnywhere(hash: string): Promise<{ session: string; snapshot: Snapshot } | null>
  /**
   * Runs `work` alone: transactions of one session never interleave, in whatever process. Commits when it resolves. `work` may not wait for
   * the store itself, only for `tx`: the store's turn is taken, and the transaction is undone when it lasts too long. What `tx` rejects with
   * ends the work too: a database may have given up the transaction then.
   */
  transaction<T>(session: string, work: (tx: SessionTransaction) => Promise<T>): Promise<T>
  /** For who has it open from now on: updates that the disk has changed are kept aside. */
  loadDocument(name: DocumentName): Promise<StoredDocument>
  /**
   * Appends all entries in one durable transaction and gives their places in their documents' logs. `clients` are those that
   * the document didn't have. Throws, and keeps none, DocumentFrozen when a document of them is closed, and Outdated when one was judged by
   * what holds no more, or brings what is another's. A desk begins with its first update, while the session has desks of its round. What is
   * appended to one document at once lies in one run, behind all that others appended. `asked`: since when (performance.now()) they are to be
   * kept, when that isn't now: what somebody else held all that time is not waited for once more.
   */
  appendUpdates(entries: readonly LogEntry[], asked?: number): Promise<number[]>
  /** What came in a log behind a place. Rejects when the disk has changed something of it. */
  readSince(name: DocumentName, place: number): Promise<Tail>
  /** How sessions stand; one that there is not is left out. */
  glance(sessions: readonly string[]): Promise<Map<string, Glance>>
  /** Puts one state in the place of a part of the log. Throws LogDiffers, and changes nothing, when more lies there, or of another life. */
  compactDocument(name: DocumentName, state: Uint8Array, replaced: Replaced): Promise<void>
  /** Keeps something and forgets it; rejects when nothing can be kept now. */
  probe(): Promise<void>
  usage(): Promise<Usage>
  /** Of every session. */
  retentions(): Promise<Retention[]>
  /** Takes a session away with all that is kept of it; another edition keeps what it has of it. Nothing to do when there is none. */
  eraseSession(session: string): Promise<void>
  /** A value of the whole installation (keys, certificate), made once by `make` when absent. */
  installation(name: string, make: () => Promise<string>): Promise<string>
  /** Puts what `change` makes of such a value in its place, and gives it; null, and nothing changed, where there is none. */
  changeInstallation(name: string, change: (value: string) => string): Promise<string | null>
  /** Leaves nothing of what was deleted in the files either. Resolves when that is so. */
  scrub(): Promise<void>
  close(): Promise<void>
}
