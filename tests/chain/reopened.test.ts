import { spawnSync } from 'node:child_process'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type * as Y from 'yjs'
import { statementRoot } from '#lib/documents/names.ts'
import { replacedHashOf } from '#lib/domain/statement.ts'
import { ask } from '#server/example/person.ts'
import { environmentOf } from '#tests/harness/installation.ts'
import { startServer, type TestServer } from '#tests/harness/server.ts'
import { signingSession } from '#tests/harness/signing-session.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.remove())

type Table = Awaited<ReturnType<typeof signingSession>>

const root = new URL('../..', import.meta.url).pathname
function recordHolds(): void {
  const env = { ...process.env, ...environmentOf(server) }
  const { stdout } = spawnSync(process.execPath, ['scripts/verify.ts'], { cwd: root, encoding: 'utf8', env })
  expect(stdout).toContain('everything is as it was kept')
}

async function writeOn({ lead, bram }: Table): Promise<void> {
  const text = (await lead.look('statement')).getXmlFragment(statementRoot)
  await bram.look('statement')
  const heading = text.get(0) as Y.XmlElement
  const words = heading.get(0) as Y.XmlText
  words.insert(0, 'Samen: ')
  await bram.sees('statement', 'what was written on', doc =>
    doc.getXmlFragment(statementRoot).toString().includes('Samen: '),
  )
  for (const person of [lead, bram]) person.leave()
}

async function exported({ lead, place }: Table) {
  const { session } = await lead.view()
  const headers = { authorization: `Bearer ${lead.token}` }
  const response = await fetch(`${place.url}/api/sessions/${session.id}/export.json`, { headers })
  return { status: response.status, bytes: Buffer.from(await response.arrayBuffer()) }
}
const judged = async (bytes: Buffer) =>
  (await fetch(`${server.url}/api/verify`, { method: 'POST', body: new Uint8Array(bytes) })).json()

test('[F10] a fixed text is opened again; the next version names the former, which stays as it was signed', async () => {
  const table = await signingSession(server)
  const { lead, open, pathOf, give } = table
  const path = await pathOf(0)
  await give(path, 'signs')
  const first = (await lead.view()).statement
  const former = await exported(table)
  await lead.command({
    type: 'writeSignatory',
    partner: (await open(path)).partner.id,
    kind: 'invitation',
    by: 'hand',
  })
  await lead.command({ type: 'reopenStatement' })
  expect(await lead.view()).toMatchObject({
    session: { phase: 'statement' },
    statement: null,
    reopened: first,
    signatories: [],
  })
  await expect(open(path)).rejects.toThrow('text-reopened')
  expect((await exported(table)).status, 'nothing is fixed meanwhile').toBe(409)
  await expect(lead.command({ type: 'wipeContent' }), 'somebody signed it').rejects.toThrow('frozen')
  recordHolds()

  await writeOn(table)
  await lead.command({ type: 'freezeStatement' })
  expect(await pathOf(0), 'the same link').toBe(path)
  const seen = await open(path)
  expect(seen).toMatchObject({ statement: { version: 2 }, signatures: [], complete: false })
  expect(replacedHashOf(seen.statement)).toBe(first?.hash)
  expect(seen.replaces).toMatchObject({
    statement: { version: 1 },
    signatures: [{ declaration: { decision: 'signs', statement: first?.hash } }],
  })
  const { signatories, reopened } = await lead.view()
  expect(reopened).toBeNull()
  expect(signatories.map(({ state, letters }) => [state, letters.length])).toEqual([
    ['open', 0],
    ['open', 0],
  ])
  await give(path, 'declines')
  const later = await exported(table)
  expect(await judged(later.bytes)).toMatchObject({
    verdict: 'intact',
    statement: { version: 2 },
    signatures: [{ decision: 'declines', valid: true }],
  })
  expect(await judged(former.bytes), 'what left earlier keeps holding').toMatchObject({
    verdict: 'intact',
    statement: { version: 1 },
    signatures: [{ decision: 'signs', valid: true }],
  })
  recordHolds()
})

test('[F10] a text that was opened again and reads as it did takes its own place again, with its signatures', async () => {
  const table = await signingSession(server)
  const { lead, open, pathOf, give } = table
  const path = await pathOf(0)
  await give(path, 'signs')
  const first = (await lead.view()).statement
  const { id } = await lead.command({ type: 'reopenStatement' })
  expect(id).toBe(first?.hash)
  expect((await lead.command({ type: 'reopenStatement' })).id, 'asked twice').toBe(id)
  expect((await lead.command({ type: 'freezeStatement' })).id).toBe(id)
  expect(await lead.view()).toMatchObject({ statement: first, reopened: null, session: { phase: 'sign' } })
  expect(await open(path)).toMatchObject({
    replaces: null,
    signatures: [{ declaration: { decision: 'signs' } }],
  })
  await expect(give(path, 'signs')).rejects.toThrow('signed-already')
  recordHolds()
})

test('[F10] once all signed nothing is opened again, nor while signing is closed', async () => {
  const { lead, pathOf, give } = await signingSession(server)
  await lead.command({ type: 'movePhase', to: 'closed' })
  await expect(lead.command({ type: 'reopenStatement' })).rejects.toThrow('phase-forbids')
  await lead.command({ type: 'movePhase', to: 'sign' })
  for (const index of [0, 1]) await give(await pathOf(index), 'signs')
  await expect(lead.command({ type: 'reopenStatement' })).rejects.toThrow('signed-by-all')
  expect((await lead.view()).session.phase).toBe('sign')
})

test('[F10] of signing and opening the text again at one moment, one comes first, and what is signed stays', async () => {
  const table = await signingSession(server)
  const { lead, open, pathOf, give, place } = table
  const path = await pathOf(0)
  const seen = await open(path)
  const [signed] = await Promise.allSettled([
    give(path, 'signs', seen),
    lead.command({ type: 'reopenStatement' }),
  ])
  const { id } = await lead.command({ type: 'freezeStatement' })
  expect(id, 'as it read').toBe(seen.hash)
  const { signatures } = await ask<typeof seen>(place, path)
  expect(signatures).toHaveLength(signed.status === 'fulfilled' ? 1 : 0)
  if (signed.status === 'rejected') expect(String(signed.reason)).toContain('text-reopened')
})
