import { afterEach, beforeEach, expect, it } from 'vitest'
import * as Y from 'yjs'
import { addLine, addNote, putInLine } from '#lib/documents/board.ts'
import { person } from '#tests/contract/store-samples.ts'
import { deskSession, lead, MOMENT, session } from '#tests/harness/desk-session.ts'

const [anna, bram, cees] = ['person-anna', 'person-bram', 'person-cees']

let table: Awaited<ReturnType<typeof deskSession>>
let board: Y.Doc
beforeEach(async () => {
  table = await deskSession([anna, bram])
  await table.store.transaction(session, tx => tx.addParticipant(person(cees, { mayOrder: true })))
  board = new Y.Doc()
  const made = (id: string, author: string | null) => ({ id, author, partner: null, at: 1 })
  await write(() => {
    addNote(board, made('note-anna', anna), { bouwsteen: 'opgave', order: 1, text: 'Wachttijd' })
    addNote(board, made('note-none', null), { bouwsteen: 'opgave', order: 2, text: 'Zonder naam' })
    addLine(board, { ...made('line-0001', cees), author: cees }, { title: 'Wonen', order: 1 })
  })
})
afterEach(() => table.stop())

async function write(act: () => void): Promise<void> {
  const before = Y.encodeStateVector(board)
  act()
  const update = Y.encodeStateAsUpdate(board, before)
  const entry = { session, document: 'board', update, clients: [board.clientID], participant: lead } as const
  await table.store.appendUpdates([entry])
}

const ask = (who: string, note: string, appeal = true) =>
  table.tell(who, { type: 'appealNote', note, appeal })
const settle = (who: string, note: string, settled = true) =>
  table.tell(who, { type: 'settleAppeal', note, settled })
const seen = async (who: string) => (await table.view(who)).appeals

it('[U51] an appeal is made by the writer of a note in no line, for nobody’s note by nobody', async () => {
  expect(await ask(bram, 'note-anna')).toBe('not-yours')
  expect(await ask(anna, 'note-none')).toBe('not-yours')
  expect(await ask(anna, 'note-that-is-not')).toBe('not-found')
  expect(await ask(anna, 'note-anna')).toBeNull()
  expect(await ask(anna, 'note-anna')).toBeNull()
  const made = [{ note: 'note-anna', by: anna, at: MOMENT, settledAt: null }]
  expect([await seen(anna), await seen(cees), await seen(lead)]).toEqual([made, made, made])
  expect(await seen(bram)).toEqual([])
  await ask(anna, 'note-anna', false)
  expect(await seen(lead)).toEqual([])
})

it('[U51] an appeal is settled by who may order, or needed no more once the note lies in a line', async () => {
  expect(await settle(lead, 'note-anna')).toBe('not-found')
  await ask(anna, 'note-anna')
  expect(await settle(bram, 'note-anna')).toBe('role-forbids')
  expect(await settle(anna, 'note-anna')).toBe('role-forbids')
  expect(await settle(cees, 'note-anna')).toBeNull()
  expect(await settle(lead, 'note-anna')).toBeNull()
  expect(await seen(anna)).toMatchObject([{ settledAt: MOMENT }])
  await write(() => putInLine(board, 'note-anna', 'line-0001'))
  expect(await ask(anna, 'note-anna')).toBe('in-a-line')
})

it('[U51] nothing is asked any more once the board is fixed', async () => {
  await table.store.transaction(session, tx => tx.updateSession({ phase: 'statement' }))
  expect(await ask(anna, 'note-anna')).toBe('phase-forbids')
  expect(await settle(lead, 'note-anna')).toBe('phase-forbids')
})
