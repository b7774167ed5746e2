import type { Appeal } from '#lib/domain/appeal.ts'
import type { Archive } from '#lib/domain/archive.ts'
import type { Ballot, Cast, Choice } from '#lib/domain/ballot.ts'
import type { CountedHands } from '#lib/domain/ballot-hands.ts'
import type { Entitled, Outcome } from '#lib/domain/ballot-rules.ts'
import type { CheckKind } from '#lib/domain/check.ts'
import type { Clock } from '#lib/domain/clock.ts'
import type { Consent } from '#lib/domain/consent.ts'
import type { DraftVersion } from '#lib/domain/draft.ts'
import type { HandedText } from '#lib/domain/handed-text.ts'
import type { Hosted } from '#lib/domain/hosting.ts'
import type { Intent } from '#lib/domain/intent.ts'
import type { Gathered } from '#lib/domain/leading.ts'
import type { Meeting } from '#lib/domain/meeting.ts'
import type { Participant } from '#lib/domain/participant.ts'
import type { Partner } from '#lib/domain/partner.ts'
import type { Missing, Preparation } from '#lib/domain/preparation.ts'
import type { Programme, Step } from '#lib/domain/programme.ts'
import type { Session } from '#lib/domain/session.ts'
import type { Letter, Named } from '#lib/domain/signatory.ts'
import type { SeatedTables } from '#lib/domain/tables.ts'
import type { Tally } from '#lib/domain/tally.ts'
import type { CheckView } from './check-view.ts'

/** A ballot as one person may see it: one's own choice, how many voted, and what was chosen only after the reveal. */
export type BallotView = Omit<Ballot, 'entitled'> & {
  /** One's own vote, or one's partner's; null in an anonymous ballot. */
  myChoice: Choice | null
  /** Who cast that vote, and each change, the latest last. */
  myTrail: readonly Cast[]
  /** Whether there is a vote of oneself, or of one's partner. */
  voted: boolean
  /** The votes that one cast standing in for others, and those of who is ticked on one's device. */
  stood: readonly { voter: string; choice: Choice; trail: readonly Cast[] }[]
  /** Hands that were counted: those of one's own partner, and all for the facilitator. */
  hands: readonly CountedHands[]
  /** How many votes are in: people, and partners among them. Says nothing of what they chose. */
  turnout: { voters: number; partners: number }
  /** How many may vote; as it was at the close, once it is closed. */
  entitled: Entitled
  /** How many votes are in of each partner (null: of who speak for themselves), in their order; for the facilitator alone. */
  votesOf: readonly { partner: string | null; votes: number }[] | null
  /** Null before the reveal, and of an anonymous ballot in which too few voted. */
  tally: Tally | null
  /** What came of quorum and threshold; null when `tally` is. */
  outcome: Outcome | null
}

/** Where somebody signs for a partner: there may be several, who sign together. */
export type SignatoryView = {
  id: string
  partner: string
  state: 'open' | 'signed' | 'declined' | 'withdrawn'
  name: string | null
  function: string | null
  reason: string | null
  at: number | null
  /** The personal signing link's path, whom the partner has sign there, what they were sent and when they opened it; for the facilitator alone. */
  link: string | null
  named: Named | null
  letters: readonly Letter[]
  openedAt: number | null
}

/** Where the programme stands, for everybody: the present step without the facilitator's notes, and what comes after it. */
export type StepView = {
  step: Omit<Step, 'notes' | 'skipped'>
  since: number
  /** The how-manieth step it is, and of how many, those passed over not counted. */
  place: number
  of: number
  next: string | null
}

/** What one actor may see of the session: pushed over the socket (frame `view`) and given by GET /api/sessions/:session/view. */
export type SessionView = {
  protocol: number
  /** The server's clock when this was made, in ms since 1970: devices may have a wrong one. */
  now: number
  session: Session
  me: Participant
  partners: Partner[]
  /** Who is or was in the session; who waits to be let in, or was turned away at the door, is not. */
  roster: Participant[]
  /** Whether who comes in waits, who does, and who was not let in; for who leads alone. */
  lobby: { on: boolean; waiting: Participant[]; turnedAway: Participant[] } | null
  /** The last day (UTC) that the session is kept, after which all of it is deleted; `chosen`: by who leads, and not the usual one. */
  kept: { lastDay: string; chosen: boolean }
  /** Whom the facilitator's link opens as; for who leads alone. */
  lead: string | null
  /** Who has the board or the statement open, by id, as of when the view was made; for the facilitator alone. */
  here: string[] | null
  step: StepView | null
  clock: Clock | null
  /** Whether everybody's writing is held but that of who leads. */
  held: boolean
  /** Where everybody is called to; null: nowhere. */
  gathered: Gathered | null
  /** The note that all are shown, as long as it lies on the board. */
  spotlight: string | null
  /** How many are done with the present step, and one's own signals. `hands`, in their order, for the facilitator alone. */
  signals: {
    ready: { people: number; partners: number }
    mine: { ready: boolean; hand: boolean }
    hands: readonly string[] | null
    /** Of those who are ticked on one's device. */
    theirs: Readonly<Record<string, { ready: boolean; hand: boolean }>>
  }
  /**
   * What partners write before the first day: whether they do now, and what was laid side by side. `written`, how many have written
   * something, as of when the view was made, for the facilitator alone. Null as long as nobody was asked.
   */
  preparation: (Preparation & { written: number | null }) | null
  /** Who is missing at the table: all for who leads, and for everybody in a step that is about people; else what one named oneself. */
  missing: readonly Missing[]
  /** When and where the network meets again; null: nothing is agreed. */
  meeting: Meeting | null
  /** The tables, and where each sits in every round; null when there are none. A table's `call` is there for who sits at it now, and who leads. People sit at them while the present step says so, or there is none. */
  tables: SeatedTables | null
  /** Who has no device of their own, each with whose device writes for them, or null. */
  hosted: Hosted
  /** What is asked of notes in no line: all of it for who may order, one's own for the others. */
  appeals: readonly Appeal[]
  /** All steps, for the facilitator alone. */
  programme: Pick<Programme, 'steps' | 'version'> | null
  ballots: BallotView[]
  /** In the order in which they were opened. */
  checks: CheckView[]
  /** The checks that the method uses in the present step; for the facilitator alone. */
  suggested: CheckKind[] | null
  /**
   * How many people wrote something on their desk, once there are `WRITERS_TOLD_FROM` of them; for the facilitator alone. As of when
   * the view was made: nobody is told the moment at which somebody begins.
   */
  deskWriters: number | null
  /** The chosen definition of the opgave. */
  definition: { ballot: string; proposal: string; text: string } | null
  board: { hash: string; frozenAt: number } | null
  statement: { hash: string; version: number; frozenAt: number } | null
  /** The version that was opened again and is written on: the document is no longer fixed under its hash. Null when none is. */
  reopened: { hash: string; version: number; frozenAt: number } | null
  /** What partners answered to the sections of the statement while it was written. */
  consents: Consent[]
  /** How often a comment on its draft was made or changed: for when to ask for them. */
  comments: number
  /** The versions of its draft that were kept, the oldest first. */
  drafts: DraftVersion[]
  /** What partners mean to do, as somebody of theirs said in the room. */
  intents: readonly Intent[]
  signatories: SignatoryView[]
  /** The day that partners are asked to sign by; and whether letters can be mailed from here, for the facilitator alone. */
  signing: { signBy: string | null; mail: boolean | null }
  /** Which edition this is, from 1; the one before with its statement's hash, and the one that began after it. */
  edition: {
    number: number
    former: { session: string; statement: string } | null
    next: { session: string; title: string; dates: string[] } | null
  }
  /**
   * What people gave the facilitator of what a document did not take, for the facilitator alone: `texts` holds the first of those
   * that wait, at most `HANDED_SHOWN_MAX`.
   */
  handed: { texts: HandedText[]; waiting: number; handled: number } | null
  /** Of a session that was brought back from its file, to be read: since when, and by whom the file was sealed. Null of every other. */
  archive: (Archive & { joinLink: string }) | null
  /** How others get in; for who leads, and for who looks on, which may be a screen in the hall. `watchLink` for who leads alone. */
  invitation: { code: string; joinLink: string; watchLink: string | null } | null
}
