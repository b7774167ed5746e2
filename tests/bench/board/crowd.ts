import { PEOPLE, type Scene } from './scene.ts'

/**
 * What one of the people does at a moment. Places are parts (0 to 1) of the world's width and height. `drag`: the note is under
 * their pointer on its way; `drop`: they let go of it there.
 */
export type Deed =
  | { kind: 'point'; person: number; x: number; y: number; dragging: string | null }
  | { kind: 'drop'; person: number; note: string; x: number; y: number }
  | { kind: 'type'; person: number; note: string; text: string }

export const POINT_HZ = 10
export const TYPE_HZ = 3
/** How long a note is on its way, in seconds. */
export const DRAG_SECONDS = 2
/** Characters that are typed at the end of a note before they are taken away again, so that the scene stays as it is. */
const TYPED_MAX = 40
const said = ' en dat doen we samen, elke week weer, met wie er woont'

/** Two in five type, two in five drag notes about, and one only looks on; all of them point. */
export const types = (person: number): boolean => person % 5 < 2
export const drags = (person: number): boolean => person % 5 === 2 || person % 5 === 3

type Hand = { notes: string[]; at: number; typed: number; nextPoint: number; nextType: number }

/** Thirty people at work, by the clock that is handed in; the same deeds in every run. */
export class Crowd {
  private readonly hands: Hand[]
  private readonly texts: Map<string, string>
  private readonly homes: Map<string, { x: number; y: number }>
  private readonly moved: string[]

  constructor(scene: Scene) {
    this.texts = new Map(scene.notes.map(note => [note.id, note.text]))
    this.homes = new Map(
      scene.notes.map(note => [note.id, { x: note.x / scene.width, y: note.y / scene.height }]),
    )
    this.moved = []
    this.hands = Array.from({ length: PEOPLE }, (_, person) => ({
      notes: scene.notes.filter(note => note.person === person).map(note => note.id),
      at: person,
      typed: 0,
      nextPoint: (person * 1000) / POINT_HZ / PEOPLE,
      nextType: (person * 1000) / TYPE_HZ / PEOPLE,
    }))
  }

  /** What falls due up to `now`, in ms since the start. */
  until(now: number): Deed[] {
    const deeds: Deed[] = []
    for (const [person, hand] of this.hands.entries()) {
      while (hand.nextPoint <= now) {
        this.point(person, hand, hand.nextPoint, deeds)
        hand.nextPoint += 1000 / POINT_HZ
      }
      while (types(person) && hand.nextType <= now) {
        this.type(person, hand, deeds)
        hand.nextType += 1000 / TYPE_HZ
      }
    }
    return deeds
  }

  private point(person: number, hand: Hand, at: number, deeds: Deed[]): void {
    const seconds = at / 1000
    const turn = seconds / DRAG_SECONDS + person / PEOPLE
    const note = drags(person) ? (hand.notes[Math.floor(turn) % hand.notes.length] ?? null) : null
    const before = this.moved[person]
    const home = this.homes.get(note ?? hand.notes[0] ?? '') ?? { x: 0.5, y: 0.5 }
    const swing = 2 * Math.PI * (turn % 1)
    const place = { x: home.x + 0.04 * Math.sin(swing), y: home.y + 0.04 * (1 - Math.cos(swing)) }
    if (before !== undefined && before !== note) {
      const left = this.homes.get(before) ?? home
      deeds.push({ kind: 'drop', person, note: before, ...left })
    }
    if (note !== null) this.moved[person] = note
    deeds.push({ kind: 'point', person, ...place, dragging: note })
  }

  private type(person: number, hand: Hand, deeds: Deed[]): void {
    hand.typed += 3
    const over = hand.typed > TYPED_MAX
    if (over) hand.typed = 0
    const note = hand.notes[hand.at % hand.notes.length]
    if (note === undefined) return
    deeds.push({ kind: 'type', person, note, text: (this.texts.get(note) ?? '') + said.slice(0, hand.typed) })
    if (over) hand.at++
  }
}
