import { afterAll, beforeAll, expect, test } from 'vitest'
import { addProposal, readBoard } from '#lib/documents/board.ts'
import { addDeskNote, readDesk } from '#lib/documents/desk.ts'
import { publicSession } from '#tests/harness/public-session.ts'
import { startServer, type TestServer } from '#tests/harness/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.remove())

test('[Q5] what was written without names goes into the statement and its exports without an id of its writers', async () => {
  const { lead, join, again, session } = await publicSession(server.url)
  await lead.command({ type: 'openDesks', promise: 'anonymous' })
  const writers: string[] = []
  for (const name of ['Anna', 'Bram']) {
    // On two devices: what one writes on the other is stored once it is seen on the first.
    const here = await join(name)
    const there = again(here)
    const [desk] = [await here.look('desk/1'), await there.look('desk/1')]
    for (const bouwsteen of ['waarde', 'binding'] as const)
      addDeskNote(
        desk,
        { id: `note-${bouwsteen}`, author: here.id, at: Date.now() },
        { bouwsteen, order: 1, text: `over ${bouwsteen}` },
      )
    await there.sees('desk/1', 'both notes', doc => readDesk(doc).length === 2)
    for (const device of [here, there]) device.leave()
    writers.push(here.id)
  }
  const board = await lead.look('board')
  await lead.command({ type: 'revealDesks' })
  await lead.sees('board', 'all notes', doc => readBoard(doc).notes.length === 4)

  for (const to of ['order', 'decide'] as const) await lead.command({ type: 'movePhase', to })
  addProposal(
    board,
    { id: 'proposal-1', author: lead.id, partner: null, at: Date.now() },
    { order: 1, text: 'Onze opgave' },
  )
  const open = () =>
    lead
      .command({ type: 'openBallot', method: 'dots', per: 'person', dots: 3, proposals: ['proposal-1'] })
      .catch(() => null)
  let ballot = ''
  await expect
    .poll(async () => {
      ballot = (await open())?.id ?? ballot
      return ballot
    })
    .not.toBe('')
  await lead.command({ type: 'closeBallot', ballot })
  await lead.command({ type: 'revealBallot', ballot })
  await lead.command({ type: 'chooseDefinition', ballot, proposal: 'proposal-1' })
  await lead.command({ type: 'freezeBoard' })
  await lead.command({ type: 'freezeStatement' })

  const exported = async (ending: 'json' | 'pdf') => {
    const path = `${server.url}/api/sessions/${session}/export.${ending}`
    const answer = await fetch(path, { headers: { authorization: `Bearer ${lead.token}` } })
    expect(answer.status).toBe(200)
    return Buffer.from(await answer.arrayBuffer()).toString('latin1')
  }
  const json = await exported('json')
  expect(json.match(/"author":null/g)).toHaveLength(4)
  expect(json).toContain('over waarde')
  for (const id of writers) {
    expect(json).not.toContain(id)
    expect(await exported('pdf')).not.toContain(id)
  }
  lead.leave()
})
