import { z } from 'zod'
import { ballotSchema, choiceSchema, MEANING_MAX, OPTIONS_MAX } from '#lib/domain/ballot.ts'
import { handsSchema } from '#lib/domain/ballot-hands.ts'
import { checkAnswerSchema, newCheckSchema } from '#lib/domain/check.ts'
import { checkHandsSchema } from '#lib/domain/check-hands.ts'
import { spanSchema } from '#lib/domain/clock.ts'
import { commentSchema } from '#lib/domain/comment.ts'
import { consentSchema } from '#lib/domain/consent.ts'
import { deskPromiseSchema, desksSchema } from '#lib/domain/desk.ts'
import { draftNameSchema } from '#lib/domain/draft.ts'
import { HANDED_AT_ONCE_MAX, handedTextSchema } from '#lib/domain/handed-text.ts'
import { hashSchema, idSchema } from '#lib/domain/id.ts'
import { intentSchema } from '#lib/domain/intent.ts'
import { gatheringSchema } from '#lib/domain/leading.ts'
import { legibleLine } from '#lib/domain/legible-line.ts'
import { meetingSchema } from '#lib/domain/meeting.ts'
import { NOTES_PER_PERSON_MAX } from '#lib/domain/note.ts'
import { PARTICIPANT_NAME_MAX, roleSchema } from '#lib/domain/participant.ts'
import { phaseSchema } from '#lib/domain/phase.ts'
import { missingSchema } from '#lib/domain/preparation.ts'
import { stepsSchema } from '#lib/domain/programme.ts'
import { dateSchema, newSessionSchema, PARTICIPANTS_MAX } from '#lib/domain/session.ts'
import { letterKindSchema, letterWaySchema, namedSchema } from '#lib/domain/signatory.ts'
import { placeSchema, ROUNDS_MAX, seatingSchema, tableSchema } from '#lib/domain/tables.ts'

/** Of the secret of a facilitator's link: its SHA-256 (hex). */
const secretHashSchema = z.string().regex(/^[0-9a-f]{64}$/)

/** Everything that one may ask of a session, besides writing in its documents. */
/** At which of a partner's places somebody signs; at its first when no other is named. */
const signingPlace = { partner: idSchema, signatory: idSchema.optional() }

export const commandSchema = z.discriminatedUnion('type', [
  /** Within collect, order and decide, and between sign and closed; the freezes do the other steps. */
  z.strictObject({ type: z.literal('movePhase'), to: phaseSchema }),
  z.strictObject({
    type: z.literal('setParticipant'),
    participant: idSchema,
    mayOrder: z.boolean().optional(),
    removed: z.boolean().optional(),
    role: roleSchema.optional(),
  }),
  /** Collects on private desks; while those are in use it may still become anonymous, never named. */
  z.strictObject({ type: z.literal('openDesks'), promise: deskPromiseSchema }),
  /** Lets everybody lay out their own notes, or no longer; by a named promise alone. */
  z.strictObject({ type: z.literal('allowLayOut'), allowed: z.boolean() }),
  /** Lays these notes of one's own desk on the board. */
  z.strictObject({
    type: z.literal('layOut'),
    round: desksSchema.shape.round,
    notes: z.array(idSchema).min(1).max(NOTES_PER_PERSON_MAX),
  }),
  /** Lays everything from all desks on the board and collects in the open again. */
  z.strictObject({ type: z.literal('revealDesks') }),
  /**
   * Fixes the texts of these proposals and opens a vote on them. What is left out: `by` as `per`, no quorum, no threshold, an order of
   * their own for each voter, not anonymous, and nothing said of what a text means (`meanings`, by proposal).
   */
  z.strictObject({
    type: z.literal('openBallot'),
    method: ballotSchema.shape.method,
    per: ballotSchema.shape.per,
    dots: ballotSchema.shape.dots,
    proposals: z.array(idSchema).min(1).max(OPTIONS_MAX),
    by: ballotSchema.shape.by.optional(),
    quorum: ballotSchema.shape.quorum.optional(),
    threshold: ballotSchema.shape.threshold.optional(),
    shuffled: z.boolean().optional(),
    anonymous: z.boolean().optional(),
    meanings: z.record(idSchema, z.string().trim().max(MEANING_MAX)).optional(),
  }),
  /**
   * Casts a vote or puts it in the place of the voter's former one. `voter`: for whom, when one stands in for them: somebody without a
   * device, or a partner.
   */
  z.strictObject({
    type: z.literal('castVote'),
    ballot: idSchema,
    choice: choiceSchema,
    voter: idSchema.optional(),
  }),
  /** Counts the hands of a partner's people, or of who speak for themselves, in the place of what was counted before; null: none. */
  z.strictObject({
    type: z.literal('countHands'),
    ballot: idSchema,
    partner: handsSchema.shape.partner,
    hands: handsSchema.omit({ partner: true }).nullable(),
  }),
  z.strictObject({ type: z.literal('closeBallot'), ballot: idSchema }),
  z.strictObject({ type: z.literal('revealBallot'), ballot: idSchema }),
  /** Names the definition of the opgave: an option of a revealed ballot. */
  z.strictObject({ type: z.literal('chooseDefinition'), ballot: idSchema, proposal: idSchema }),
  /** Fixes the board, composes the statement's draft from it and moves to `statement`. */
  z.strictObject({ type: z.literal('freezeBoard') }),
  /**
   * Says for one's partner how it stands to a section of the statement, in the place of what it said before. `partner`: for whom, where one writes
   * it down for people without a device.
   */
  consentSchema
    .pick({ section: true, textHash: true, answer: true, text: true })
    .extend({ type: z.literal('consentSection'), partner: idSchema.optional() }),
  /** Keeps the draft of the statement as it reads now, under a name; the answer's id is its hash. */
  z.strictObject({ type: z.literal('keepDraft'), name: draftNameSchema }),
  /** Puts a kept version in the place of the draft, which is kept first. */
  z.strictObject({ type: z.literal('restoreDraft'), draft: hashSchema }),
  /** Says something about a passage of the draft (`thread` is its own id), or answers to what was said. */
  commentSchema.pick({ id: true, thread: true, on: true, text: true }).extend({ type: z.literal('comment') }),
  /** Marks what was said as dealt with, or as open again. */
  z.strictObject({ type: z.literal('settleThread'), thread: idSchema, settled: z.boolean() }),
  /** Fixes the statement as version 1, makes a signing link per partner and moves to `sign`. */
  z.strictObject({ type: z.literal('freezeStatement') }),
  /** Has the fixed text written on, for a version that takes its place. */
  z.strictObject({ type: z.literal('reopenStatement') }),
  /** Whom a partner has sign, as the facilitator was told. `signatory`: at which of its places; its first when absent. */
  namedSchema.extend({ type: z.literal('nameSignatory'), ...signingPlace }),
  /** Asks one person more to sign for a partner, together with who does already; the answer's id is that of the place. */
  namedSchema.extend({ type: z.literal('addSignatory'), partner: idSchema }),
  /** Asks one person fewer: never the last, nor one who declared something about the present text. */
  z.strictObject({ type: z.literal('removeSignatory'), partner: idSchema, signatory: idSchema }),
  /** Gives a signatory another personal link; the former one holds no more. */
  z.strictObject({ type: z.literal('renewSignLink'), ...signingPlace }),
  /** Mails a signatory the invitation or a reminder, or notes that the facilitator gave it to them. */
  z.strictObject({
    type: z.literal('writeSignatory'),
    ...signingPlace,
    kind: letterKindSchema,
    by: letterWaySchema,
  }),
  /** The day that partners are asked to sign by; null: none. */
  z.strictObject({ type: z.literal('setSignBy'), date: dateSchema.nullable() }),
  /** When and where the network meets again, from today on; null: nothing is agreed. */
  z.strictObject({ type: z.literal('setMeeting'), meeting: meetingSchema.nullable() }),
  /** The last day that the session is kept, after which all of it is deleted; null: as long as is usual here. */
  z.strictObject({ type: z.literal('keepUntil'), day: dateSchema.nullable() }),
  /** Tells the room for one's partner whether it means to sign; who says not yet says why. */
  z.strictObject({
    type: z.literal('declareIntent'),
    intends: z.boolean(),
    reason: intentSchema.shape.reason,
  }),
  /** Gives the facilitator texts that a document did not take; their ids are the sender's own. */
  z.strictObject({
    type: z.literal('handOver'),
    texts: z
      .array(handedTextSchema.pick({ id: true, text: true, writtenAt: true }))
      .min(1)
      .max(HANDED_AT_ONCE_MAX),
  }),
  /** Marks such a text as dealt with, or as waiting again. */
  z.strictObject({
    type: z.literal('markHandled'),
    participant: idSchema,
    text: idSchema,
    handled: z.boolean(),
  }),
  /** Puts these steps in the place of those of this version of the programme; the present one stays among them. */
  z.strictObject({ type: z.literal('editProgramme'), version: z.int().nonnegative(), steps: stepsSchema }),
  /** Goes to a step and into its phase; back over a freeze to the step alone. */
  z.strictObject({ type: z.literal('goToStep'), step: idSchema }),
  /** Sets the room's clock to `span` ms, from now on. */
  z.strictObject({ type: z.literal('startClock'), span: spanSchema }),
  /** Gives the clock `span` ms more, whether it runs, stands still or is over. */
  z.strictObject({ type: z.literal('addTime'), span: spanSchema }),
  z.strictObject({ type: z.literal('holdClock'), hold: z.boolean() }),
  z.strictObject({ type: z.literal('stopClock') }),
  /** Seats people at tables, and begins the first round. */
  z.strictObject({ type: z.literal('seatTables'), seating: seatingSchema }),
  /** Begins a round, from 0: the next one, or one once more. */
  z.strictObject({
    type: z.literal('goToRound'),
    round: z
      .int()
      .min(0)
      .max(ROUNDS_MAX - 1),
  }),
  /** Gives somebody another table, from 0, in the present round. */
  z.strictObject({
    type: z.literal('moveSeat'),
    participant: idSchema,
    table: placeSchema,
  }),
  /** Gives a table, from 0, another link to its call, or none; people stay where they sit. */
  z.strictObject({ type: z.literal('setTableCall'), table: placeSchema, call: tableSchema.shape.call }),
  /** Lets the room know, in one's own name, that one is done with the step, or would like to speak. */
  z.strictObject({
    type: z.literal('signal'),
    ready: z.boolean().optional(),
    hand: z.boolean().optional(),
    /** Somebody who is ticked on one's device, in whose name it is then. */
    participant: idSchema.optional(),
  }),
  /** Takes down the hand of who has spoken. */
  z.strictObject({ type: z.literal('lowerHand'), participant: idSchema }),
  /** Lets somebody in who has no device of their own, ticked on one's own; the answer's id is theirs. */
  z.strictObject({
    type: z.literal('hostPerson'),
    name: legibleLine(PARTICIPANT_NAME_MAX),
    partner: idSchema.nullable(),
  }),
  /** Ticks somebody without a device on one's own, taking them off another, or unticks them. */
  z.strictObject({ type: z.literal('tickPerson'), participant: idSchema, ticked: z.boolean() }),
  /** Asks for another look at a note of one's own that lies in no line, or takes that back. */
  z.strictObject({ type: z.literal('appealNote'), note: idSchema, appeal: z.boolean() }),
  /** Marks that as looked at, or as waiting again: by who may order. */
  z.strictObject({ type: z.literal('settleAppeal'), note: idSchema, settled: z.boolean() }),
  /** Lets each partner write its own definition of the opgave, unseen by all others. */
  z.strictObject({ type: z.literal('openPreparation') }),
  /** Ends that, and lays what they wrote side by side for all to see. */
  z.strictObject({ type: z.literal('layDefinitions') }),
  /** Names somebody who should be at the table and is not; the id is of the sender's own making. */
  z.strictObject({ type: z.literal('nameMissing'), id: idSchema, name: missingSchema.shape.name }),
  /** Takes that back: by who named them, or who leads. */
  z.strictObject({ type: z.literal('dropMissing'), id: idSchema }),
  /** Has made-up people come in, or do what this moment asks of everybody. */
  z.strictObject({ type: z.literal('rehearse') }),
  /** Takes away all that was made, and who was made up; what the session is stays. Not once a statement is fixed. */
  z.strictObject({ type: z.literal('wipeContent') }),
  /** Holds everybody's writing but that of who leads, or lets it go on. */
  z.strictObject({ type: z.literal('holdInput'), hold: z.boolean() }),
  /** Calls everybody to a place on the board or to the statement, once or to go along from there. */
  gatheringSchema.extend({ type: z.literal('gather') }),
  /** Lets everybody go where they like. */
  z.strictObject({ type: z.literal('release') }),
  /** Shows all a note; null: none any more. */
  z.strictObject({ type: z.literal('spotlight'), note: idSchema.nullable() }),
  /** Lets people in who wait. */
  z.strictObject({ type: z.literal('admit'), participants: z.array(idSchema).min(1).max(PARTICIPANTS_MAX) }),
  /** Whether who comes in waits to be let in; when it ends, all who wait are. */
  z.strictObject({ type: z.literal('setLobby'), on: z.boolean() }),
  /** Another secret for the facilitator's link, by its SHA-256 (hex): who came in by the former one is out. */
  z.strictObject({ type: z.literal('renewLead'), secretHash: secretHashSchema }),
  /** Begins the next edition of a session whose statement is signed; `secretHash` as above, of its own link. */
  newSessionSchema
    .pick({ title: true, dates: true, partners: true })
    .extend({ type: z.literal('beginEdition'), secretHash: secretHashSchema }),
  /** Writes for the table where one sits in this round, in the place of who did. */
  z.strictObject({ type: z.literal('takePen') }),
  /** All sit together again. */
  z.strictObject({ type: z.literal('clearTables') }),
  /** Asks a check of everybody; one at a time. */
  newCheckSchema.extend({ type: z.literal('openCheck') }),
  /** Answers a check; to one that isn't anonymous, in the place of the former answer. */
  z.strictObject({ type: z.literal('answerCheck'), check: idSchema, answer: checkAnswerSchema }),
  /**
   * Counts what people without a device answered: hands of a partner's people or of who speak for themselves, slips without a name; in
   * the place of what was counted before. Null: nothing.
   */
  z.strictObject({
    type: z.literal('countCheckHands'),
    check: idSchema,
    partner: checkHandsSchema.shape.partner,
    hands: checkHandsSchema.omit({ partner: true }).nullable(),
  }),
  /** Fills in what a partner says of itself that has not answered, or takes that back (null). */
  z.strictObject({
    type: z.literal('answerForPartner'),
    check: idSchema,
    partner: idSchema,
    answer: checkAnswerSchema.nullable(),
  }),
  /** Gives oneself another name, for what was mistyped. */
  z.strictObject({ type: z.literal('correctName'), name: legibleLine(PARTICIPANT_NAME_MAX) }),
  /** Takes oneself out of the session for good, with one's name: a pseudonym stands at what stays. */
  z.strictObject({ type: z.literal('forgetMe') }),
  /** Takes no more answers, and shows everybody the picture. */
  z.strictObject({ type: z.literal('closeCheck'), check: idSchema }),
  /** Takes the picture of a closed check from everybody's screen, or puts it there, in the place of another one. */
  z.strictObject({ type: z.literal('showCheck'), check: idSchema, shown: z.boolean() }),
])
export type Command = z.infer<typeof commandSchema>

/** POST /api/sessions/:session/commands. The same key again gives the first answer again and does nothing. */
export const commandRequestSchema = z.strictObject({ key: idSchema, command: commandSchema })
/** `id` names what the command made (a ballot, a snapshot's hash), if anything. */
export const commandAnswerSchema = z.strictObject({ done: z.literal(true), id: z.string().nullable() })
export type CommandAnswer = z.infer<typeof commandAnswerSchema>
