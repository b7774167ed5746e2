import { afterAll, beforeAll, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { addProposal } from '#lib/documents/board.ts'
import { publicSession } from '#tests/harness/public-session.ts'
import { startServer, type TestServer } from '#tests/harness/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.remove())

const SECRET = 'omdat-het-huis-op-de-hoek-leeg-staat'

/** Every byte that somebody is sent over both sockets and the API, as text to search in. */
function listener(session: string, token: string) {
  const heard: string[] = []
  const sockets = ['board', 'statement'].map(document => {
    const address = `${server.url.replace('http', 'ws')}/sync/${session}/${document}?token=${token}`
    const socket = new WebSocket(address, { origin: server.url })
    // Our own frames are JSON in a string; latin1 keeps each byte, so that plain words can be found.
    socket.on('message', data => heard.push(Buffer.from(data as Buffer).toString('latin1')))
    return socket
  })
  const asks = async () => {
    for (const path of ['view', 'export.json', 'export.pdf']) {
      const response = await fetch(`${server.url}/api/sessions/${session}/${path}`, {
        headers: { authorization: `Bearer ${token}` },
      })
      heard.push(await response.text())
    }
  }
  return { heard, asks, close: () => sockets.map(socket => socket.close()) }
}

test('[B6] no response and no socket frame tells anybody else what was voted before the reveal', async () => {
  const { lead, join, session } = await publicSession(server.url, ['Gemeente'])
  const [anna, bram] = [await join('Anna'), await join('Bram')]
  await lead.command({ type: 'movePhase', to: 'decide' })
  const proposals = ['proposal-0001', 'proposal-0002']
  const board = await anna.look('board')
  for (const [index, id] of proposals.entries())
    addProposal(board, { id, author: anna.id, partner: null, at: 1 }, { text: `Tekst ${id}`, order: index })
  await bram.sees('board', 'the proposals', doc => doc.getMap('proposals').size === 2)

  const others = [lead, bram].map(({ token }) => listener(session, token))
  const { id: ballot } = await lead.command({
    type: 'openBallot',
    method: 'consent',
    per: 'person',
    dots: 3,
    proposals,
  })
  const answers = {
    'proposal-0001': { value: 'objection' as const, reason: SECRET },
    'proposal-0002': { value: 'agree' as const, reason: '' },
  }
  await anna.command({
    type: 'castVote',
    ballot: ballot ?? '',
    choice: { method: 'consent', answers },
  })
  await lead.command({ type: 'closeBallot', ballot: ballot ?? '' })
  const closed = () => others.every(({ heard }) => heard.some(each => each.includes('"state":"closed"')))
  await expect.poll(closed).toBe(true)
  for (const { asks } of others) await asks()
  for (const { heard } of others) {
    const all = heard.join('\n')
    expect(all).not.toContain(SECRET)
    expect(all).not.toContain('objection')
    expect(all, 'the turnout is for all').toContain('"voters":1')
  }
  expect(JSON.stringify(await anna.view()), 'one’s own vote is one’s own').toContain(SECRET)

  await lead.command({ type: 'revealBallot', ballot: ballot ?? '' })
  const told = () => others.every(({ heard }) => heard.some(each => each.includes(SECRET)))
  await expect.poll(told).toBe(true)
  for (const { close } of others) close()
  for (const person of [anna, bram]) person.leave()
})
