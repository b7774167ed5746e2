import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as Y from 'yjs'
import { addNote } from '#lib/documents/board.ts'
import { bouwstenen } from '#lib/domain/bouwsteen.ts'
import type { Figures } from './load.ts'
import { cpuSeconds, forgetPeak, peakMegabytes } from './machine.ts'
import { Seat } from './seat.ts'
import type { Subject } from './subject.ts'
import { personOf } from './subject.ts'

const NOTES = 5000
const sentence = 'Bewoners willen één aanspreekpunt dat het hele verhaal kent en blijft. '

/** A file with a board of 5,000 notes by forty people, some 1.1 MB. */
export function seedFile(): { file: string; bytes: number; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'mozaiekbord-seed-'))
  const people = Array.from({ length: 40 }, () => new Y.Doc())
  for (let index = 0; index < NOTES; index++) {
    const doc = people[index % people.length] as Y.Doc
    const made = {
      id: `seed-${index}-note`,
      author: personOf(0, index % 40),
      partner: null,
      at: 1_772_000_000_000,
    }
    const bouwsteen = bouwstenen[index % bouwstenen.length] as (typeof bouwstenen)[number]
    addNote(doc, made, { bouwsteen, order: index, text: sentence.slice(0, 30 + (index % 40)) })
  }
  const state = Y.mergeUpdates(people.map(doc => Y.encodeStateAsUpdate(doc)))
  const file = join(folder, 'seed.bin')
  writeFileSync(file, state)
  return { file, bytes: state.byteLength, remove: () => rmSync(folder, { recursive: true }) }
}

/** Everybody comes at once, on new sockets, and asks for the whole board; `ms` is when the last one has it. */
export async function herd(subject: Subject, clients: number): Promise<Figures> {
  const { port, rooms } = subject.ready
  const seatings = (rooms[0] ?? []).slice(0, clients)
  forgetPeak(subject.pid)
  const [cpu, at] = [cpuSeconds(subject.pid), performance.now()]
  const seats = await Promise.all(
    seatings.map(async seating => {
      const seat = await Seat.open(subject.name, port, seating)
      const { byteLength: bytes } = await seat.sync()
      if (bytes < NOTES * 100) throw new Error(`${subject.name} gave ${bytes} bytes`)
      return seat
    }),
  )
  const ms = performance.now() - at
  const figures = { ms, cpu: cpuSeconds(subject.pid) - cpu, memory: peakMegabytes(subject.pid) }
  for (const seat of seats) seat.close()
  return figures
}
