import { checksFor } from '#lib/content/step-checks.ts'
import type { Appeal } from '#lib/domain/appeal.ts'
import type { CheckKind } from '#lib/domain/check.ts'
import { WRITERS_TOLD_FROM } from '#lib/domain/desk.ts'
import { HANDED_SHOWN_MAX, type HandedText } from '#lib/domain/handed-text.ts'
import { hostedBy } from '#lib/domain/hosting.ts'
import { isIn, type Participant } from '#lib/domain/participant.ts'
import type { Missing } from '#lib/domain/preparation.ts'
import { nextStep, type Programme, stepAt } from '#lib/domain/programme.ts'
import { KEPT_DAYS, lastDayKept } from '#lib/domain/retention.ts'
import { type Session, sessionSchema } from '#lib/domain/session.ts'
import { counted } from '#lib/domain/signals.ts'
import type { Signatory } from '#lib/domain/signatory.ts'
import { inOrderOf } from '#lib/domain/signing-place.ts'
import { about, type Standing, standingOf } from '#lib/domain/standing.ts'
import type { SessionView, SignatoryView, StepView } from '#lib/protocol/session-view.ts'
import { PROTOCOL_VERSION } from '#lib/protocol/version.ts'
import type { SessionRecord, SessionTransaction } from '#server/store/store.ts'
import { ballotViews, keptBallots, readBallots } from './ballot-view.ts'
import { checkViews, readChecks } from './check-view.ts'
import { Refused } from './context.ts'
import { editionView } from './edition-view.ts'
import { shownCode } from './identity.ts'
import { tablesViews } from './tables-view.ts'

/** Where the server is reached from outside (null: wherever, so that links are paths), its clock (ms), who has the board or the statement open, whether letters can be mailed, and how many days a session is kept where nobody chose. */
type Seen = {
  publicUrl: string | null
  now: number
  here: readonly string[]
  mail?: boolean
  keptDays?: number
}

const none: readonly Appeal[] = []

/** What others may know of the session itself: its public fields, picked by name so that a new secret stays out. */
export function publicSession(record: SessionRecord): Session {
  const fields = Object.keys(sessionSchema.shape) as (keyof Session)[]
  return sessionSchema.parse(Object.fromEntries(fields.map(field => [field, record[field]])))
}

/**
 * What one person may see. Votes of others, and the tally before the reveal, never enter the object; signing links and the
 * join code only for who leads. Throws Refused when the session or the person is unknown, or the person was removed or waits at the door.
 */
export async function viewFor(tx: SessionTransaction, participant: string, seen: Seen): Promise<SessionView> {
  const read = await readAll(tx)
  const me = read.people.find(each => each.id === participant)
  if (!me) throw new Refused('no-identity')
  if (me.removed) throw new Refused('removed')
  if (me.waiting) throw new Refused('waiting')
  return viewOf(read, me, seen)
}

/** What each of these may see, read once for all; who is unknown or was removed is left out. */
export async function viewsFor(
  tx: SessionTransaction,
  participants: readonly string[],
  seen: Seen,
): Promise<Map<string, SessionView>> {
  const read = await readAll(tx)
  const people = new Map(read.people.map(person => [person.id, person]))
  const views = new Map<string, SessionView>()
  for (const id of participants) {
    const me = people.get(id)
    if (me && isIn(me)) views.set(id, viewOf(read, me, seen))
  }
  return views
}

type Read = Awaited<ReturnType<typeof readAll>>

async function readAll(tx: SessionTransaction) {
  const record = await tx.session()
  if (!record) throw new Refused('unknown-session')
  const programme = await tx.programme()
  const room = await tx.room()
  const archive = await tx.archive()
  const people = await tx.participants()
  const roster = people.filter(({ waiting }) => !waiting)
  const partners = await tx.partners()
  return {
    record,
    programme,
    archive,
    // Once for all: what views hold by reference is put in words once.
    step: programme && stepView(programme),
    room,
    tables: tablesViews(room.tables),
    lobby: {
      on: room.leading.lobby,
      waiting: people.filter(({ waiting, removed }) => waiting && !removed),
      turnedAway: people.filter(({ waiting, removed }) => waiting && removed),
    },
    ready: counted(people.filter(isIn), room.signals.ready),
    steps: programme && { steps: programme.steps, version: programme.version },
    session: publicSession(record),
    people,
    roster,
    partners,
    ballots: archive
      ? keptBallots(await tx.ballots(), archive.outcomes)
      : await readBallots(tx, { people, hosted: room.hosted, partners }),
    checks: await readChecks(tx, roster, partners),
    suggested: suggestedBy(programme),
    intents: await tx.intents(),
    signBy: await tx.signBy(),
    signatories: inOrderOf(partners, await tx.signatories()),
    signatures: record.statement ? about(record.statement.hash, await tx.signatures()) : [],
    consents: await tx.consents(),
    drafts: await tx.drafts(),
    comments: await tx.commentChanges(),
    edition: await editionView(tx),
    desks: record.desks ? (await tx.desks()).length : 0,
    prepared: room.preparation ? await tx.prepared() : 0,
    handed: await tx.handedTexts(),
  }
}

function viewOf(read: Read, me: Participant, seen: Seen): SessionView {
  const { record, session, room, roster, partners, ballots, signatories, signatures, desks, handed } = read
  const leads = me.role === 'facilitator'
  const { ready, hands } = room.signals
  const signalsOf = (id: string) => ({ ready: ready.includes(id), hand: hands.includes(id) })
  return {
    protocol: PROTOCOL_VERSION,
    now: seen.now,
    session,
    me,
    partners,
    roster,
    lobby: leads ? read.lobby : null,
    kept: {
      lastDay: lastDayKept(record, room.keptUntil, seen.keptDays ?? KEPT_DAYS),
      chosen: room.keptUntil !== null,
    },
    lead: leads ? record.lead : null,
    here: leads ? [...seen.here] : null,
    step: read.step,
    clock: room.clock,
    held: room.leading.held,
    gathered: room.leading.gathered,
    spotlight: room.leading.spotlight,
    signals: {
      ready: read.ready,
      mine: signalsOf(me.id),
      hands: leads ? hands : null,
      theirs: Object.fromEntries(hostedBy(room.hosted, me.id).map(id => [id, signalsOf(id)])),
    },
    preparation: preparationFor(read, leads),
    missing: missingFor(read, me),
    meeting: room.meeting,
    tables: read.tables(me),
    hosted: room.hosted,
    appeals: appealsFor(room.appeals, me, hostedBy(room.hosted, me.id)),
    programme: leads ? read.steps : null,
    ballots: ballotViews(ballots, me),
    checks: checkViews(read.checks, me),
    suggested: leads ? read.suggested : null,
    deskWriters: leads && desks >= WRITERS_TOLD_FROM ? desks : null,
    definition: record.definition,
    board: record.board,
    statement: record.statement,
    reopened: record.reopened,
    intents: read.intents,
    signing: { signBy: read.signBy, mail: leads ? (seen.mail ?? false) : null },
    consents: read.consents,
    drafts: read.drafts,
    comments: read.comments,
    // Whom a text that is written anew will ask to sign is told once it is fixed.
    signatories: (record.statement ? signatories : []).map(each =>
      signatoryView(each, standingOf(each.id, signatures), leads),
    ),
    edition: read.edition,
    handed: leads ? handedView(handed) : null,
    archive: archiveView(read, seen),
    invitation: invitationFor(record, me, seen),
  }
}

/** Who looks on may be the hall's own screen, which shows the code to who comes in. The link to look on is who leads' to give. */
function invitationFor(
  record: SessionRecord,
  { role }: Participant,
  { publicUrl }: Seen,
): SessionView['invitation'] {
  if (role === 'participant') return null
  const link = (code: string) => `${publicUrl ?? ''}/join?code=${code}`
  return {
    code: shownCode(record.code),
    joinLink: link(record.code),
    watchLink: role === 'facilitator' ? link(record.watchCode) : null,
  }
}

function appealsFor(
  appeals: readonly Appeal[],
  me: Participant,
  theirs: readonly string[],
): readonly Appeal[] {
  if (me.role === 'facilitator' || me.mayOrder) return appeals
  return appeals.length === 0 ? none : appeals.filter(({ by }) => by === me.id || theirs.includes(by))
}

function stepView(programme: Programme): StepView | null {
  const present = stepAt(programme)
  if (!present || programme.since === null) return null
  const { notes, skipped, ...step } = present
  const counted = programme.steps.filter(each => !each.skipped || each === present)
  return {
    step,
    since: programme.since,
    place: counted.indexOf(present) + 1,
    of: counted.length,
    next: nextStep(programme)?.title ?? null,
  }
}

function suggestedBy(programme: Programme | null): CheckKind[] {
  const present = programme && stepAt(programme)
  return present ? checksFor(present) : []
}

function preparationFor({ room, prepared }: Read, leads: boolean): SessionView['preparation'] {
  const { preparation } = room
  return preparation ? { ...preparation, written: leads ? prepared : null } : null
}

function missingFor({ programme, room }: Read, me: Participant): readonly Missing[] {
  const all = room.missing
  const told = me.role === 'facilitator' || (programme !== null && stepAt(programme)?.view === 'people')
  return told ? all : all.filter(({ by }) => by === me.id)
}

function archiveView({ archive, record }: Read, seen: Seen): SessionView['archive'] {
  if (!archive) return null
  const { outcomes, ...kept } = archive
  return { ...kept, joinLink: `${seen.publicUrl ?? ''}/join?code=${record.code}` }
}

function handedView(all: readonly HandedText[]): SessionView['handed'] {
  const waiting = all.filter(({ handledAt }) => handledAt === null)
  const texts = waiting.slice(0, HANDED_SHOWN_MAX)
  return { texts, waiting: waiting.length, handled: all.length - waiting.length }
}

function signatoryView(
  { id, partner, token, named, letters, openedAt }: Signatory,
  { state, last }: Standing,
  leads: boolean,
): SignatoryView {
  const asked = leads
    ? { link: `/sign/${token}`, named, letters, openedAt }
    : { link: null, named: null, letters: [], openedAt: null }
  if (!last) return { id, partner, state, name: null, function: null, reason: null, at: null, ...asked }
  const { declaration } = last
  return {
    id,
    partner,
    state,
    name: declaration.name,
    function: declaration.function,
    reason: (declaration.decision !== 'signs' && declaration.reason) || null,
    at: declaration.signedAt,
    ...asked,
  }
}
