import type * as Y from 'yjs'
import { readBoard, textOf } from '#lib/documents/board.ts'
import { bouwstenen } from '#lib/domain/bouwsteen.ts'
import type { AuditAnswer } from '#lib/protocol/requests.ts'
import type { SessionView } from '#lib/protocol/session-view.ts'
import { ask } from '#server/example/person.ts'
import { bytesOf } from '#tests/harness/board-people.ts'
import type { Cluster } from '#tests/harness/cluster.ts'
import { layNote, openHall, timesIn } from '#tests/harness/hall.ts'
import { storedBoard } from '#tests/harness/stored.ts'
import { Visitor } from '#tests/harness/visitor.ts'
import { Guests } from './guests.ts'

/** How often somebody writes a word, and who leads lets somebody in, in ms. */
const WORD_EVERY = 3000
const COMMAND_EVERY = 8000
/** After so many words one begins another note. */
const WORDS_IN_NOTE = 40

/** What became of a room at the end: all of it must be empty or null for all to be well. */
export type Fault = string

/** A kick-off in the soak: people who write all the while, and who leads, who gives commands. */
export class Room {
  readonly session: string
  readonly people: Visitor[]
  private readonly lead: Visitor
  private readonly cluster: Cluster
  private readonly token: string
  private readonly timers: NodeJS.Timeout[] = []
  private readonly words: string[][]
  /** Whom the one who leads lets in, by commands that must be done once at most. */
  readonly guests: Guests
  /** How many commands that got no answer were done all the same; known at the end. */
  late = 0

  private constructor(
    ...[cluster, session, token, lead, people]: [Cluster, string, string, Visitor, Visitor[]]
  ) {
    this.cluster = cluster
    this.session = session
    this.token = token
    this.lead = lead
    this.guests = new Guests(lead)
    this.people = people
    this.words = people.map(() => [])
  }

  static async open(cluster: Cluster, size: number): Promise<Room> {
    const hall = await openHall(cluster)
    const people: Visitor[] = []
    for (let index = 0; index < size; index++) people.push(await hall.come(`Mens ${index}`))
    const lead = new Visitor(hall.place, {
      session: hall.session,
      participant: hall.lead.id,
      token: hall.lead.token,
    })
    return new Room(cluster, hall.session, hall.lead.token, lead, people)
  }

  begin(): void {
    for (const [index] of this.people.entries()) {
      const begin = () => this.timers.push(setInterval(() => this.write(index), WORD_EVERY))
      this.timers.push(setTimeout(begin, Math.random() * WORD_EVERY))
    }
    this.timers.push(setInterval(() => this.guests.come(), COMMAND_EVERY))
  }

  stop(): void {
    for (const timer of this.timers) clearInterval(timer)
  }

  get written(): number {
    return this.words.reduce((sum, words) => sum + words.length, 0)
  }

  /** What was typed and not yet shown to be kept. */
  get waiting(): number {
    return this.people.reduce((sum, { waiting }) => sum + waiting, 0)
  }

  /** Every second word goes into the last note of somebody else. */
  private write(index: number): void {
    const { doc, id } = this.people[index] as Visitor
    const words = this.words[index] as string[]
    const own = `note-${id}-${Math.floor(words.length / WORDS_IN_NOTE)}`
    if (!textOf(doc, 'notes', own)) layNote(this.people[index] as Visitor, own)
    const { notes } = readBoard(doc)
    const other = notes[Math.floor(Math.random() * notes.length)]
    const target = words.length % 2 === 0 || !other || other.text.length > 1500 ? own : other.id
    const text = textOf(doc, 'notes', target) as Y.Text
    const word = `${index}.${words.length}.${bouwstenen[index % 7]?.slice(0, 3)} `
    text.insert(text.length, word)
    words.push(word)
  }

  /** Waits until everybody is in step and nothing waits; gives all that is not as it must be. */
  async end(): Promise<Fault[]> {
    const faults: Fault[] = []
    const all = [this.lead, ...this.people]
    await this.guests.settled()
    const settled = await Promise.allSettled(all.map(each => each.settled()))
    for (const one of settled) if (one.status === 'rejected') faults.push(String(one.reason))
    const { bytes, board } = await storedBoard(this.cluster, this.session)
    for (const each of all) {
      await each
        .sees('what is stored', doc => bytesOf(doc) === bytes)
        .catch(error => faults.push(String(error)))
      if (each.refusals.some(code => code !== 'store-failed'))
        faults.push(`refused: ${[...new Set(each.refusals)].join()}`)
    }
    const words = this.words.flat()
    const counts = timesIn((this.people[0] as Visitor).doc, words)
    const wrong = words.filter((_, at) => counts[at] !== 1)
    if (wrong.length > 0) faults.push(`not there once: ${wrong.join('')}`)
    if (board.notes.length === 0) faults.push('nothing is stored')
    return [...faults, ...(await this.recordFaults())]
  }

  private async recordFaults(): Promise<Fault[]> {
    const { place } = this.lead
    const { events, brokenAt } = await ask<AuditAnswer>(place, `/api/sessions/${this.session}/audit`, {
      token: this.token,
    })
    const faults: Fault[] = brokenAt === null ? [] : [`the trail breaks at ${brokenAt}`]
    const { roster } = await ask<Pick<SessionView, 'roster'>>(place, `/api/sessions/${this.session}/view`, {
      token: this.token,
    })
    const judged = this.guests.judge(events, roster)
    this.late = judged.late
    faults.push(...judged.faults)
    if (events.length === 0) faults.push('the trail is empty')
    return faults
  }

  leave(): void {
    for (const each of [this.lead, ...this.people]) each.leave()
  }
}
