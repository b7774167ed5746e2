import { afterAll, beforeAll, expect, test } from 'vitest'
import type * as Y from 'yjs'
import { addNote, addProposal, readBoard, setDeleted, textOf } from '#lib/documents/board.ts'
import type { SignView } from '#lib/protocol/requests.ts'
import type { SessionView } from '#lib/protocol/session-view.ts'
import { ask } from '#server/example/person.ts'
import { signedBy } from '#tests/harness/declaring.ts'
import { startServer, type TestServer } from '#tests/harness/server.ts'
import { deciding, openVote, proposal, toTheStatement, vote } from './deciding.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.remove())

test('[V4] a second vote takes the place of the first, and none comes in after the close', async () => {
  const table = await deciding(server)
  const ballot = await openVote(table)
  await vote(table.anna, ballot, 3)
  await vote(table.anna, ballot, 1)
  await expect(vote(table.anna, ballot, 4)).rejects.toThrow('too-many-dots')
  await expect(vote(table.lead, ballot, 1), 'who leads has no say').rejects.toThrow('role-forbids')
  await table.lead.command({ type: 'closeBallot', ballot })
  await expect(vote(table.bram, ballot, 2)).rejects.toThrow('ballot-not-open')
  await table.lead.command({ type: 'revealBallot', ballot })
  const { ballots } = await table.bram.view()
  expect(ballots[0]?.tally).toMatchObject({ voters: 1, options: [{ dots: 1, people: 1 }] })
})

test('[B7] while a vote is under way nothing is written, put forward or thrown away among what is voted on', async () => {
  const table = await deciding(server)
  const { anna, bram, lead } = table
  const ballot = await openVote(table)
  const refused = async (act: (doc: Y.Doc) => void) => {
    act(await anna.look('board'))
    await expect(anna.sees('board', 'a refusal', () => false)).rejects.toThrow('vote-under-way')
    anna.leave()
  }
  const late = { id: 'proposal-0002', author: anna.id, partner: anna.partner, at: 2 }
  await refused(doc => textOf(doc, 'proposals', proposal)?.insert(0, 'Toch iets anders: '))
  await refused(doc => addProposal(doc, late, { text: 'nog een', order: 2 }))
  await refused(doc => setDeleted(doc, 'proposals', proposal, 3))
  await lead.command({ type: 'closeBallot', ballot })
  await refused(doc => setDeleted(doc, 'proposals', proposal, 3))
  const seen = readBoard(await bram.look('board')).proposals
  expect(seen).toMatchObject([{ id: proposal, text: 'De opgave', deletedAt: null }])
  await lead.command({ type: 'revealBallot', ballot })
  addProposal(await anna.look('board'), late, { text: 'voor een nieuwe ronde', order: 2 })
  await bram.sees('board', 'a proposal after the result', doc => readBoard(doc).proposals.length === 2)
  for (const person of [anna, bram]) person.leave()
})

test('[B7] nobody goes on to another phase or step before the result is known: proposals could be written there', async () => {
  const table = await deciding(server)
  const { lead } = table
  const ballot = await openVote(table)
  const { programme } = await lead.view()
  const earlier = programme?.steps.find(({ phase }) => phase === 'order')
  const leaves = async () => {
    await expect(lead.command({ type: 'movePhase', to: 'order' })).rejects.toThrow('ballot-still-open')
    if (!earlier) throw new Error('a programme without a step to order')
    await expect(lead.command({ type: 'goToStep', step: earlier.id })).rejects.toThrow('ballot-still-open')
  }
  await leaves()
  await lead.command({ type: 'closeBallot', ballot })
  await leaves()
  await lead.command({ type: 'revealBallot', ballot })
  await lead.command({ type: 'movePhase', to: 'order' })
})

test('[B7] what stands on the board is what is voted on, however fast people type while a vote is opened', async () => {
  const table = await deciding(server)
  const { anna, bram } = table
  const text = textOf(await anna.look('board'), 'proposals', proposal) as Y.Text
  let typing = true
  const typed = (async () => {
    while (typing) {
      text.insert(text.length, 'x')
      await new Promise(resolve => setTimeout(resolve, 12))
    }
  })()
  await bram.sees('board', 'what is typed', doc => (readBoard(doc).proposals[0]?.text.length ?? 0) > 20)
  const opening = openVote(table)
  await expect(anna.sees('board', 'a refusal', () => false)).rejects.toThrow('vote-under-way')
  typing = false
  await typed
  await opening
  const [ballot] = (await bram.view()).ballots
  const late = await table.cees.look('board')
  expect(readBoard(late).proposals[0]?.text).toBe(ballot?.options[0]?.text)
  for (const person of [anna, bram, table.cees]) person.leave()
})

test('[F4] a write after the freeze is refused, told to its writer, and shown to nobody', async () => {
  const table = await deciding(server)
  const { anna, bram } = table
  await toTheStatement(table)
  const late = { id: 'note-too-late', author: anna.id, partner: anna.partner, at: 2 }
  addNote(await anna.look('board'), late, { bouwsteen: 'waarde', order: 1, text: 'te laat' })
  await expect(anna.sees('board', 'a refusal', () => false)).rejects.toThrow(
    'refused an edit of the board: frozen',
  )
  expect(readBoard(await bram.look('board')).notes).toEqual([])
  for (const person of [anna, bram]) person.leave()
})

test('[S6] nobody signs a text that is not fixed, for another partner, or twice', async () => {
  const table = await deciding(server)
  const { place, lead } = table
  await toTheStatement(table)
  await expect(ask(place, '/api/sign/a-link-that-is-made-up-00001')).rejects.toThrow('wrong-link')
  const early = (await lead.view()).signatories
  expect(early, 'there is no link before the text is fixed').toEqual([])
  await lead.command({ type: 'freezeStatement' })
  const view: SessionView = await lead.view()
  const [first, second] = view.signatories.map(({ link }) => link?.replace('/sign/', '/api/sign/') ?? '')
  const open = await ask<SignView>(place, first ?? '')
  const give = async (path: string, change: object) =>
    ask(place, path, { body: await signedBy(open, 'signs', Date.now(), change) })
  await expect(give(first ?? '', { statement: '0'.repeat(64) })).rejects.toThrow('not-frozen')
  await expect(give(first ?? '', { version: 2 })).rejects.toThrow(/not-frozen|wrong-signature/)
  await expect(give(second ?? '', {})).rejects.toThrow('wrong-signature')
  await give(first ?? '', {})
  await expect(give(first ?? '', {})).rejects.toThrow('signed-already')
})
