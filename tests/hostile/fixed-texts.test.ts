import { afterAll, beforeAll, expect, test } from 'vitest'
import { readBoard, textOf } from '#lib/documents/board.ts'
import { sha256Hex } from '#lib/domain/canonical.ts'
import { inDatabase } from '#tests/harness/installation.ts'
import { startServer, type TestServer } from '#tests/harness/server.ts'
import { deciding, proposal, vote } from './deciding.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.remove())

test('[B25] what was voted on stays as it read, whatever becomes of the proposal afterwards', async () => {
  const table = await deciding(server)
  const { anna, bram, lead } = table
  const meanings = { [proposal]: 'Dan bouwen we eerst.' }
  const asked = {
    method: 'dots',
    per: 'person',
    dots: 3,
    proposals: [proposal] as string[],
    meanings,
  } as const
  const ballot = (await lead.command({ type: 'openBallot', ...asked })).id ?? ''
  await vote(anna, ballot, 2)
  await lead.command({ type: 'closeBallot', ballot })
  await lead.command({ type: 'revealBallot', ballot })
  const before = (await bram.view()).ballots[0]
  expect(before?.options).toMatchObject([{ text: 'De opgave', meaning: 'Dan bouwen we eerst.' }])

  textOf(await anna.look('board'), 'proposals', proposal)?.insert(0, 'Heel iets anders: ')
  const written = 'Heel iets anders: De opgave'
  await bram.sees('board', 'the new words', doc => readBoard(doc).proposals[0]?.text === written)
  await lead.command({ type: 'chooseDefinition', ballot, proposal })
  const after = await bram.view()
  expect(after.ballots[0]).toEqual(before)
  expect(after.definition?.text, 'what is chosen are the words that were voted on').toBe('De opgave')

  const { id } = await lead.command({ type: 'openBallot', ...asked, meanings: {} })
  const [first, second] = (await bram.view()).ballots
  expect(first, 'a new round leaves the former as it was').toEqual(before)
  expect(second).toMatchObject({ id, round: 2, options: [{ text: written, hash: sha256Hex(written) }] })
  for (const person of [anna, bram]) person.leave()
})

test('[B25] nobody votes on texts that are no longer those that were fixed, nor learns a result of them', async () => {
  const table = await deciding(server)
  const asked = { method: 'dots', per: 'person', dots: 3, proposals: [proposal] as string[] } as const
  const ballot = (await table.lead.command({ type: 'openBallot', ...asked })).id ?? ''
  const change = "UPDATE ballots SET body = replace(body, 'De opgave', 'De opgaven') WHERE id = ?"
  await inDatabase(server, sql => sql(change, ballot))
  await expect(vote(table.anna, ballot, 1)).rejects.toThrow('texts-changed')
  await expect(table.lead.command({ type: 'closeBallot', ballot })).rejects.toThrow('texts-changed')
})
