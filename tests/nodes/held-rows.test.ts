import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readBoard } from '#lib/documents/board.ts'
import { ask } from '#server/example/person.ts'
import { type Cluster, startCluster } from '#tests/harness/cluster.ts'
import { layNote, openHall } from '#tests/harness/hall.ts'

let cluster: Cluster
let database: Client
beforeAll(async () => {
  cluster = await startCluster({ nodes: 2, cables: true })
  database = new Client(cluster.postgres.url)
  await database.connect()
})
afterAll(async () => {
  await database?.end()
  await cluster?.remove()
})

test('[M40] what a node holds of the database when its cable is pulled out is free again before who waits for it is refused', async context => {
  const [near, far] = cluster.nodes
  if (!near || !far?.cable)
    return context.skip('network namespaces are not permitted to this user (ip netns add)')
  const { cable } = far
  const { come, session, lead } = await openHall(cluster)
  const [writer, reader] = [await come('Schrijver', 0), await come('Lezer', 0)]
  /** A command by way of this node, asked once. */
  const asked = (node: { url: string }, on: boolean) =>
    ask({ url: node.url, origin: cluster.url }, `/api/sessions/${session}/commands`, {
      body: { key: crypto.randomUUID(), command: { type: 'setLobby', on } },
      token: lead.token,
    })
  const backends = async (state: string) => {
    const { rows } = await database.query(
      `SELECT count(*)::int AS count FROM pg_stat_activity WHERE host(client_addr) = $1 AND ${state}`,
      [cable.address],
    )
    return rows[0].count as number
  }

  // The far node's command stands before the session's row, and comes to hold it when its cable is out.
  const holder = new Client(cluster.postgres.url)
  await holder.connect()
  await holder.query('BEGIN')
  await holder.query('SELECT 1 FROM sessions WHERE id = $1 FOR UPDATE', [session])
  const lost = asked(far, true).catch(() => 'no answer')
  await expect.poll(() => backends(`wait_event_type = 'Lock'`), { timeout: 4000 }).toBeGreaterThan(0)
  cable.pull()
  await holder.query('ROLLBACK')
  await holder.end()
  await expect.poll(() => backends(`state = 'idle in transaction'`), { timeout: 2000 }).toBeGreaterThan(0)

  layNote(writer, 'note-meanwhile')
  await asked(near, true)
  await reader.sees('the note', doc => readBoard(doc).notes.some(({ id }) => id === 'note-meanwhile'))
  expect(writer.refusals).toEqual([])

  cable.plug()
  await lost
  await cluster.proxy.sees(2)
  for (const each of [writer, reader]) each.leave()
}, 120_000)
