import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { addNote, addProposal, readBoard, toggleReaction } from '#lib/documents/board.ts'
import { addDeskNote } from '#lib/documents/desk.ts'
import { statementRoot } from '#lib/documents/names.ts'
import { makingOf, type Person } from '#server/example/person.ts'
import { publicSession } from '#tests/harness/public-session.ts'
import { startServer, type TestServer } from '#tests/harness/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.remove())

async function room() {
  const { lead, join } = await publicSession(server.url)
  return { lead, anna: await join('Anna'), bram: await join('Bram') }
}

const laying = (person: Person, doc: Y.Doc, text: string) =>
  addNote(doc, makingOf(person), { bouwsteen: 'waarde', order: 1, text })

const isRefused = (person: Person, document: 'board' | 'desk/1' | 'statement') =>
  expect(person.sees(document, 'a refusal', () => false)).rejects.toThrow('input-held')

test('[U30] while input is held nobody but who leads writes on the board, and nothing of before is lost', async () => {
  const { lead, anna, bram } = await room()
  const doc = await anna.look('board')
  for (const text of ['een', 'twee', 'drie']) laying(anna, doc, text)
  await bram.sees('board', 'what was written before', read => readBoard(read).notes.length === 3)
  await lead.command({ type: 'holdInput', hold: true })
  expect((await bram.view()).held).toBe(true)
  const [first] = readBoard(doc).notes
  laying(anna, doc, 'te laat')
  await isRefused(anna, 'board')
  toggleReaction(await bram.look('board'), makingOf(bram), { note: first?.id ?? '', kind: 'herken-ik' })
  await isRefused(bram, 'board')
  laying(lead, await lead.look('board'), 'van wie leidt')
  await lead.sees('board', 'their own note', read => readBoard(read).notes.length === 4)
  await lead.command({ type: 'holdInput', hold: true })
  await lead.command({ type: 'holdInput', hold: false })
  anna.leave()
  laying(anna, await anna.look('board'), 'weer verder')
  await lead.sees('board', 'all that was taken', read => readBoard(read).notes.length === 5)
  expect(readBoard(await lead.look('board')).reactions).toEqual([])
  for (const person of [lead, anna, bram]) person.leave()
})

test('[U30] nor on a desk or in the statement; signals and votes go on', async () => {
  const { lead, anna, bram } = await room()
  await lead.command({ type: 'openDesks', promise: 'named' })
  await lead.command({ type: 'allowLayOut', allowed: true })
  const desk = await anna.look('desk/1')
  await lead.command({ type: 'holdInput', hold: true })
  addDeskNote(desk, makingOf(anna), { bouwsteen: 'waarde', order: 1, text: 'stil' })
  await isRefused(anna, 'desk/1')
  const layOut = anna.command({ type: 'layOut', round: 1, notes: ['nothing-of-that-name'] })
  await expect(layOut).rejects.toThrow('input-held')
  const missing = anna.command({ type: 'nameMissing', id: 'missing-0001', name: 'De zorgverzekeraar' })
  await expect(missing).rejects.toThrow('input-held')
  await anna.command({ type: 'signal', hand: true })
  await anna.command({ type: 'handOver', texts: [{ id: 'text-0001', text: 'tekst', writtenAt: 1 }] })
  await lead.command({ type: 'holdInput', hold: false })
  await lead.command({ type: 'revealDesks' })

  await lead.command({ type: 'movePhase', to: 'order' })
  const proposal = makingOf(bram)
  addProposal(await bram.look('board'), proposal, { text: 'De opgave', order: 1 })
  await lead.sees('board', 'the proposal', doc => readBoard(doc).proposals.length === 1)
  await lead.command({ type: 'movePhase', to: 'decide' })
  const asked = { method: 'dots', per: 'person', dots: 3 } as const
  const opened = await lead.command({ type: 'openBallot', ...asked, proposals: [proposal.id] })
  const ballot = opened.id ?? ''
  await lead.command({ type: 'holdInput', hold: true })
  await anna.command({ type: 'castVote', ballot, choice: { method: 'dots', dots: { [proposal.id]: 1 } } })
  await lead.command({ type: 'closeBallot', ballot })
  await lead.command({ type: 'revealBallot', ballot })
  await lead.command({ type: 'chooseDefinition', ballot, proposal: proposal.id })
  await lead.command({ type: 'freezeBoard' })
  const text = new Y.XmlElement('paragraph')
  const statement = await bram.look('statement')
  statement.getXmlFragment(statementRoot).push([text])
  await isRefused(bram, 'statement')
  for (const person of [lead, anna, bram]) person.leave()
})
