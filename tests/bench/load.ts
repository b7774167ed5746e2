import * as Y from 'yjs'
import { addNote, textOf } from '#lib/documents/board.ts'
import { cpuSeconds, forgetPeak, peakMegabytes } from './machine.ts'
import { type Latency, Probe } from './probe.ts'
import type { Seat } from './seat.ts'
import type { Subject } from './subject.ts'

/** CPU: share of one core. Memory: the peak, in MB. `reach`: of all marks sent, the share that a reader saw. */
export type Figures = Partial<Latency> & { cpu: number; memory: number; reach?: number; ms?: number }
export type Span = { warmUp: number; seconds: number }

const sleep = (ms: number) => new Promise(resolve => setTimeout(resolve, ms))
/** Readers that look for marks; the others take their frames in and are done with them. */
const WATCHING = 24
/** Text that a note is filled to before a writer begins another. */
const NOTE_FULL = 1800

/** Somebody who types: each step is one edit at the end of their own note. */
export class Writer {
  private readonly doc = new Y.Doc()
  private text: Y.Text | null = null
  private notes = 0
  private readonly seat: Seat

  constructor(seat: Seat) {
    this.seat = seat
    this.doc.on('update', update => seat.update(update))
  }

  type(text: string): void {
    if (!this.text || this.text.length > NOTE_FULL) this.text = this.newNote()
    this.text.insert(this.text.length, text)
  }

  private newNote(): Y.Text {
    const id = `note-${this.seat.seating.person}-${this.notes++}`
    const made = { id, author: this.seat.seating.person, partner: null, at: Date.now() }
    addNote(this.doc, made, { bouwsteen: 'opgave', order: 0, text: '' })
    return textOf(this.doc, 'notes', id) as Y.Text
  }
}

/** Numbers from 0 to 1 that look like chance and are the same in every run (xorshift, 32 bits). */
function chance(seed: number): () => number {
  let state = seed
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 2 ** 32
  }
}

/** Has `people` act, each on average `hz` times a second in a rhythm of their own that is never quite even, until stopped. */
export function eachInTheirOwnTime(people: number, hz: number, act: (person: number) => void): () => void {
  const random = chance(20_261_124)
  const gap = 1000 / hz
  const due = Array.from({ length: people }, () => performance.now() + gap * random())
  const timer = setInterval(() => {
    const now = performance.now()
    for (let person = 0; person < people; person++) {
      if ((due[person] as number) > now) continue
      act(person)
      due[person] = Math.max(due[person] as number, now - gap) + gap * (0.5 + random())
    }
  }, 1)
  return () => clearInterval(timer)
}

/** Runs a load: warms up, then measures the server while it lasts. `audience` is how many are to see each mark. */
async function measure(
  subject: Subject,
  seats: readonly Seat[],
  probe: Probe,
  load: () => () => void,
  span: Span,
  audience = seats.length,
): Promise<Figures> {
  // When few see a mark, all look; else a few spread over the room, for looking takes time from who makes the load.
  const step = audience < WATCHING ? 1 : Math.max(1, Math.floor(seats.length / WATCHING))
  const watching = seats.filter((_, index) => index % step === step - 1)
  for (const seat of seats) seat.listen(() => {})
  for (const seat of watching) seat.listen(frame => probe.read(frame))
  const stop = load()
  await sleep(span.warmUp * 1000)
  forgetPeak(subject.pid)
  const [cpu, at] = [cpuSeconds(subject.pid), performance.now()]
  probe.start()
  await sleep(span.seconds * 1000)
  const used = (cpuSeconds(subject.pid) - cpu) / ((performance.now() - at) / 1000)
  const sent = probe.lastCall()
  // What was sent in the last moments may still come, and people go on meanwhile: who stops is shown later on purpose.
  await sleep(300)
  stop()
  const latency = probe.stop()
  const figures = { cpu: used, memory: peakMegabytes(subject.pid), ...latency }
  return { ...figures, reach: latency.seen / ((sent * watching.length * audience) / seats.length) }
}

/** `writers` of the seats type `hz` edits a second; each is read by `audience` people, all when not told otherwise. */
export function typing(
  subject: Subject,
  seats: readonly Seat[],
  writers: readonly Seat[],
  hz: number,
  span: Span,
  audience = seats.length,
): Promise<Figures> {
  const probe = new Probe()
  const hands = writers.map(seat => new Writer(seat))
  const load = () => eachInTheirOwnTime(hands.length, hz, person => hands[person]?.type(probe.mark()))
  return measure(subject, seats, probe, load, span, audience)
}

/** Everybody moves a cursor, `hz` times a second. */
export function moving(subject: Subject, seats: readonly Seat[], hz: number, span: Span): Promise<Figures> {
  const probe = new Probe()
  const clients = seats.map((_, index) => 1_000_000 + index * 7919)
  const clocks = seats.map(() => 0)
  const user = { name: 'Deelnemer', color: '#30bced' }
  const load = () =>
    eachInTheirOwnTime(seats.length, hz, person => {
      const clock = (clocks[person] ?? 0) + 1
      clocks[person] = clock
      const cursor = { x: (clock * 31) % 1920, y: (clock * 17) % 1080 }
      seats[person]?.presence(clients[person] ?? 0, clock, { user, cursor, at: probe.mark() })
    })
  return measure(subject, seats, probe, load, span)
}
