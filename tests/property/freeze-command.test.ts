import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { addNote, addProposal } from '#lib/documents/board.ts'
import { snapshotOf } from '#lib/domain/snapshot.ts'
import { makingOf } from '#server/example/person.ts'
import { boardOf } from '#server/sync/contents.ts'
import { publicSession } from '#tests/harness/public-session.ts'
import { startServer, type TestServer } from '#tests/harness/server.ts'
import { RawClient } from '#tests/hostile/raw-client.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.remove())

/** A session whose opgave is chosen, where notes are written still: it may be frozen at any moment. */
async function readyToFreeze() {
  const { session, lead, join } = await publicSession(server.url)
  const people = [await join('Anna'), await join('Bram'), await join('Cees')]
  await lead.command({ type: 'movePhase', to: 'decide' })
  const making = makingOf(lead)
  addProposal(await lead.look('board'), making, { text: 'Een thuis voor iedereen', order: 1 })
  await people[0]?.sees('board', 'the proposal', doc => doc.getMap('proposals').size === 1)
  const proposals = [making.id]
  const opening = { type: 'openBallot', method: 'dots', per: 'person', dots: 1, proposals } as const
  const { id: ballot } = await lead.command({ ...opening, proposals })
  if (ballot === null) throw new Error('no ballot')
  await lead.command({ type: 'closeBallot', ballot })
  await lead.command({ type: 'revealBallot', ballot })
  await lead.command({ type: 'chooseDefinition', ballot, proposal: making.id })
  await lead.command({ type: 'movePhase', to: 'collect' })
  for (const each of [lead, ...people]) each.leave()
  const address = (token: string) =>
    `${server.url.replace('http', 'ws')}/sync/${session}/board?token=${token}`
  const writers = await Promise.all(people.map(({ token }) => RawClient.connect(address(token))))
  return { session, lead, people, writers, address }
}

/** A note in an update of its own, which builds on nothing: whether it is taken depends on when it comes alone. */
function noteUpdate(id: string, author: string): Uint8Array {
  const doc = new Y.Doc()
  addNote(doc, { id, author, partner: null, at: 1 }, { bouwsteen: 'opgave', order: 1, text: 'x' })
  return Y.encodeStateAsUpdate(doc)
}

async function contentSeenBy(reader: RawClient) {
  reader.shown.length = 0
  reader.answered = false
  reader.ask()
  await expect.poll(() => reader.answered, { interval: 2 }).toBe(true)
  return boardOf(reader.shown)
}

test('[F5] each edit that races the command to freeze is in what was fixed or refused, and all end with that', async () => {
  const race = fc.record({
    before: fc.nat(30),
    rhythm: fc.array(fc.record({ writer: fc.nat(2), turns: fc.integer({ min: 1, max: 4 }) }), {
      minLength: 1,
      maxLength: 20,
    }),
    // Asked twice, as by a hand that is in a hurry, it is one.
    twice: fc.boolean(),
  })
  let [taken, refused] = [0, 0]
  await fc.assert(
    fc.asyncProperty(race, async ({ before, rhythm, twice }) => {
      const { session, lead, people, writers, address } = await readyToFreeze()
      const sent = writers.map(() => [] as string[])
      let written = 0
      const write = async () => {
        const { writer, turns } = rhythm[written % rhythm.length] as (typeof rhythm)[number]
        const id = `note-${1000 + written++}`
        writers[writer]?.update(noteUpdate(id, people[writer]?.id ?? ''))
        sent[writer]?.push(id)
        for (let turn = 0; turn < turns; turn++) await new Promise(resolve => setImmediate(resolve))
      }
      while (written < before) await write()
      const freezing = (twice ? [1, 2] : [1]).map(() => lead.command({ type: 'freezeBoard' }))
      let over = false
      const frozen = Promise.all(freezing).finally(() => {
        over = true
      })
      // People write on for as long as it takes, and a little longer.
      while (!over && written < 250) await write()
      for (let more = 0; more < 3; more++) await write()
      const hashes = new Set((await frozen).map(({ id }) => id))
      const { board } = await lead.view()
      expect([...hashes]).toEqual([board?.hash])
      const newcomer = await RawClient.connect(address(people[0]?.token ?? ''))
      const content = await contentSeenBy(newcomer)
      const frozenAt = board?.frozenAt ?? 0
      // What everybody reads now is, to the letter, what was fixed under that hash.
      const fixed = snapshotOf({
        ...{ format: 'mozaiekbord-board/4', previous: null, session, frozenAt },
        ...content,
      })
      expect(fixed.hash).toBe(board?.hash)
      const kept = new Set(content.notes.map(({ id }) => id))
      for (const [index, writer] of writers.entries()) {
        const mine = sent[index] as string[]
        const those = mine.filter(id => kept.has(id)).length
        await expect.poll(() => those + writer.refusals.length, { interval: 2 }).toBe(mine.length)
        expect(['', 'frozen']).toContain([...new Set(writer.refusals)].join())
        await expect.poll(() => writer.frozen, { interval: 2 }).toBe(board?.hash)
        expect(await contentSeenBy(writer)).toEqual(content)
        taken += those
        refused += writer.refusals.length
      }
      for (const each of [newcomer, ...writers]) each.close()
    }),
    { numRuns: Math.ceil(Number(process.env.RACES ?? 40) / 2) },
  )
  // They did race: some came in time, and some did not.
  expect(Math.min(taken, refused)).toBeGreaterThan(0)
}, 300_000)
