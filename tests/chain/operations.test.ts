import { afterAll, beforeAll, expect, test } from 'vitest'
import { addNote, readBoard } from '#lib/documents/board.ts'
import type { CreateAnswer } from '#lib/protocol/requests.ts'
import { ask, Person } from '#server/example/person.ts'
import { startServer, type TestServer } from '#tests/harness/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.remove())

const figures = (token?: string) =>
  fetch(`${server.url}/metrics`, token ? { headers: { authorization: `Bearer ${token}` } } : {})

test('[O1] says that it is up and takes people in', async () => {
  for (const path of ['/healthz', '/readyz']) expect((await fetch(server.url + path)).status).toBe(200)
})

test('[O2] shows its figures to who has the token alone, and no name or word in them', async () => {
  for (const token of [undefined, 'figures-for-the-other']) expect((await figures(token)).status).toBe(404)
  const place = { url: server.url, origin: server.url }
  const body = { network: 'Geheim netwerk', title: 'Kick-off', dates: ['2030-03-10'], partners: [] }
  const created = await ask<CreateAnswer>(place, '/api/sessions', { body })
  const lead = new Person(place, created, null)
  const made = (id: string) => ({ id, author: lead.id, partner: null, at: 1 })
  const note = { bouwsteen: 'opgave' as const, order: 1, text: 'geheim briefje' }
  addNote(await lead.look('board'), made('note-one-001'), note)
  const other = new Person(place, created, null)
  await other.sees('board', 'the note', doc => readBoard(doc).notes.length === 1)
  addNote(await other.look('board'), { ...made('note-two-002'), author: 'somebody-else' }, note)
  await expect(other.sees('board', 'a refusal', () => false)).rejects.toThrow('not-the-sender')

  // Refused when it was made, and perhaps once more in the exchange at the opening that was still under way.
  const text = await (await figures('figures-for-the-tests')).text()
  expect(text).toMatch(/^mozaiekbord_updates_total 1$/m)
  expect(text).toMatch(/^mozaiekbord_refusals_total\{code="not-the-sender"\} [12]$/m)
  expect(text).toMatch(/^mozaiekbord_rooms 1$/m)
  expect(text).toMatch(/^mozaiekbord_connections 2$/m)
  expect(text).toMatch(/^nodejs_eventloop_lag_seconds /m)
  for (const secret of ['geheim', created.session, lead.id]) expect(text.toLowerCase()).not.toContain(secret)
  for (const person of [lead, other]) person.leave()
})
