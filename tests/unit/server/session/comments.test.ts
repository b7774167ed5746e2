import { afterEach, beforeEach, expect, it } from 'vitest'
import { threadsOf } from '#lib/domain/comment.ts'
import type { Command } from '#lib/protocol/commands.ts'
import { readComments } from '#server/session/commands/comments.ts'
import { person } from '#tests/contract/store-samples.ts'
import { deskSession, lead, MOMENT, session } from '#tests/harness/desk-session.ts'

const [anna, bram, observer] = ['person-anna', 'person-bram', 'person-kijk']
let table: Awaited<ReturnType<typeof deskSession>>
beforeEach(async () => {
  table = await deskSession([anna, bram])
  await table.store.transaction(session, async tx => {
    await tx.addParticipant(person(observer, { role: 'observer' }))
    await tx.updateSession({ phase: 'statement' })
  })
})
afterEach(() => table.stop())

const on = { anchor: 'AbC_-9', quote: 'Wij beginnen' }
const first: Command = { type: 'comment', id: 'comment-1', thread: 'comment-1', on, text: 'Met hoeveel?' }
const answer: Command = { type: 'comment', id: 'comment-2', thread: 'comment-1', on: null, text: 'Met tien.' }
const comments = (who = anna) => table.store.transaction(session, tx => readComments(tx, who))

it('[C19] a comment and its answers stand in the name of who sent them, in their order, for everybody', async () => {
  expect(await table.tell(anna, first)).toBeNull()
  expect(await table.tell(bram, answer)).toBeNull()
  expect(threadsOf(await comments(observer))).toMatchObject([
    { first: { by: anna, at: MOMENT, on, settled: null }, answers: [{ by: bram, text: 'Met tien.' }] },
  ])
  expect((await table.view(lead)).comments).toBe(2)
})

it('[C19] nobody writes in the place of another, hangs an answer nowhere, or says anything who only looks on', async () => {
  await table.tell(anna, first)
  expect(await table.tell(bram, first)).toBe('entry-exists')
  expect(await table.tell(anna, { ...first, text: 'Anders' })).toBeNull()
  expect((await comments())[0]?.text).toBe('Met hoeveel?')
  expect(await table.tell(bram, { ...answer, thread: 'comment-9' })).toBe('unknown-thread')
  expect(await table.tell(bram, { ...answer, on })).toBe('incomplete-entry')
  expect(await table.tell(bram, { ...first, id: 'comment-3', thread: 'comment-3', on: null })).toBe(
    'incomplete-entry',
  )
  expect(await table.tell(observer, answer)).toBe('role-forbids')
  await table.tell(lead, { type: 'holdInput', hold: true })
  expect(await table.tell(bram, answer)).toBe('input-held')
  await table.store.transaction(session, tx => tx.updateSession({ phase: 'sign' }))
  expect(await table.tell(lead, answer)).toBe('phase-forbids')
  expect(await comments()).toHaveLength(1)
})

it('[C19] a thread is dealt with and opened again by whoever writes the text, once each', async () => {
  await table.tell(anna, first)
  const settle = (settled: boolean): Command => ({ type: 'settleThread', thread: 'comment-1', settled })
  expect(await table.tell(bram, settle(true))).toBeNull()
  expect(await table.tell(lead, settle(true))).toBeNull()
  expect((await comments())[0]?.settled).toEqual({ by: bram, at: MOMENT })
  expect(await table.tell(anna, settle(false))).toBeNull()
  expect((await comments())[0]?.settled).toBeNull()
  expect(await table.tell(anna, { ...settle(true), thread: 'comment-9' } as Command)).toBe('unknown-thread')
})

it('[A1] the trail tells that something was said, not what', async () => {
  await table.tell(anna, first)
  const events = await table.store.transaction(session, tx => tx.audit())
  expect(events.at(-1)).toMatchObject({ type: 'comment', detail: { comment: 'comment-1' } })
  expect(JSON.stringify(events)).not.toMatch(/hoeveel|beginnen/)
})
