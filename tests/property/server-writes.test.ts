import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { addNote, readBoard } from '#lib/documents/board.ts'
import { SERVER } from '#server/store/store.ts'
import { notesUpdate } from '#server/sync/contents.ts'
import { gate } from '#server/sync/gate.ts'
import { silentMeter } from '#server/sync/meter.ts'
import { Room } from '#server/sync/room.ts'
import { RawClient } from '#tests/hostile/raw-client.ts'
import { session, startRooms, until } from '#tests/hostile/socket-room.ts'

const board = { session, document: 'board' } as const
const people = ['person-anna', 'person-bram']

const nextTurn = () => new Promise(resolve => setImmediate(resolve))
const idsIn = (updates: readonly Uint8Array[]): string[] => {
  const doc = new Y.Doc()
  for (const update of updates) Y.applyUpdate(doc, update)
  expect(doc.store.pendingStructs).toBeNull()
  return readBoard(doc)
    .notes.map(({ id }) => id)
    .sort()
}

test('[Q12] what the server lays down races with what people write: all is kept, and shown to all', async () => {
  const race = fc.record({
    edits: fc.array(fc.record({ writer: fc.nat(1), turns: fc.nat(3) }), { minLength: 1, maxLength: 40 }),
    layings: fc.array(fc.record({ at: fc.nat(40), turns: fc.nat(4), fails: fc.boolean() }), { maxLength: 4 }),
  })
  await fc.assert(
    fc.asyncProperty(race, async ({ edits, layings }) => {
      const server = await startRooms()
      try {
        const writers = await Promise.all(
          people.map(who => RawClient.connect(`${server.base}/board?who=${who}`)),
        )
        const reader = await server.join('person-obse')
        const laid: string[] = []
        const lay = (index: number, { turns, fails }: { turns: number; fails: boolean }) =>
          server.rooms.write([board], () =>
            server.store.transaction(session, async tx => {
              const { owners } = await tx.readDocument('board')
              // Edits come in between the reading and the writing, as they would with a slower store.
              for (let turn = 0; turn < turns; turn++) await nextTurn()
              const id = `laid-000${index}`
              const note = { bouwsteen: 'opgave' as const, order: 1, text: 'x', line: null, deletedAt: null }
              const made = notesUpdate([{ ...note, id, author: null, partner: null, createdAt: 1 }], owners)
              const written = [await tx.appendAsServer('board', made.update, [made.client])]
              if (fails) throw new Error('undone')
              laid.push(id)
              return { written }
            }),
          )
        const laying: Promise<unknown>[] = []
        const sent: string[] = []
        for (const [index, { writer, turns }] of edits.entries()) {
          for (const [number, each] of layings.entries())
            if (each.at === index) laying.push(lay(number, each).catch(error => error))
          const doc = new Y.Doc()
          const id = `note-${1000 + index}`
          const author = people[writer] as string
          addNote(doc, { id, author, partner: null, at: 1 }, { bouwsteen: 'opgave', order: 1, text: 'y' })
          writers[writer]?.update(Y.encodeStateAsUpdate(doc))
          sent.push(id)
          for (let turn = 0; turn < turns; turn++) await nextTurn()
        }
        await Promise.all(laying)
        const all = () => [...sent, ...laid].sort()
        await until(() => readBoard(reader.doc).notes.length === all().length)
        expect(idsIn([Y.encodeStateAsUpdate(reader.doc)])).toEqual(all())
        for (const writer of writers) {
          expect(writer.refusals).toEqual([])
          expect(idsIn(writer.shown)).toEqual(all())
        }
        const stored = await server.store.loadDocument(board)
        expect(idsIn(stored.updates)).toEqual(all())
        expect([...stored.owners.values()].filter(owner => owner === SERVER)).toHaveLength(laid.length)
        await server.rooms.unload(board)
        const later = await RawClient.connect(`${server.base}/board?who=person-bram`)
        later.ask()
        await until(() => later.shown.length > 0)
        expect(idsIn(later.shown)).toEqual(all())
        for (const client of [...writers, later]) client.close()
      } finally {
        await server.stop()
      }
    }),
    { numRuns: Number(process.env.RACES ?? 30) },
  )
}, 300_000)

/** A note in an update of its own, by one of the people. */
function noteUpdate(id: string, author: string): Uint8Array {
  const doc = new Y.Doc()
  addNote(doc, { id, author, partner: null, at: 1 }, { bouwsteen: 'opgave', order: 1, text: 'y' })
  return Y.encodeStateAsUpdate(doc)
}

/** A log in memory that takes as many turns over each write as it is told to. */
function slowLog(turns: () => number) {
  let rows: { place: number; update: Uint8Array }[] = []
  const ever: Uint8Array[] = []
  const lost: string[] = []
  let place = 0
  const wait = async () => {
    for (let turn = turns(); turn > 0; turn--) await nextTurn()
  }
  const add = (update: Uint8Array): number => {
    rows.push({ place: ++place, update })
    ever.push(update)
    return place
  }
  return {
    rows: () => rows.map(({ update }) => update),
    lost,
    add,
    wait,
    store: {
      load: async () => ({ updates: [], damaged: 0, owners: new Map(), frozen: null, last: 0, life: 0 }),
      since: async (behind: number) => ({
        ...{ life: 0, frozen: null, last: place, owners: new Map() },
        updates: rows.filter(row => row.place > behind),
      }),
      append: async (entries: readonly { update: Uint8Array }[]) => {
        const places = entries.map(({ update }) => add(update))
        await wait()
        return places
      },
      compact: async (state: Uint8Array, { last }: { last: number }) => {
        await wait()
        rows = [{ place: last, update: state }, ...rows.filter(row => row.place > last)]
        // A blow may fall right here.
        const kept = idsIn(rows.map(({ update }) => update))
        lost.push(...idsIn(ever).filter(id => !kept.includes(id)))
      },
    },
  }
}

test('[Q12] nothing that the server laid down is lost when the log is put together meanwhile', async () => {
  const steps = fc.array(
    fc.record({ act: fc.constantFrom('write', 'lay', 'rest'), turns: fc.nat(3), takes: fc.nat(4) }),
    { minLength: 1, maxLength: 30 },
  )
  await fc.assert(
    fc.asyncProperty(steps, async each => {
      let takes = 0
      const log = slowLog(() => takes)
      const actor = { id: 'person-anna', role: 'participant' as const, partner: null, mayOrder: false }
      const peer = { actor: () => actor, send: () => {}, charge: () => {}, drop: () => {} }
      const room = await Room.open(board, {
        store: log.store,
        stage: () => 'collect',
        epoch: () => 0,
        refresh: async () => {},
        check: async () => {},
        alone: () => true,
        stale: () => false,
        tell: () => {},
        present: () => undefined,
        meter: silentMeter,
        gate,
        sizeMax: 12 * 1024 * 1024,
        failed: () => {},
        broke: () => {},
      })
      const expected: string[] = []
      const under: Promise<unknown>[] = []
      for (const [index, { act, turns, takes: now }] of each.entries()) {
        takes = now
        const id = `note-${1000 + index}`
        if (act !== 'rest') expected.push(id)
        if (act === 'write') room.propose(noteUpdate(id, actor.id), peer, true)
        if (act === 'rest') under.push(room.settleDown())
        if (act === 'lay')
          under.push(
            room.adopt(async () => {
              const update = noteUpdate(id, 'the-server')
              const place = log.add(update)
              await log.wait()
              return { written: [{ document: 'board' as const, update, clients: [], place }] }
            }),
          )
        for (let turn = 0; turn < turns; turn++) await nextTurn()
      }
      await Promise.all(under)
      await room.renew()
      expect(log.lost).toEqual([])
      expect(idsIn(log.rows())).toEqual(expected)
    }),
    { numRuns: Number(process.env.RACES ?? 200) },
  )
}, 300_000)
