import { afterAll, beforeAll, expect, test } from 'vitest'
import { Declined, type Person } from '#server/example/person.ts'
import { playExample } from '#server/example/play.ts'
import { attachedDossier } from '#server/statement/attachment.ts'
import { sealedDossierSchema } from '#server/statement/dossier.ts'
import { ask } from '#tests/harness/pdf-tools.ts'
import { publicSession } from '#tests/harness/public-session.ts'
import { startServer, type TestServer } from '#tests/harness/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.remove())

const meeting = { date: '2032-01-14', time: '14:00', place: 'Stadhuis Eemhoven' }
const headers = (token: string) => ({ authorization: `Bearer ${token}` })
const fileOf = (session: string, file: string, token: string) =>
  fetch(`${server.url}/api/sessions/${session}/${file}`, { headers: headers(token) })
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => null,
    error => (error instanceof Declined ? error.code : error),
  )

test('[U98] what is agreed is everybody’s to read, of who leads alone to set, in the trail, and there after a restart', async () => {
  const { lead, join } = await publicSession(server.url)
  const anna: Person = await join('Anna')
  expect(await refusal(anna.command({ type: 'setMeeting', meeting }))).toBe('role-forbids')
  expect((await anna.view()).meeting).toBeNull()
  await lead.command({ type: 'setMeeting', meeting })
  expect((await anna.view()).meeting).toEqual(meeting)
  await server.stop()
  await server.restart()
  expect((await anna.view()).meeting).toEqual(meeting)
  await lead.command({ type: 'setMeeting', meeting: { ...meeting, time: null, place: '' } })
  expect((await anna.view()).meeting).toEqual({ ...meeting, time: null, place: '' })
  await lead.command({ type: 'setMeeting', meeting: null })
  expect((await anna.view()).meeting).toBeNull()
})

test.each([
  ['a day that is over', { ...meeting, date: '2020-01-14' }, 'day-is-over'],
  ['no day', { ...meeting, date: '2032-02-30' }, 'invalid-request'],
  ['no time of day', { ...meeting, time: '25:00' }, 'invalid-request'],
  ['a place without end', { ...meeting, place: 'x'.repeat(161) }, 'invalid-request'],
] as const)('[U98] %s is refused, and what was agreed stays', async (_, wrong, code) => {
  const { lead } = await publicSession(server.url)
  await lead.command({ type: 'setMeeting', meeting })
  expect(await refusal(lead.command({ type: 'setMeeting', meeting: wrong }))).toBe(code)
  expect((await lead.view()).meeting).toEqual(meeting)
})

test('[U98] it stands in the digest, as a mail and on paper', async () => {
  const { lead, session } = await publicSession(server.url)
  const before = await (await fileOf(session, 'digest.txt', lead.token)).text()
  expect(before).not.toContain('We zien elkaar weer')
  await lead.command({ type: 'setMeeting', meeting })
  const said = 'We zien elkaar weer: woensdag 14 januari 2032, 14.00 uur, Stadhuis Eemhoven.'
  expect(await (await fileOf(session, 'digest.txt', lead.token)).text()).toContain(said)
  const pdf = new Uint8Array(await (await fileOf(session, 'digest.pdf', lead.token)).arrayBuffer())
  expect(ask('pdftotext', pdf).said.replaceAll(/\s+/g, ' ')).toContain(said)
})

test('[U98] the dossier holds it and brings it back, and a file without it is as it was', async () => {
  const played = await playExample({ url: server.url, until: 'signed' })
  const json = async () => (await fileOf(played.session, 'export.json', played.facilitatorToken)).text()
  const dossier = async () => sealedDossierSchema.parse(JSON.parse(await json()))
  expect((await dossier()) as object).not.toHaveProperty('session.meeting')
  const response = await fetch(`${server.url}/api/sessions/${played.session}/commands`, {
    method: 'POST',
    headers: { ...headers(played.facilitatorToken), 'content-type': 'application/json', origin: server.url },
    body: JSON.stringify({ key: 'agree-on-a-date', command: { type: 'setMeeting', meeting } }),
  })
  expect(response.status).toBe(200)
  const kept = await json()
  expect(JSON.parse(kept)).toMatchObject({ session: { meeting } })
  // A PDF goes further than the room.
  const pdf = await (await fileOf(played.session, 'export.pdf', played.facilitatorToken)).arrayBuffer()
  expect(attachedDossier(Buffer.from(pdf)).toString()).not.toContain(meeting.place)
  const back = await fetch(`${server.url}/api/bring-back`, { method: 'POST', body: kept })
  expect(back.status).toBe(201)
  const { session, token } = await back.json()
  const view = await fetch(`${server.url}/api/sessions/${session}/view`, { headers: headers(token) })
  expect(await view.json()).toMatchObject({ meeting })
})
