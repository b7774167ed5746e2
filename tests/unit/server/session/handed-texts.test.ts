import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { HANDED_AT_ONCE_MAX, HANDED_CHARACTERS_MAX, HANDED_TEXT_MAX } from '#lib/domain/handed-text.ts'
import type { Participant } from '#lib/domain/participant.ts'
import { type Command, commandSchema } from '#lib/protocol/commands.ts'
import type { Documents } from '#server/session/context.ts'
import { createExecute, type Execute } from '#server/session/session.ts'
import { viewFor } from '#server/session/view.ts'
import { createSqliteStore } from '#server/store/sqlite.ts'
import type { Store } from '#server/store/store.ts'
import { person, sampleSession } from '#tests/contract/store-samples.ts'

const { record, partners, facilitator } = sampleSession('session-01')
const anna = person('person-anna')
const bram = person('person-bram')
const watcher = person('person-watch', { role: 'observer' })
let folder: string
let store: Store
let execute: Execute
let keys = 0

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mozaiekbord-handed-'))
  store = await createSqliteStore(join(folder, 'board.sqlite'))
  await store.createSession(record, partners, facilitator)
  await store.transaction(record.id, async tx => {
    for (const each of [anna, bram, watcher]) await tx.addParticipant(each)
  })
  const unused = () => {
    throw new Error('no document has to do with it')
  }
  execute = createExecute({
    store,
    documents: new Proxy({} as Documents, { get: unused }),
    announce: async () => {},
    scrub: async () => {},
    now: () => 1_772_000_000_000,
    compose: unused,
    sections: [],
  })
})
afterEach(async () => {
  await store.close()
  rmSync(folder, { recursive: true })
})

const tell = (who: Participant, command: Command) => execute(record.id, who.id, `key-${++keys}-key`, command)
const view = (who: Participant) =>
  store.transaction(record.id, tx => viewFor(tx, who.id, { publicUrl: 'http://bord.test', now: 0, here: [] }))
const handing = (...texts: [id: string, text: string][]): Command => ({
  type: 'handOver',
  texts: texts.map(([id, text]) => ({ id: `text-${id}-0000`, text, writtenAt: 5 })),
})
const marking = (id: string, handled: boolean): Command => ({
  type: 'markHandled',
  participant: anna.id,
  text: `text-${id}-0000`,
  handled,
})

it('[N8] what is handed over is for the facilitator alone, with who and when, and once however often it is sent', async () => {
  expect((await view(facilitator)).handed).toEqual({ texts: [], waiting: 0, handled: 0 })
  expect(await tell(anna, handing(['a', 'te laat'], ['b', 'ook te laat']))).toMatchObject({ ok: true })
  expect(await tell(anna, handing(['b', 'anders'], ['c', 'derde']))).toMatchObject({ ok: true })
  const { handed } = await view(facilitator)
  expect(handed).toMatchObject({ waiting: 3, handled: 0 })
  expect(handed?.texts.map(({ text }) => text)).toEqual(['te laat', 'ook te laat', 'derde'])
  expect(handed?.texts[0]).toMatchObject({
    participant: anna.id,
    writtenAt: 5,
    handedAt: 1_772_000_000_000,
    handledAt: null,
  })
  for (const other of [anna, bram]) {
    const seen = await view(other)
    expect(seen.handed).toBeNull()
    expect(JSON.stringify(seen)).not.toContain('te laat')
  }
})

it('[N8] the facilitator alone puts it away, and takes it back', async () => {
  await tell(anna, handing(['a', 'te laat']))
  expect(await tell(bram, marking('a', true))).toEqual({ ok: false, refusal: 'role-forbids' })
  expect(await tell(facilitator, marking('x', true))).toEqual({ ok: false, refusal: 'not-found' })
  await tell(facilitator, marking('a', true))
  expect((await view(facilitator)).handed).toEqual({ texts: [], waiting: 0, handled: 1 })
  await tell(facilitator, marking('a', false))
  expect((await view(facilitator)).handed).toMatchObject({ waiting: 1, handled: 0 })
})

it('[N8] nobody hands over more than a day of writing, an observer nothing', async () => {
  const schema = (texts: number, length: number) =>
    commandSchema.safeParse(
      handing(...Array.from({ length: texts }, (_, at): [string, string] => [`${at}`, 'x'.repeat(length)])),
    ).success
  expect(schema(HANDED_AT_ONCE_MAX, HANDED_TEXT_MAX)).toBe(true)
  expect(schema(HANDED_AT_ONCE_MAX + 1, 1)).toBe(false)
  expect(schema(1, HANDED_TEXT_MAX + 1)).toBe(false)
  expect(await tell(watcher, handing(['a', 'x']))).toEqual({ ok: false, refusal: 'role-forbids' })
  const long = 'x'.repeat(HANDED_TEXT_MAX)
  for (let from = 0; from < HANDED_CHARACTERS_MAX; from += HANDED_TEXT_MAX)
    expect(await tell(anna, handing([`${from}`, long]))).toMatchObject({ ok: true })
  expect(await tell(anna, handing(['more', 'x']))).toEqual({ ok: false, refusal: 'too-many-texts' })
  expect(await tell(bram, handing(['a', 'x']))).toMatchObject({ ok: true })
})

it('[N8] the audit trail tells that it was handed over, and not what', async () => {
  await tell(anna, handing(['a', 'te laat'], ['b', 'ook']))
  await tell(facilitator, marking('a', true))
  const events = await store.transaction(record.id, tx => tx.audit())
  expect(events.map(({ type, actor, detail }) => ({ type, actor, detail }))).toEqual([
    { type: 'handOver', actor: anna.id, detail: { texts: 2 } },
    {
      type: 'markHandled',
      actor: facilitator.id,
      detail: { participant: anna.id, text: 'text-a-0000', handled: true },
    },
  ])
  expect(JSON.stringify(events)).not.toContain('te laat')
})
