import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { boardRoots } from '#lib/documents/layout.ts'
import type { Actor } from '#lib/domain/permissions.ts'
import { act, bytesOf, Person } from '#tests/harness/board-people.ts'
import { anna, bram, gateRoom, lead } from '#tests/harness/gate-room.ts'

const orders: Actor = { ...bram, mayOrder: true }
const letters = ['a', 'b', 'c'] as const
const step = fc.record({ who: fc.nat(2), act, pause: fc.nat(1500), sync: fc.nat(3) })

/** Three people at one board behind the real gate, each with a document that is in step when they last synced. */
function table() {
  const room = gateRoom()
  const edits = new Map<string, Set<string>>()
  const clock = { time: 10_000 }
  const people = [anna, orders, lead].map(
    (actor, index) =>
      new Person(
        ...([actor, letters[index] ?? 'x', new Y.Doc()] as const),
        () => room.state.stage,
        () => clock.time,
        edits,
      ),
  )
  const sync = ({ doc, actor }: Person) => {
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(room.doc, Y.encodeStateVector(doc)))
    expect(room.offer(Y.encodeStateAsUpdate(doc, Y.encodeStateVector(room.doc)), actor)).toBeNull()
  }
  const syncAll = () => {
    for (const person of [...people, ...people]) sync(person)
    for (const { doc } of people) expect(bytesOf(doc)).toBe(bytesOf(room.doc))
  }
  for (const what of ['add', 'add', 'line', 'cement', 'reply', 'react'] as const) {
    for (const [index, person] of people.entries()) person.do({ what, at: index, also: index })
    syncAll()
  }
  return { room, edits, clock, people, sync, syncAll }
}

/** Every field of every entry, by `root/id/field`. */
function fieldsOf(doc: Y.Doc): Map<string, unknown> {
  const found = new Map<string, unknown>()
  for (const root of boardRoots)
    for (const [id, entry] of doc.getMap<Y.Map<unknown>>(root))
      for (const [key, value] of Object.entries(entry.toJSON())) found.set(`${root}/${id}/${key}`, value)
  return found
}
const isText = (name: string) => /\/(text|title|about)$/.test(name)
const countOf = (letter: string, text: unknown) => String(text).split(letter).length - 1

test('[E13] whatever people do, take back and do again passes the gate and converges; who takes all of theirs back changes nothing of others', () => {
  const did = { undone: 0, shared: 0 }
  fc.assert(
    fc.property(
      fc.array(step, { minLength: 20, maxLength: 80, size: 'max' }),
      fc.nat(2),
      fc.boolean(),
      (steps, who, ordering) => {
        const { room, edits, clock, people, sync, syncAll } = table()
        const erased = new Set<string>()
        for (const [index, each] of steps.entries()) {
          if (ordering && index === steps.length >> 1) {
            syncAll()
            room.state.stage = 'order'
          }
          const person = people[each.who] as Person
          const before = fieldsOf(person.doc)
          person.do(each.act)
          if (each.who !== who)
            for (const [name, value] of fieldsOf(person.doc))
              if (
                isText(name) &&
                countOf(letters[who] ?? '', value) !== countOf(letters[who] ?? '', before.get(name) ?? '')
              )
                erased.add(name)
          clock.time += each.pause
          if (each.sync === 0) sync(person)
        }
        syncAll()

        const me = people[who] as Person
        const before = fieldsOf(room.doc)
        let left = true
        let barred = false
        while (left) {
          const outcome = me.history.undo(me.may)
          if (outcome.ok) did.undone++
          else if (outcome.refusal === 'nothing') left = false
          else expect(['overtaken', 'phase-forbids', 'role-forbids']).toContain(outcome.refusal)
          // What the phase no longer lets one do stays, and all that one did before it.
          if (!outcome.ok && outcome.refusal.endsWith('-forbids')) barred = true
          if (!outcome.ok && outcome.refusal === 'phase-forbids') left = false
        }
        syncAll()
        const after = fieldsOf(room.doc)
        const others = (name: string) => [...(edits.get(name) ?? [])].some(id => id !== me.actor.id)
        for (const [name, value] of after) {
          const same = value === before.get(name)
          if (!same) expect([...(edits.get(name) ?? [])], name).toContain(me.actor.id)
          if (!same && others(name)) did.shared++
          for (const letter of isText(name) ? letters.filter(each => each !== letters[who]) : [])
            expect(countOf(letter, value), name).toBeGreaterThanOrEqual(countOf(letter, before.get(name)))
        }
        if (barred) return
        for (const [name, value] of after) {
          const [root, id, key] = name.split('/')
          const mine = after.get(`${root}/${id}/author`) === me.actor.id
          if (mine && key === 'deletedAt' && !others(name)) expect(value, name).not.toBeNull()
          if (isText(name) && !erased.has(name)) expect(countOf(letters[who] ?? '', value), name).toBe(0)
        }
      },
    ),
    { numRuns: Number(process.env.RUNS ?? 150) },
  )
  // The test did something: steps were taken back, also in what others had worked on.
  expect(did.undone).toBeGreaterThan(100)
  expect(did.shared).toBeGreaterThan(10)
}, 300_000)
