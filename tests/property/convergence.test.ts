import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import type { Participant } from '#lib/domain/participant.ts'
import type { Actor } from '#lib/domain/permissions.ts'
import { act, bytesOf, Person } from '#tests/harness/board-people.ts'
import { session, startRooms, until } from '#tests/hostile/socket-room.ts'

const board = { session, document: 'board' } as const
const actor = (id: string, mayOrder: boolean): Actor => ({ id, mayOrder, role: 'participant', partner: null })
/** Two people, of whom one has two tabs. */
const seated = [actor('person-anna', false), actor('person-bram', true), actor('person-anna', false)] as const
const line = fc.constantFrom('leave', 'return', 'wait', 'wait', 'wait')
const step = fc.record({
  who: fc.nat(2),
  what: fc.oneof({ weight: 3, arbitrary: act }, { weight: 1, arbitrary: line }),
})
/** What everybody does first, so that there is something of each kind. */
const opening = ['add', 'add', 'line', 'cement', 'reply', 'react'] as const

test('[G14] whatever lawful clients do, with lines that break at any moment, passes the gate and converges byte for byte', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 80, size: 'max' }), async steps => {
      const server = await startRooms()
      try {
        for (const { id, mayOrder } of seated)
          server.roster.set(id, { ...(server.roster.get(id) as Participant), mayOrder })
        await server.rooms.announce(session)
        const seats = await Promise.all(seated.map(({ id }) => server.join(id)))
        let time = 1000
        const people = seats.map(
          ({ doc }, index) =>
            new Person(
              ...([seated[index] as Actor, 'abc'[index] ?? 'x', doc] as const),
              () => 'collect',
              () => time,
              new Map(),
            ),
        )
        const states = () => seats.map(({ doc }) => bytesOf(doc))
        const inStep = () => until(() => new Set(states()).size === 1)
        for (const what of opening) {
          for (const [index, one] of people.entries()) one.do({ what, at: index, also: index })
          await inStep()
        }
        for (const { who, what } of steps) {
          const { provider } = seats[who] as (typeof seats)[number]
          time += 400
          if (what === 'leave') provider.disconnect()
          else if (what === 'return') provider.connect()
          else if (what === 'wait') await new Promise(resolve => setTimeout(resolve))
          else people[who]?.do(what)
        }
        for (const { provider } of seats) provider.connect()
        await until(() => seats.every(({ provider }) => provider.synced))
        await inStep()
        expect(seats.flatMap(({ said }) => said.filter(frame => frame.type === 'refusal'))).toEqual([])
        const late = await server.join('person-obse')
        const stored = new Y.Doc()
        for (const update of (await server.store.loadDocument(board)).updates) Y.applyUpdate(stored, update)
        expect(bytesOf(late.doc)).toBe(states()[0])
        expect(bytesOf(stored)).toBe(states()[0])
      } finally {
        await server.stop()
      }
    }),
    { numRuns: Number(process.env.RUNS ?? 40) },
  )
}, 300_000)
