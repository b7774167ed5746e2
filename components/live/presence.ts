import type { Awareness } from 'y-protocols/awareness'
import { paceOf } from './pace.ts'

/** What others do with an entry of the board, by their names. */
export type Busy = { writing: readonly string[]; moving: readonly string[] }

export const nobody: Busy = { writing: [], moving: [] }

/**
 * What this page tells the others besides who it is. `at`: the entry that is open; `writing`: the entry that is being typed in;
 * `moving`: the notes that are on their way, not laid down yet.
 */
export type Told = { at: string | null; writing: string | null; moving: { notes: readonly string[] } | null }

/** Most notes that one person is believed to move at once. */
const MOVING_MAX = 300

/**
 * Who is busy with which entry, told to each entry's own listeners alone: on a wall of a thousand notes one is drawn again. Whoever
 * looks is not among them. Another page may say anything of itself: what is no entry is passed over.
 */
export class PresenceReader {
  private readonly awareness: Awareness
  private readonly me: string
  private busy = new Map<string, Busy>()
  private readonly listeners = new Map<string, Set<() => void>>()

  constructor(awareness: Awareness, me: string) {
    this.awareness = awareness
    this.me = me
    const pace = paceOf(awareness.doc)
    awareness.on('change', () => pace.soon(this.readAgain))
    this.readAgain()
  }

  subscribe(entry: string, listener: () => void): () => void {
    const listeners = this.listeners.get(entry) ?? new Set()
    this.listeners.set(entry, listeners.add(listener))
    return () => {
      listeners.delete(listener)
      if (listeners.size === 0) this.listeners.delete(entry)
    }
  }

  read(entry: string): Busy {
    return this.busy.get(entry) ?? nobody
  }

  private readAgain = (): void => {
    const before = this.busy
    const next = this.gather()
    for (const [entry, busy] of next) {
      const was = before.get(entry)
      if (was && JSON.stringify(was) === JSON.stringify(busy)) next.set(entry, was)
    }
    this.busy = next
    for (const entry of new Set([...before.keys(), ...next.keys()]))
      if (before.get(entry) !== next.get(entry))
        for (const listener of this.listeners.get(entry) ?? []) listener()
  }

  private gather(): Map<string, Busy> {
    const found = new Map<string, { writing: Set<string>; moving: Set<string> }>()
    const add = (entry: unknown, does: keyof Busy, name: string) => {
      if (typeof entry !== 'string') return
      const busy = found.get(entry) ?? { writing: new Set(), moving: new Set() }
      found.set(entry, busy)
      busy[does].add(name)
    }
    for (const { user, writing, moving } of this.awareness.getStates().values()) {
      if (typeof user?.id !== 'string' || typeof user.name !== 'string' || user.id === this.me) continue
      add(writing, 'writing', user.name)
      const notes: unknown = moving?.notes
      if (Array.isArray(notes)) for (const note of notes.slice(0, MOVING_MAX)) add(note, 'moving', user.name)
    }
    const inOrder = (names: Set<string>) => [...names].sort((a, b) => a.localeCompare(b))
    return new Map(
      [...found].map(([entry, { writing, moving }]) => [
        entry,
        { writing: inOrder(writing), moving: inOrder(moving) },
      ]),
    )
  }
}

const readers = new WeakMap<Awareness, PresenceReader>()

/** What this page knows of the others on a document: made once for each, from when it is first asked. */
export function presenceOf(awareness: Awareness, me: string): PresenceReader {
  const known = readers.get(awareness)
  if (known) return known
  const made = new PresenceReader(awareness, me)
  readers.set(awareness, made)
  return made
}
