/** A process of its own: thirty people with raw sockets on a running product, who lay the notes and then act on them. */

import * as Y from 'yjs'
import { addNote, moveNote, textOf, writeText } from '#lib/documents/board.ts'
import { bouwstenen } from '#lib/domain/bouwsteen.ts'
import type { CreateAnswer, JoinAnswer } from '#lib/protocol/requests.ts'
import { ask } from '#server/example/person.ts'
import { Seat } from '../seat.ts'
import { Crowd, type Deed } from './crowd.ts'
import type { Order, OursTask } from './processes.ts'
import { PEOPLE, type SceneNote, sceneOf } from './scene.ts'

const { notes, url } = JSON.parse(process.argv[2] ?? '') as OursTask
const scene = sceneOf(notes)
const place = { url, origin: url }
/** About as large as the content of a tile of the wall with its part of the notes, in the wall's units. */
const TILE = { width: 1900, height: 1500 }
const byId = new Map(scene.notes.map((note, order) => [note.id, { ...note, order }]))

/** One of the thirty: a socket, and a document of just their own notes, which is all that they touch. */
class Guest {
  private readonly doc = new Y.Doc()
  private readonly seat: Seat
  private readonly id: string
  private clock = 0
  private drops = 0
  private writing: string | null = null
  private first = ''

  private constructor(seat: Seat, id: string) {
    this.seat = seat
    this.id = id
    this.doc.on('update', (update: Uint8Array) => seat.update(update))
  }

  static async join(code: string, person: number): Promise<Guest> {
    const body = { code, name: `Deelnemer ${person + 1}`, partner: null }
    const { session, participant, token } = await ask<JoinAnswer>(place, '/api/join', { body })
    const path = `/sync/${session}/board?token=${token}`
    const seat = await Seat.open('ours', Number(new URL(url).port), {
      path,
      room: 'board',
      person: participant,
    })
    return new Guest(seat, participant)
  }

  lay(note: SceneNote, order: number): void {
    this.first ||= note.id
    const made = { id: note.id, author: this.id, partner: null, at: Date.now() }
    addNote(this.doc, made, { bouwsteen: note.bouwsteen, order, text: note.text })
  }

  /** How many notes the server has of everybody, by asking it for all. */
  async count(): Promise<number> {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, await this.seat.sync())
    return doc.getMap('notes').size
  }

  do(deed: Deed): void {
    if (deed.kind === 'type') {
      const text = textOf(this.doc, 'notes', deed.note)
      if (text) writeText(text, deed.text)
      this.writing = deed.note
    } else if (deed.kind === 'drop') this.drop(deed.note)
    else {
      const { x, y, dragging } = deed
      // In the tile of the note; on the wall a place is told from the corner of its tile.
      const tile = byId.get(dragging ?? this.first)?.bouwsteen
      const spot = { tile, x: x * TILE.width, y: y * TILE.height }
      const wall = { pointer: spot, hand: dragging === null ? null : spot }
      const moving = dragging === null ? null : { notes: [dragging] }
      const state = { at: this.writing, writing: this.writing, moving, wall }
      this.seat.presence(this.doc.clientID, ++this.clock, state)
    }
  }

  /** Two drops in three put a note elsewhere in its tile, the third on the next one; the one after brings it back. */
  private drop(id: string): void {
    const note = byId.get(id)
    if (!note) return
    const step = this.drops++ % 3
    const tile = bouwstenen.indexOf(note.bouwsteen) + (step === 2 ? 1 : 0)
    const bouwsteen = bouwstenen[tile % bouwstenen.length] ?? note.bouwsteen
    moveNote(this.doc, id, { bouwsteen, order: note.order + (step === 0 ? 0 : 14.5) })
  }
}

const created = await ask<CreateAnswer>(place, '/api/sessions', {
  body: {
    network: 'Regio Zuid',
    title: 'Kick-off wonen en zorg',
    dates: [new Date().toISOString().slice(0, 10)],
    language: 'nl',
    partners: [],
  },
})
const guests: Guest[] = []
for (let person = 0; person < PEOPLE; person++) guests.push(await Guest.join(created.code, person))
for (const [order, note] of scene.notes.entries()) guests[note.person]?.lay(note, order)
while ((await guests[0]?.count()) !== scene.notes.length)
  await new Promise(resolve => setTimeout(resolve, 50))

let crowd: Crowd | null = null
let since = 0
setInterval(() => {
  for (const deed of crowd?.until(performance.now() - since) ?? []) guests[deed.person]?.do(deed)
}, 5)

process.on('message', (order: Order) => {
  if (order.type === 'rest') crowd = null
  if (order.type === 'act') {
    crowd = new Crowd(scene)
    since = performance.now()
  }
  process.send?.('done')
})
process.on('disconnect', () => process.exit())
process.send?.({ session: created.session, code: created.code })
