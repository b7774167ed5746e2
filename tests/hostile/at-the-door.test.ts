import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { addNote, readBoard } from '#lib/documents/board.ts'
import { boardFiles, statementFiles } from '#lib/protocol/files.ts'
import type { CreateAnswer, JoinAnswer, LookAnswer } from '#lib/protocol/requests.ts'
import { ask, makingOf, Person } from '#server/example/person.ts'
import { startServer, type TestServer } from '#tests/harness/server.ts'

const SECRET = 'wat alleen binnen gezien wordt'
let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.remove())

async function room() {
  const place = { url: server.url, origin: server.url }
  const body = { network: 'Netwerk', title: 'Kick-off', dates: ['2030-03-10'], partners: [] }
  const created = await ask<CreateAnswer>(place, '/api/sessions', { body })
  const lead = new Person(place, created, null)
  const join = (name: string, code: string, token?: string) =>
    ask<JoinAnswer>(place, '/api/join', { body: { code, name, partner: null }, ...(token && { token }) })
  return { place, created, lead, join }
}

/** All that comes over a socket that somebody opens, and the code by which it is closed. */
function listen(session: string, document: string, token: string) {
  const heard: string[] = []
  const address = `${server.url.replace('http', 'ws')}/sync/${session}/${document}?token=${token}`
  const socket = new WebSocket(address, { origin: server.url })
  socket.on('message', data => heard.push(Buffer.from(data as Buffer).toString('latin1')))
  const closed = new Promise<number>(resolve => socket.on('close', code => resolve(code)))
  // Asks for the document at once, before anybody could have looked who this is.
  socket.on('open', () => socket.send(new Uint8Array([0, 0, 1, 0])))
  return { heard, closed }
}

test('[U35] who waits at the door gets nothing of the session, and is let in one by one or all at once', async () => {
  const { place, created, lead, join } = await room()
  addNote(await lead.look('board'), makingOf(lead), { bouwsteen: 'waarde', order: 1, text: SECRET })
  await lead.sees('board', 'the note', doc => readBoard(doc).notes.length === 1)
  const inside = new Person(place, await join('Binnen', created.code), null)
  await lead.command({ type: 'setLobby', on: true })
  const [anna, bram, cees] = [
    await join('Anna', created.code),
    await join('Bram', created.code),
    await join('Cees', created.code),
  ]
  const path = `/api/sessions/${created.session}`
  const { token } = anna
  const files = [...statementFiles.map(ending => `/export.${ending}`), ...boardFiles.map(file => `/${file}`)]
  for (const where of ['/view', '/former', '/digest.txt', '/digest.pdf', ...files])
    await expect(ask(place, path + where, { token })).rejects.toThrow('"waiting"')
  const command = { type: 'signal', hand: true }
  const told = ask(place, `${path}/commands`, { token, body: { key: 'a-key-of-hers', command } })
  await expect(told).rejects.toThrow('"waiting"')
  for (const document of ['board', 'statement', 'desk/1']) {
    const { heard, closed } = listen(created.session, document, token)
    expect([document, await closed, heard]).toEqual([document, 4403, []])
  }
  // Who asks again on the same device is no other person, and still waits.
  expect((await join('Anna', created.code, token)).participant).toBe(anna.participant)
  const { lobby, roster } = await lead.view()
  expect(lobby?.waiting.map(({ name }) => name)).toEqual(['Anna', 'Bram', 'Cees'])
  expect(roster.map(({ name }) => name)).toEqual(['Begeleider', 'Binnen'])
  expect(JSON.stringify(await inside.view())).not.toContain('Bram')

  await lead.command({ type: 'admit', participants: [anna.participant] })
  await lead.command({ type: 'admit', participants: [anna.participant] })
  const annaIn = new Person(place, anna, null)
  await annaIn.sees('board', 'what is inside', doc => readBoard(doc).notes[0]?.text === SECRET)
  await expect(new Person(place, bram, null).view()).rejects.toThrow('"waiting"')
  await lead.command({ type: 'setParticipant', participant: cees.participant, removed: true })
  await lead.command({ type: 'setLobby', on: false })
  expect((await new Person(place, bram, null).view()).me.name).toBe('Bram')
  await expect(new Person(place, cees, null).view()).rejects.toThrow('"removed"')
  for (const person of [lead, annaIn]) person.leave()
})

test('[U72] who was turned away at the door is told of to who leads alone, and comes in when let in after all', async () => {
  const { place, created, lead, join } = await room()
  const inside = new Person(place, await join('Binnen', created.code), null)
  await lead.command({ type: 'setLobby', on: true })
  const cees = new Person(place, await join('Cees', created.code), null)
  const turn = (removed: boolean) => lead.command({ type: 'setParticipant', participant: cees.id, removed })
  for (const _ of [1, 2]) await turn(true)
  const { lobby, roster } = await lead.view()
  expect([lobby?.waiting, lobby?.turnedAway.map(({ name }) => name)]).toEqual([[], ['Cees']])
  for (const seen of [JSON.stringify(roster), JSON.stringify(await inside.view())])
    expect(seen).not.toContain('Cees')
  // They stay out, whoever else is let in.
  await lead.command({ type: 'admit', participants: [cees.id] })
  await lead.command({ type: 'setLobby', on: false })
  await expect(cees.view()).rejects.toThrow('"removed"')
  await turn(false)
  expect((await cees.view()).me.name).toBe('Cees')
  expect((await inside.view()).roster.map(({ name }) => name)).toContain('Cees')
  expect((await lead.view()).lobby?.turnedAway).toEqual([])
})

test('[U34] who comes by the link to look on sees the board, and what they write is refused', async () => {
  const { place, lead, join } = await room()
  const { watchLink } = (await lead.view()).invitation ?? {}
  const code = new URL(watchLink ?? '', server.url).searchParams.get('code') ?? ''
  expect(await ask<LookAnswer>(place, '/api/join/look', { body: { code } })).toMatchObject({
    role: 'observer',
  })
  const olga = new Person(place, await join('Olga', code), null)
  expect((await olga.view()).me.role).toBe('observer')
  addNote(await lead.look('board'), makingOf(lead), { bouwsteen: 'waarde', order: 1, text: 'te zien' })
  await olga.sees('board', 'the note', doc => readBoard(doc).notes.length === 1)
  addNote(await olga.look('board'), makingOf(olga), { bouwsteen: 'waarde', order: 2, text: 'van Olga' })
  await expect(olga.sees('board', 'a refusal', () => false)).rejects.toThrow('role-forbids')
  expect(JSON.stringify(await olga.view())).not.toContain(code)
  for (const person of [lead, olga]) person.leave()
})

test('[U36] who is removed is out at once, comes back only when let in again, and their notes stay', async () => {
  const { place, created, lead, join } = await room()
  const identity = await join('Anna', created.code)
  const anna = new Person(place, identity, null)
  addNote(await anna.look('board'), makingOf(anna), { bouwsteen: 'waarde', order: 1, text: 'blijft' })
  await lead.sees('board', 'the note', doc => readBoard(doc).notes.length === 1)
  await lead.command({ type: 'setParticipant', participant: anna.id, removed: true })
  await expect(anna.sees('board', 'being sent away', () => false)).rejects.toThrow('4403')
  await expect(anna.view()).rejects.toThrow('"removed"')
  await expect(join('Anna', created.code, identity.token)).rejects.toThrow('"removed"')
  expect(await listen(created.session, 'board', identity.token).closed).toBe(4403)
  anna.leave()
  await lead.command({ type: 'setParticipant', participant: anna.id, removed: false })
  await anna.sees('board', 'one’s own note', doc => readBoard(doc).notes[0]?.author === anna.id)
  for (const person of [lead, anna]) person.leave()
})

test('[U33] the link leads on another laptop while the first is there, and a new one shuts the former out', async () => {
  const { place, created, lead } = await room()
  const path = `/api/sessions/${created.session}`
  const secret = created.facilitatorLink.split('#')[1] ?? ''
  const second = new Person(place, await ask<JoinAnswer>(place, `${path}/lead`, { body: { secret } }), null)
  await second.look('board')
  await second.command({ type: 'holdInput', hold: true })
  expect((await lead.view()).held).toBe(true)
  const fresh = 'a-secret-of-ones-own-making-000001'
  const secretHash = createHash('sha256').update(fresh).digest('hex')
  await lead.command({ type: 'renewLead', secretHash })
  await expect(second.sees('board', 'being sent away', () => false)).rejects.toThrow('4403')
  for (const person of [lead, second]) await expect(person.view()).rejects.toThrow('"removed"')
  await expect(ask(place, `${path}/lead`, { body: { secret } })).rejects.toThrow('wrong-secret')
  const again = await ask<JoinAnswer>(place, `${path}/lead`, { body: { secret: fresh } })
  expect((await new Person(place, again, null).view()).me.role).toBe('facilitator')
  second.leave()
})
