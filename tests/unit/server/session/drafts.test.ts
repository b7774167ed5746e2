import { afterEach, beforeEach, expect, it } from 'vitest'
import * as Y from 'yjs'
import { writeStatementBody } from '#lib/documents/statement.ts'
import { draftSchema } from '#lib/domain/draft.ts'
import type { Block } from '#lib/domain/statement.ts'
import { readSnapshot } from '#server/session/snapshots.ts'
import { statementOf } from '#server/sync/contents.ts'
import { deskSession, lead, MOMENT, session } from '#tests/harness/desk-session.ts'

const anna = 'person-anna'
const passage = (words: string, roots = ''): Block => ({
  ...{ type: 'paragraph', roots },
  content: [{ type: 'text', text: words, marks: [] }],
})
const first = [passage('Wij beginnen.', 'note:note-0001')]

let table: Awaited<ReturnType<typeof deskSession>>
beforeEach(async () => {
  table = await deskSession([anna])
  await table.store.transaction(session, tx => tx.updateSession({ phase: 'statement' }))
  await write(first)
})
afterEach(() => table.stop())

async function write(blocks: readonly Block[]): Promise<void> {
  const doc = new Y.Doc()
  for (const update of await log()) Y.applyUpdate(doc, update)
  const before = Y.encodeStateVector(doc)
  writeStatementBody(doc, blocks)
  const update = Y.encodeStateAsUpdate(doc, before)
  const entry = {
    session,
    document: 'statement',
    update,
    clients: [doc.clientID],
    participant: anna,
  } as const
  await table.store.appendUpdates([entry])
}
const log = async () => (await table.store.loadDocument({ session, document: 'statement' })).updates
const text = async () => statementOf(await log())
const drafts = async (who = anna) => (await table.view(who)).drafts
async function bodyOf(hash: string): Promise<Block[]> {
  const { canonical } = await table.store.transaction(session, tx => readSnapshot(tx, anna, hash))
  return draftSchema.parse(JSON.parse(canonical)).body
}

it('[C17] a version is kept by who leads, under its name, for all to read, and never changes', async () => {
  expect(await table.tell(anna, { type: 'keepDraft', name: 'Van mij' })).toBe('role-forbids')
  expect(await table.tell(lead, { type: 'keepDraft', name: 'Voor de lunch' })).toBeNull()
  const [kept] = await drafts()
  expect(kept).toMatchObject({ name: 'Voor de lunch', cause: 'kept', by: lead, at: MOMENT })
  await write([passage('En dan verder.')])
  expect(await bodyOf(kept?.hash ?? '')).toEqual(first)
  await table.store.transaction(session, tx =>
    tx.addDraft({ ...(kept as NonNullable<typeof kept>), name: 'Anders' }),
  )
  expect(await drafts()).toEqual([kept])
})

it('[C17] putting one back is a new state, with its roots, over what stood there, which is kept first', async () => {
  await table.tell(lead, { type: 'keepDraft', name: 'Voor de lunch' })
  const hash = (await drafts())[0]?.hash ?? ''
  await write([passage('En dan verder.')])
  const longer = await text()
  expect(await table.tell(anna, { type: 'restoreDraft', draft: hash })).toBe('role-forbids')
  expect(await table.tell(lead, { type: 'restoreDraft', draft: 'cd'.repeat(32) })).toBe('not-found')
  expect(await table.tell(lead, { type: 'restoreDraft', draft: hash })).toBeNull()
  expect(await text()).toEqual(first)
  const kept = await drafts()
  expect(kept.map(({ cause }) => cause)).toEqual(['kept', 'before-restore'])
  expect(await bodyOf(kept[1]?.hash ?? '')).toEqual(longer)
  await table.tell(lead, { type: 'restoreDraft', draft: kept[1]?.hash ?? '' })
  expect(await text()).toEqual(longer)
})

it('[C17] nothing is kept or put back once the text is fixed, nor before there is one', async () => {
  for (const phase of ['decide', 'sign'] as const) {
    await table.store.transaction(session, tx => tx.updateSession({ phase }))
    expect(await table.tell(lead, { type: 'keepDraft', name: 'Nu' })).toBe('wrong-step')
    expect(await table.tell(lead, { type: 'restoreDraft', draft: 'cd'.repeat(32) })).toBe('wrong-step')
  }
})
