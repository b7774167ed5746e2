import { expect, test } from 'vitest'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { WallPresence } from '#components/live/wall-presence.ts'

const spot = { tile: 'opgave', x: 1, y: 2 } as const
const on = (id: string, notes: string[]) => ({
  user: { id, name: id },
  wall: { pointer: spot, hand: notes.length > 0 ? spot : null },
  moving: { notes },
})

test('[Z19] the hand of another page of one’s own is nobody’s pointer; what it moves is seen', () => {
  const awareness = new Awareness(new Y.Doc())
  const presence = new WallPresence(awareness, 'me')
  awareness.states.set(1, on('me', ['note-1']))
  awareness.states.set(2, on('anna', []))
  const found = new Map(presence.others().map(other => [other.name, other]))
  expect(found.get('anna')?.pointer).toEqual(spot)
  expect(found.get('me')).toMatchObject({ pointer: null, hand: spot, notes: ['note-1'] })
})
