import { deskOf, kindOf } from '#lib/documents/names.ts'
import type { Bouwsteen } from '#lib/domain/bouwsteen.ts'
import type { Desks } from '#lib/domain/desk.ts'
import { type Hosted, type Pen, pensOf } from '#lib/domain/hosting.ts'
import { isIn, type Participant } from '#lib/domain/participant.ts'
import type { Partner } from '#lib/domain/partner.ts'
import type { Actor } from '#lib/domain/permissions.ts'
import { isOnBoard, type Phase, type Stage, stageOf } from '#lib/domain/phase.ts'
import type { StepRights } from '#lib/domain/step-rights.ts'
import { viewEncoder } from '#lib/protocol/frames.ts'
import type { SessionView } from '#lib/protocol/session-view.ts'
import type { Log } from '#server/log.ts'
import type { DocumentName } from '#server/store/store.ts'
import { Attendance } from './attendance.ts'
import { type Connection, closeCode } from './connection.ts'
import { endOfTurn } from './end-of-turn.ts'
import { Latest } from './latest.ts'
import { message } from './message.ts'
import { Rate } from './rate.ts'

/** What the rooms ask of the session's rules. */
export type Roster = {
  /** Null when there is no such session. */
  read(session: string): Promise<{
    phase: Phase
    desks: Desks | null
    /** Whether a vote was opened whose result nobody knows yet. */
    voting: boolean
    /** Whether everybody's writing is held but that of who leads. */
    held: boolean
    /** The bouwstenen that the present step asks notes for; null: all. */
    open: readonly Bouwsteen[] | null
    /** Who may do what in the present step; null: all that the phase lets. */
    rights?: StepRights | null
    /** Who has no device of their own, and the partners: in whose name somebody may lay notes. */
    hosted: Hosted
    partners: readonly Pick<Partner, 'id'>[]
    /** Whether partners write before the first day now. */
    preparing?: boolean
    people: readonly Participant[]
    /** Of which epoch of the session all this is. */
    epoch: number
  } | null>
  /** By participant; who may see nothing is left out. `here`: who has the board or the statement open. */
  viewsFor(
    session: string,
    participants: readonly string[],
    here: readonly string[],
  ): Promise<Map<string, SessionView>>
}

/** A session as the gate needs it at every edit; read anew by `refresh`. */
type Known = {
  phase: Phase
  desks: Desks | null
  voting: boolean
  held: boolean
  open: readonly Bouwsteen[] | null
  rights: StepRights | null
  pens: ReadonlyMap<string, readonly Pen[]>
  preparing: boolean
  people: Map<string, Participant>
  epoch: number
  rates: Map<string, Rate>
  /** It may have been changed since, and could not be read again yet. */
  stale?: true
}
/** A round of views that hasn't begun: to everybody, or to who came in since and, where `leads`, to who leads. */
type Round = { all: boolean; leads: boolean; newcomers: Set<Connection>; done: Promise<void> }

/** After a round that took long, the next waits this many times as long: in a full hall there is one at every arrival. */
const BREATH = 2
/**
 * How long after somebody came or went who leads is told, in ms: a hall comes in at once, and who opens another page is gone for a
 * moment.
 */
const HERE_AFTER = 1000
/** How long after it could not be read a session is tried again, in ms. */
const RETRY_MS = 1000

/**
 * Who is in a session, and what each is shown of it. Rounds follow each other, so that the newest view is the last one sent;
 * what is asked for while one is under way goes along in the next.
 */
export class Audience {
  private readonly roster: Roster
  private readonly log: Log
  private readonly seated: (session: string) => Promise<Connection[]>
  private readonly tellHere: (session: string, people: readonly string[]) => void
  private readonly attendance = new Attendance()
  private readonly known = new Map<string, Known>()
  private readonly waiting = new Map<string, Round>()
  private readonly current = new Map<string, Promise<void>>()
  private readonly stirred = new Map<string, NodeJS.Timeout>()
  private readonly readings = new Map<string, Latest>()

  /** `seated` gives everybody who has a document of the session open here; `tellHere` tells other nodes who is on this one. */
  constructor(
    roster: Roster,
    log: Log,
    seated: (session: string) => Promise<Connection[]>,
    tellHere: (session: string, people: readonly string[]) => void,
  ) {
    this.tellHere = tellHere
    this.roster = roster
    this.log = log
    this.seated = seated
  }

  /** Who this is; null for who isn't in the session, was removed or waits to be let in. */
  async enter(session: string, participant: string): Promise<Participant | null> {
    if (!this.known.get(session)?.people.has(participant)) await this.learn(session)
    return this.person(session, participant)
  }

  /** As `enter`, of a session that somebody has entered. */
  person(session: string, participant: string): Participant | null {
    const person = this.known.get(session)?.people.get(participant)
    return person && isIn(person) ? person : null
  }

  actor(session: string, participant: string): Actor | null {
    const person = this.person(session, participant)
    if (!person) return null
    const { id, role, partner, mayOrder } = person
    const known = this.known.get(session)
    const [held, addsTo, pens] = [known?.held ?? false, known?.open ?? null, known?.pens.get(id) ?? []]
    return { id, role, partner, mayOrder, held, addsTo, pens, rights: known?.rights ?? null }
  }

  /** Whether it could not be read again after a change: what may be done in it is not known just now. */
  stale(session: string): boolean {
    return this.known.get(session)?.stale ?? false
  }

  /** By which epoch of the session `stage` and `actor` are; -1 for one that isn't known. */
  epoch(session: string): number {
    return this.known.get(session)?.epoch ?? -1
  }

  /** Closed until told otherwise: nobody may write in a session that isn't known, nor on a desk of a former round. */
  stage({ session, document }: DocumentName): Stage {
    const known = this.known.get(session)
    if (!known || known.stale) return 'closed'
    if (kindOf(document) === 'preparation')
      return known.preparing && isOnBoard(known.phase) ? 'preparation' : 'closed'
    const desk = deskOf(document)
    return desk && desk.round !== known.desks?.round ? 'closed' : stageOf(known, known.voting)
  }

  /**
   * By person, not by socket or address: more sockets give no more room, and a hall may share an address. Null in a session that
   * isn't known: nobody may do anything there.
   */
  rate(session: string, participant: string): Rate | null {
    const rates = this.known.get(session)?.rates
    if (!rates) return null
    const rate = rates.get(participant) ?? new Rate(performance.now())
    rates.set(participant, rate)
    return rate
  }

  /** Shows a newcomer the session; those who come together are shown it together. */
  greet(session: string, connection: Connection): void {
    const round = this.next(session)
    round.newcomers.add(connection)
    round.done.catch(() => connection.close(closeCode.tryAgain, 'try again'))
  }

  /**
   * Reads people and phase again, as they are by now: from then on the gate goes by them. When that fails nobody may write until it
   * succeeds. Never rejects.
   */
  refresh(session: string): Promise<void> {
    const reading = this.readings.get(session) ?? new Latest(() => this.learnOrClose(session))
    this.readings.set(session, reading)
    return reading.ask()
  }

  private async learnOrClose(session: string): Promise<void> {
    try {
      await this.learn(session)
    } catch (error) {
      this.log('error', 'a session could not be read', { session, error })
      const known = this.known.get(session)
      if (!known) return
      this.known.set(session, { ...known, stale: true })
      setTimeout(() => this.refresh(session), RETRY_MS).unref()
    }
  }

  /**
   * Reads people and phase again, shows everybody their view, and sends away who was removed. The gate knows first: views may take
   * their time in a full hall. Never rejects.
   */
  async announce(session: string): Promise<void> {
    await this.refresh(session)
    await this.show(session)
  }

  /** Shows everybody here their view, and sends away who was removed. Never rejects. */
  async show(session: string): Promise<void> {
    const round = this.next(session)
    round.all = true
    await round.done.catch(error => this.log('error', 'an announcement failed', { session, error }))
  }

  /** How many sessions are remembered. */
  get size(): number {
    return this.known.size
  }

  /** Who has the board or the statement of the session open. */
  here(session: string): string[] {
    return this.attendance.here(session)
  }

  came(session: string, participant: string): void {
    if (this.attendance.come(session, participant)) this.stir(session)
  }

  went(session: string, participant: string): void {
    if (this.attendance.go(session, participant)) this.stir(session)
  }

  /** Who is on another node. */
  toldHere(session: string, node: string, people: readonly string[]): void {
    if (this.attendance.told(session, node, people)) this.stir(session)
  }

  lost(node: string): void {
    for (const session of this.attendance.lost(node)) this.stir(session)
  }

  /** Tells other nodes who is on this one. */
  sayHere(session: string): void {
    this.tellHere(session, this.attendance.own(session))
  }

  /** Who leads is shown who is here, soon, and once for all who come and go meanwhile. */
  private stir(session: string): void {
    if (this.stirred.has(session)) return
    const timer = setTimeout(() => {
      this.stirred.delete(session)
      this.sayHere(session)
      const round = this.next(session)
      round.leads = true
      round.done.catch(error => this.log('error', 'who is here could not be told', { session, error }))
    }, HERE_AFTER)
    timer.unref()
    this.stirred.set(session, timer)
  }

  /** Nobody is in the session any more. */
  forget(session: string): void {
    clearTimeout(this.stirred.get(session))
    this.stirred.delete(session)
    if (this.known.has(session)) this.sayHere(session)
    this.known.delete(session)
    this.readings.delete(session)
    this.attendance.forget(session)
  }

  private async learn(session: string): Promise<void> {
    const read = await this.roster.read(session)
    if (!read) return
    const people = new Map(read.people.map(person => [person.id, person]))
    const { phase, desks, voting, held, open, rights = null, hosted, partners, preparing = false } = read
    const { epoch } = read
    // Readings that were asked for at once may come in another order.
    if (epoch < this.epoch(session)) return
    const pens = new Map(
      read.people.flatMap(person => {
        const mine = pensOf(person, read.people, hosted, partners)
        return mine.length > 0 ? [[person.id, mine] as const] : []
      }),
    )
    this.known.set(session, {
      phase,
      desks,
      voting,
      held,
      open,
      rights,
      pens,
      preparing,
      people,
      epoch,
      rates: this.known.get(session)?.rates ?? new Map(),
    })
  }

  private next(session: string): Round {
    const waiting = this.waiting.get(session)
    if (waiting) return waiting
    const round: Round = { all: false, leads: false, newcomers: new Set(), done: Promise.resolve() }
    const former = this.current.get(session) ?? endOfTurn()
    let took = 0
    round.done = former.then(async () => {
      this.waiting.delete(session)
      const began = performance.now()
      await this.tell(session, round)
      took = performance.now() - began
    })
    this.waiting.set(session, round)
    const over = round.done
      .catch(() => {})
      .then(() => (took > 1 ? new Promise(resolve => setTimeout(resolve, BREATH * took)) : undefined))
      .then(() => {
        if (this.current.get(session) === over) this.current.delete(session)
      })
    this.current.set(session, over)
    return round
  }

  private async tell(session: string, round: Round): Promise<void> {
    const leads = ({ participant }: Connection) => this.person(session, participant)?.role === 'facilitator'
    const others = round.all || round.leads ? await this.seated(session) : []
    const seated = new Set([...round.newcomers, ...(round.all ? others : others.filter(leads))])
    if (seated.size === 0) return
    const present = new Set([...seated].map(({ participant }) => participant))
    const allowed = [...present].filter(id => this.person(session, id))
    const views = await this.roster.viewsFor(session, allowed, this.here(session))
    const encode = viewEncoder()
    const messages = new Map([...views].map(([id, view]) => [id, message(encode(view))]))
    for (const connection of seated) {
      const view = messages.get(connection.participant)
      if (!this.person(session, connection.participant)) connection.close(closeCode.notAllowed, 'removed')
      else if (view) connection.send(view)
    }
  }
}
