import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { readBoard } from '#lib/documents/board.ts'
import type { Participant } from '#lib/domain/participant.ts'
import type { Actor } from '#lib/domain/permissions.ts'
import { createHub } from '#server/bus/in-process.ts'
import { act, bytesOf, Person } from '#tests/harness/board-people.ts'
import { RawClient } from '#tests/hostile/raw-client.ts'
import { session, startRooms, until } from '#tests/hostile/socket-room.ts'
import { board, HASH, nextTurn, notesOf, noteUpdate, people, raceFreeze, raceOf } from './freeze-race.ts'

/** What becomes of a piece of news: how often it comes, and after how many turns each time. */
const fate = fc.array(fc.nat(12), { maxLength: 2 })

/** Two nodes over one store. News between them fares as told, again from the beginning when that was all. */
async function twoNodes(fates: readonly (readonly number[])[]) {
  let told = 0
  const hub = createHub(async bring => {
    const delays = fates[told++ % fates.length] ?? [0]
    for (const turns of delays) {
      for (let turn = 0; turn < turns; turn++) await nextTurn()
      bring()
    }
  })
  const lookEvery = { connected: 40, away: 40 }
  const one = await startRooms({ bus: hub.join(), lookEvery })
  const two = await startRooms({ bus: hub.join(), lookEvery }, one)
  const stop = async () => {
    await two.stop()
    await one.stop()
  }
  return { one, two, nodes: [one, two] as const, store: one.store, stop }
}

const actor = (id: string, mayOrder: boolean): Actor => ({ id, mayOrder, role: 'participant', partner: null })
const seated = [actor('person-anna', false), actor('person-bram', true), actor('person-anna', false)] as const
const step = fc.record({
  who: fc.nat(2),
  what: fc.oneof(
    { weight: 4, arbitrary: act },
    { weight: 1, arbitrary: fc.constantFrom('leave', 'move', 'wait', 'wait') },
  ),
})

test('[M8] whatever lawful people do on two nodes, with news between them that is lost, late or twice, is refused nothing and ends the same everywhere', async () => {
  const run = fc.tuple(
    fc.array(fate, { minLength: 1, maxLength: 30 }),
    fc.array(step, { minLength: 20, maxLength: 70, size: 'max' }),
  )
  await fc.assert(
    fc.asyncProperty(run, async ([fates, steps]) => {
      const { one, nodes, store, stop } = await twoNodes(fates)
      try {
        for (const { id, mayOrder } of seated)
          one.roster.set(id, { ...(one.roster.get(id) as Participant), mayOrder })
        let time = 1000
        const seats: {
          doc: Y.Doc
          lines: WebsocketProvider[]
          at: number
          said: unknown[]
          person: Person
        }[] = []
        for (const [index, who] of seated.entries()) {
          const doc = new Y.Doc()
          const lines = [await one.join(who.id, 'board', doc), await nodes[1].join(who.id, 'board', doc)]
          const at = index % 2
          lines[1 - at]?.provider.disconnect()
          const person = new Person(
            ...([who, 'abc'[index] ?? 'x', doc] as const),
            () => 'collect',
            () => time,
            new Map(),
          )
          const said = lines.map(line => line.said)
          seats.push({ doc, lines: lines.map(({ provider }) => provider), at, said, person })
        }
        for (const { who, what } of steps) {
          const seat = seats[who] as (typeof seats)[number]
          time += 400
          if (what === 'leave') seat.lines[seat.at]?.disconnect()
          else if (what === 'move') {
            seat.lines[seat.at]?.disconnect()
            seat.at = 1 - seat.at
            seat.lines[seat.at]?.connect()
          } else if (what === 'wait') await new Promise(resolve => setTimeout(resolve))
          else seat.person.do(what)
        }
        for (const { lines, at } of seats) lines[at]?.connect()
        await until(() => seats.every(({ lines, at }) => lines[at]?.synced))
        const states = () => seats.map(({ doc }) => bytesOf(doc))
        await until(() => new Set(states()).size === 1)
        const refusals = seats.flatMap(({ said }) => (said as { type: string }[][]).flat())
        expect(refusals.filter(({ type }) => type === 'refusal')).toEqual([])
        const stored = new Y.Doc()
        for (const update of (await store.loadDocument(board)).updates) Y.applyUpdate(stored, update)
        expect(bytesOf(stored)).toBe(states()[0])
        for (const node of nodes) {
          const late = await node.join('person-obse')
          await until(() => bytesOf(late.doc) === states()[0])
        }
      } finally {
        await stop()
      }
    }),
    { numRuns: Number(process.env.RUNS ?? 25) },
  )
}, 300_000)

test('[M9] each edit that races a freeze on the other node is in the snapshot or refused, and both nodes show the snapshot', async () => {
  const run = fc.tuple(fc.array(fate, { minLength: 1, maxLength: 10 }), raceOf(50))
  await fc.assert(
    fc.asyncProperty(run, async ([fates, race]) => {
      const { one, nodes, store, stop } = await twoNodes(fates)
      try {
        const writers = await Promise.all(
          [0, 1, 2, 3].map(index =>
            RawClient.connect(`${nodes[index < 2 ? 0 : 1].base}/board?who=${people[index % 2]}`),
          ),
        )
        // Seated: who comes to what is fixed already is told so when they ask, as pages do.
        for (const writer of writers) {
          writer.ask()
          await until(() => writer.answered)
        }
        const { snapshot, sent } = await raceFreeze(one, writers, race)
        const kept = notesOf((await store.loadDocument(board)).updates)
        expect(kept).toEqual(snapshot)
        for (const [index, writer] of writers.entries()) {
          const taken = (sent[index] as string[]).filter(id => kept.includes(id)).length
          await until(() => taken + writer.refusals.length === sent[index]?.length)
          for (const code of writer.refusals) expect(code).toBe('frozen')
          await until(() => writer.frozen === HASH)
          writer.shown.length = 0
          writer.ask()
          await until(() => notesOf(writer.shown).length === kept.length)
          expect(notesOf(writer.shown)).toEqual(kept)
        }
        for (const writer of writers) writer.close()
      } finally {
        await stop()
      }
    }),
    { numRuns: Number(process.env.RACES ?? 25) },
  )
}, 300_000)

test('[M10] who sends each node something else under one Yjs client id makes no two people see two things', async () => {
  const twin = fc.record({
    fates: fc.array(fate, { minLength: 1, maxLength: 10 }),
    pairs: fc.array(fc.record({ turns: fc.nat(3), texts: fc.tuple(fc.string(), fc.string()) }), {
      minLength: 1,
      maxLength: 6,
    }),
  })
  await fc.assert(
    fc.asyncProperty(twin, async ({ fates, pairs }) => {
      const { one, two, nodes, store, stop } = await twoNodes(fates)
      try {
        const readers = await Promise.all(nodes.map(node => node.join('person-bram')))
        const senders = await Promise.all(
          nodes.map(node => RawClient.connect(`${node.base}/board?who=person-anna`)),
        )
        for (const [index, { turns, texts }] of pairs.entries()) {
          const each = texts.map(text => noteUpdate(`note-${1000 + index}`, 'person-anna', 50 + index, text))
          senders[0]?.update(each[0] as Uint8Array)
          for (let turn = 0; turn < turns; turn++) await nextTurn()
          senders[1]?.update(each[1] as Uint8Array)
        }
        const stored = async () => {
          const doc = new Y.Doc()
          for (const update of (await store.loadDocument(board)).updates) Y.applyUpdate(doc, update)
          return bytesOf(doc)
        }
        await until(() => readBoard((readers[0] as { doc: Y.Doc }).doc).notes.length === pairs.length)
        await one.rooms.announce(session)
        await two.rooms.announce(session)
        await expect
          .poll(async () => new Set([await stored(), ...readers.map(({ doc }) => bytesOf(doc))]).size)
          .toBe(1)
        for (const sender of senders) sender.close()
      } finally {
        await stop()
      }
    }),
    { numRuns: Number(process.env.RUNS ?? 25) },
  )
}, 300_000)
