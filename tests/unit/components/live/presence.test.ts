import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { PACE } from '#components/live/pace.ts'
import { nobody, PresenceReader } from '#components/live/presence.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** What a page sees of the others, who say of themselves what a test wants. */
function page() {
  const awareness = new Awareness(new Y.Doc())
  const reader = new PresenceReader(awareness, 'me')
  const says = (client: number, state: unknown) => {
    if (state === null) awareness.states.delete(client)
    else awareness.states.set(client, state as Record<string, unknown>)
    awareness.emit('change', [{ added: [], updated: [client], removed: [] }, 'test'])
    vi.advanceTimersByTime(PACE)
  }
  const drawn: string[] = []
  const draw = (entry: string) => reader.subscribe(entry, () => drawn.push(entry))
  return { awareness, reader, says, draw, drawn }
}
const anna = { id: 'anna', name: 'Anna' }
const piet = { id: 'piet', name: 'Piet' }

describe('[Z1] a note shows who writes in it and who moves it', () => {
  test('others by name, each once, until they stop or leave', () => {
    const { reader, says } = page()
    says(1, { user: piet, writing: 'note-1' })
    says(2, { user: anna, writing: 'note-1', moving: { notes: ['note-2', 'note-3'] } })
    says(3, { user: anna, writing: 'note-1' })
    expect(reader.read('note-1')).toEqual({ writing: ['Anna', 'Piet'], moving: [] })
    expect(reader.read('note-3')).toEqual({ writing: [], moving: ['Anna'] })
    says(1, { user: piet, writing: null })
    says(2, null)
    expect(reader.read('note-1').writing).toEqual(['Anna'])
    expect(reader.read('note-3')).toBe(nobody)
  })

  test('oneself not among them, also not in another tab', () => {
    const { reader, says } = page()
    says(1, { user: { id: 'me', name: 'Ik' }, writing: 'note-1', moving: { notes: ['note-1'] } })
    expect(reader.read('note-1')).toBe(nobody)
  })

  test('only what changed is drawn again', () => {
    const { says, draw, drawn } = page()
    draw('note-1')
    const stop = draw('note-2')
    says(1, { user: anna, writing: 'note-1', cursor: 1 })
    says(1, { user: anna, writing: 'note-1', cursor: 2 })
    expect(drawn).toEqual(['note-1'])
    says(1, { user: anna, writing: 'note-2' })
    expect(drawn.toSorted()).toEqual(['note-1', 'note-1', 'note-2'])
    stop()
    says(1, { user: anna, writing: null })
    expect(drawn).toHaveLength(3)
  })

  test('rubbish that another page says of itself is passed over', () => {
    const { reader, says } = page()
    for (const state of [
      {},
      { user: 'anna', writing: 'note-1' },
      { user: { id: 'anna' }, writing: 'note-1' },
      { user: anna, writing: { toString: 'x' }, moving: 'note-1' },
      { user: anna, moving: { notes: [null, 7, ['note-1']] } },
    ])
      says(1, state)
    expect(reader.read('note-1')).toBe(nobody)
    says(1, { user: anna, moving: { notes: Array.from({ length: 9000 }, (_, index) => `note-${index}`) } })
    expect(reader.read('note-299').moving).toEqual(['Anna'])
    expect(reader.read('note-300')).toBe(nobody)
  })
})
