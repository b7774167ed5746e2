import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { addProposal, readBoard } from '#lib/documents/board.ts'
import type { AuditAnswer, SignView } from '#lib/protocol/requests.ts'
import { ask, Declined, Person } from '#server/example/person.ts'
import { type Cluster, startCluster } from '#tests/harness/cluster.ts'
import { signedBy } from '#tests/harness/declaring.ts'
import { signingSession } from '#tests/harness/signing-session.ts'
import { storedBoard } from '#tests/harness/stored.ts'
import { deciding, openVote, proposal, toTheStatement, vote } from '#tests/hostile/deciding.ts'
import { RawClient } from '#tests/hostile/raw-client.ts'

/** How often a race is run, for either may win. */
const ROUNDS = Number(process.env.RACES ?? 5)

let cluster: Cluster
beforeAll(async () => {
  cluster = await startCluster({ nodes: 2 })
})
afterAll(() => cluster?.remove())

const at = (node: number) => ({ url: cluster.nodes[node]?.url ?? '', origin: cluster.url })
const socket = (node: number, session: string, token: string) =>
  `${at(node).url.replace('http', 'ws')}/sync/${session}/board?token=${token}`

/** The same person, asking this node. */
const through = (node: number, person: Person, session: string) =>
  new Person(at(node), { session, participant: person.id, token: person.token }, person.partner)

/** What came of things that were done at once: null where it was done, else the code of why not. */
async function outcomes(acts: readonly Promise<unknown>[]): Promise<(string | null)[]> {
  const settled = await Promise.allSettled(acts)
  return settled.map(one =>
    one.status === 'fulfilled' ? null : one.reason instanceof Declined ? one.reason.code : String(one.reason),
  )
}

async function boardAt(node: number, session: string, token: string): Promise<Y.Doc> {
  const reader = await RawClient.connect(socket(node, session, token))
  reader.ask()
  await expect.poll(() => reader.answered, { interval: 2 }).toBe(true)
  const doc = new Y.Doc()
  for (const update of reader.shown) Y.applyUpdate(doc, update)
  reader.close()
  return doc
}

test('[M25] each proposal that races a freeze on another node is in what was fixed, or refused', async () => {
  let [taken, refused] = [0, 0]
  for (let round = 0; round < ROUNDS; round++) {
    const table = await deciding(cluster)
    await toTheStatement(table, false)
    const { session } = await table.lead.view()
    const people = [table.anna, table.bram, table.cees]
    for (const person of people) person.leave()
    const writers = await Promise.all(
      people.map(({ token }, index) => RawClient.connect(socket(index === 0 ? 0 : 1, session.id, token))),
    )
    const sent: string[][] = writers.map(() => [])
    let [over, after] = [false, 0]
    const freeze = () =>
      through(0, table.lead, session.id)
        .command({ type: 'freezeBoard' })
        .finally(() => {
          over = true
        })
    let freezing: Promise<unknown> | null = null
    // From before the freeze until it is over and a few more.
    for (let written = 0; after < 9; written++) {
      if (written === 12) freezing = freeze()
      if (over) after++
      const index = written % 3
      const id = `written-${round}-${written}`
      const doc = new Y.Doc()
      const author = people[index]?.id ?? ''
      const partner = people[index]?.partner ?? null
      addProposal(doc, { id, author, partner, at: 1 }, { text: 'x', order: 1 })
      sent[index]?.push(id)
      writers[index]?.update(Y.encodeStateAsUpdate(doc))
      await new Promise(resolve => setTimeout(resolve, 4 + (round % 3) * 4))
    }
    await freezing
    const fixed = new Set((await storedBoard(cluster, session.id)).board.proposals.map(({ id }) => id))
    for (const node of [0, 1]) {
      const shown = readBoard(await boardAt(node, session.id, table.lead.token)).proposals.map(({ id }) => id)
      expect(new Set(shown)).toEqual(fixed)
    }
    for (const [index, writer] of writers.entries()) {
      const mine = sent[index] ?? []
      const inside = mine.filter(id => fixed.has(id)).length
      await expect.poll(() => inside + writer.refusals.length, { interval: 2 }).toBe(mine.length)
      for (const code of writer.refusals) expect(['frozen', 'phase-forbids']).toContain(code)
      taken += inside
      refused += writer.refusals.length
      writer.close()
    }
    const hashes = await Promise.all([0, 1].map(node => through(node, table.lead, session.id).view()))
    expect(hashes[0]?.board?.hash).toBe(hashes[1]?.board?.hash)
  }
  expect(Math.min(taken, refused), 'they did race').toBeGreaterThan(0)
}, 120_000)

test('[M26] each vote that races the close on another node counts, or is refused', async () => {
  let [counted, refused] = [0, 0]
  for (let round = 0; round < ROUNDS; round++) {
    const table = await deciding(cluster)
    const { session } = await table.lead.view()
    const voters = [table.anna, table.bram, table.cees]
    const ballot = await openVote(table)
    const casts = voters.map((voter, index) => () => vote(through(index % 2, voter, session.id), ballot, 1))
    const close = () => through(0, table.lead, session.id).command({ type: 'closeBallot', ballot })
    const acts = [...casts.slice(0, round % 4), close, ...casts.slice(round % 4)]
    const came = await outcomes(acts.map(act => act()))
    expect(came.splice(round % 4, 1)).toEqual([null])
    for (const code of came) expect([null, 'ballot-not-open']).toContain(code)
    await table.lead.command({ type: 'revealBallot', ballot })
    for (const node of [0, 1]) {
      const view = await through(node, table.lead, session.id).view()
      const votes = came.filter(code => code === null).length
      const tally = view.ballots.find(({ id }) => id === ballot)?.tally
      expect(tally).toMatchObject({ voters: votes, options: [{ proposal, dots: votes, people: votes }] })
    }
    counted += came.filter(code => code === null).length
    refused += came.filter(code => code !== null).length
    for (const person of voters) person.leave()
  }
  expect(Math.min(counted, refused), 'they did race').toBeGreaterThan(0)
}, 120_000)

const give = async (node: number, path: string, seen: SignView) =>
  ask<SignView>(at(node), path, { body: await signedBy(seen, 'signs', Date.now()) })

test('[M27] two partners that sign at one moment on two nodes have both signed, and the trail is one chain', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const table = await signingSession(cluster)
    const paths = [await table.pathOf(0), await table.pathOf(1)]
    const seen = await Promise.all(paths.map(path => table.open(path)))
    const came = await outcomes(paths.map((path, node) => give(node, path, seen[node] as SignView)))
    expect(came).toEqual([null, null])
    const { session } = await table.lead.view()
    for (const node of [0, 1]) {
      const opened = await ask<SignView>(at(node), paths[node] as string)
      expect(opened).toMatchObject({ complete: true, signatures: [{}] })
      const trail = await ask<AuditAnswer>(at(node), `/api/sessions/${session.id}/audit`, {
        token: table.lead.token,
      })
      expect(trail.brokenAt).toBeNull()
      expect(trail.events.filter(({ type }) => type === 'sign')).toHaveLength(2)
    }
  }
}, 120_000)

test('[M28] a link to sign that is used on two nodes at one moment is used once', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const table = await signingSession(cluster)
    const path = await table.pathOf(0)
    const seen = await table.open(path)
    const came = await outcomes([0, 1, 0, 1].map(node => give(node, path, seen)))
    expect(came.filter(code => code === null)).toHaveLength(1)
    expect(came.filter(code => code === 'signed-already')).toHaveLength(3)
    for (const node of [0, 1]) expect((await ask<SignView>(at(node), path)).signatures).toHaveLength(1)
  }
}, 120_000)
