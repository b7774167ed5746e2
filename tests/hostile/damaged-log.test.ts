/** What the disk changes of a log while people have it open, and while nobody has. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { addNote, readBoard } from '#lib/documents/board.ts'
import { addDeskNote } from '#lib/documents/desk.ts'
import { ask } from '#server/example/person.ts'
import { inDatabase } from '#tests/harness/installation.ts'
import { startServer, type TestServer } from '#tests/harness/server.ts'
import { deciding, openVote, proposal } from './deciding.ts'

let server: TestServer
beforeEach(async () => {
  server = await startServer()
})
afterEach(() => server.remove())

/** Changes every stored update of the documents that are named so. */
const spoil = (document: string) =>
  inDatabase(server, sql => sql('UPDATE log SET crc = crc + 1 WHERE document = ?', document))
const rowsOf = async (document: string): Promise<number> =>
  (await inDatabase(server, sql => sql('SELECT seq FROM log WHERE document = ?', document))).length
/** How many damaged updates the server tells its operator of. */
async function told(): Promise<number> {
  const headers = { authorization: 'Bearer figures-for-the-tests' }
  const figures = await (await fetch(`${server.url}/metrics`, { headers })).text()
  return Number(/^mozaiekbord_damaged_updates_total (\d+)$/m.exec(figures)?.[1])
}

test('[K6] a vote and a freeze hold what everybody sees, whatever the disk did to the log meanwhile', async () => {
  const table = await deciding(server)
  const { lead, bram, place } = table
  const seen = await bram.look('board')
  await spoil('board')
  await openVote(table)
  const [ballot] = (await bram.view()).ballots
  expect(ballot?.options).toMatchObject([{ proposal, text: 'De opgave' }])
  await lead.command({ type: 'closeBallot', ballot: ballot?.id ?? '' })
  await lead.command({ type: 'revealBallot', ballot: ballot?.id ?? '' })
  await lead.command({ type: 'chooseDefinition', ballot: ballot?.id ?? '', proposal })
  await spoil('board')
  await lead.command({ type: 'freezeBoard' })
  const statement = await bram.look('statement')
  const words = statement.getXmlFragment('body').toString()
  await spoil('statement')
  await lead.command({ type: 'freezeStatement' })
  const { session } = await bram.view()
  type Export = { board: { proposals: unknown }; statement: { body: unknown } }
  const file = await ask<Export>(place, `/api/sessions/${session.id}/export.json`, { token: bram.token })
  expect(file.board.proposals).toMatchObject(readBoard(seen).proposals.map(({ id, text }) => ({ id, text })))
  expect(words.length).toBeGreaterThan(100)
  expect(JSON.stringify(file.statement.body)).toContain('De opgave')
  expect(await told()).toBe(0)
  for (const person of [table.anna, bram]) person.leave()
})

test('[K6] what nobody had open is passed over and told to who runs the server, and the others go on', async () => {
  const { anna, bram, lead } = await deciding(server)
  for (const person of [anna, bram]) person.leave()
  await lead.command({ type: 'movePhase', to: 'collect' })
  await lead.command({ type: 'openDesks', promise: 'named' })
  for (const person of [anna, bram]) {
    const note = {
      id: `note-of-${person === anna ? 'anna' : 'bram'}`,
      author: person.id,
      partner: null,
      at: 1,
    }
    addDeskNote(await person.look('desk/1'), note, { bouwsteen: 'opgave', order: 1, text: 'een huis' })
    await expect.poll(() => rowsOf(`desk/1/${person.id}`)).toBe(1)
  }
  for (const person of [anna, bram]) person.leave()
  await server.kill()
  await server.restart()
  await spoil(`desk/1/${bram.id}`)
  await lead.command({ type: 'revealDesks' })
  expect(await told()).toBeGreaterThan(0)
  const board = await anna.look('board')
  expect(readBoard(board).notes.map(({ author }) => author)).toEqual([anna.id])
  addNote(
    board,
    { id: 'note-after', author: anna.id, partner: anna.partner, at: 2 },
    {
      ...{ bouwsteen: 'opgave' as const, order: 2, text: 'verder' },
    },
  )
  await bram.sees('board', 'a note after it', doc => readBoard(doc).notes.length === 2)
  for (const person of [anna, bram]) person.leave()
})
