import { afterAll, beforeAll, expect, test } from 'vitest'
import { canonicalJson, type Json } from '#lib/domain/canonical.ts'
import type { BringBackAnswer } from '#lib/protocol/requests.ts'
import type { SessionView } from '#lib/protocol/session-view.ts'
import { type Played, playExample } from '#server/example/play.ts'
import type { Dossier } from '#server/statement/dossier.ts'
import { sealDossier } from '#server/statement/seal.ts'
import { freshSeal } from '#tests/harness/dossier.ts'
import { startServer, type TestServer } from '#tests/harness/server.ts'

let server: TestServer
let played: Played
let json: string
beforeAll(async () => {
  server = await startServer()
  played = await playExample({ url: server.url, until: 'signed' })
  json = await (await get(played.session, 'export.json', played.facilitatorToken)).text()
})
afterAll(() => server.remove())

const get = (session: string, path: string, token: string, url = server.url) =>
  fetch(`${url}/api/sessions/${session}/${path}`, { headers: { authorization: `Bearer ${token}` } })
const bring = (body: string | Uint8Array, url = server.url) =>
  fetch(`${url}/api/bring-back`, { method: 'POST', body: body as BodyInit })
const brought = async (url = server.url): Promise<BringBackAnswer> => {
  const response = await bring(json, url)
  expect(response.status).toBe(201)
  return response.json()
}
const viewOf = async (session: string, token: string, url = server.url): Promise<SessionView> =>
  (await get(session, 'view', token, url)).json()

test('[X24] the JSON gives the same session back: hashes, people, outcomes, definition and signatures', async () => {
  const { session, token } = await brought()
  const [before, after] = [
    await viewOf(played.session, played.facilitatorToken),
    await viewOf(session, token),
  ]
  expect(session).not.toBe(played.session)
  expect(after.archive).toMatchObject({ ours: true })
  expect(after.me.role).toBe('observer')
  expect(after.session.phase).toBe('closed')
  for (const same of ['board', 'statement', 'partners', 'definition'] as const)
    expect(after[same]).toEqual(before[same])
  expect(after.ballots.map(({ tally, turnout, options }) => ({ tally, turnout, options }))).toEqual(
    before.ballots.map(({ tally, turnout, options }) => ({ tally, turnout, options })),
  )
  const signed = ({ signatories }: SessionView) => signatories.map(({ link, ...each }) => each)
  expect(signed(after)).toEqual(signed(before))
  expect(after.signatories.every(({ link }) => link === null)).toBe(true)
  const names = ({ roster }: SessionView) => new Map(roster.map(({ id, name }) => [id, name]))
  for (const [id, name] of names(before)) expect(names(after).get(id)).toBe(name)
  // Taken along again, it is the file that it came from.
  expect(await (await get(session, 'export.json', token)).text()).toBe(json)
  const table = async (id: string, by: string) => (await get(id, 'notes.csv', by)).text()
  expect(await table(session, token)).toBe(await table(played.session, played.facilitatorToken))
  expect((await get(session, 'export.pdf', token)).status).toBe(200)
})

test('[X25] nothing can be written in what was brought back, by whoever comes in', async () => {
  const { session, token, joinLink } = await brought()
  const code = new URL(joinLink, server.url).searchParams.get('code')
  const partner = (await viewOf(session, token)).partners[0]?.id ?? null
  const joined = await fetch(`${server.url}/api/join`, {
    method: 'POST',
    body: JSON.stringify({ code, name: 'Bo', partner }),
  }).then(response => response.json())
  expect((await viewOf(session, joined.token)).me.role).toBe('observer')
  for (const [by, command] of [
    [token, { type: 'movePhase', to: 'sign' }],
    [joined.token, { type: 'signal', hand: true }],
    [joined.token, { type: 'handOver', texts: [] }],
  ] as const) {
    const response = await fetch(`${server.url}/api/sessions/${session}/commands`, {
      method: 'POST',
      headers: { authorization: `Bearer ${by}` },
      body: JSON.stringify({ key: `key-${command.type}`, command }),
    })
    expect([command.type, response.ok]).toEqual([command.type, false])
  }
})

test('[X26] another installation brings it back too, and says whose it is; what was changed, and what is no dossier, is not brought back', async () => {
  const other = await startServer()
  try {
    const { session, token } = await brought(other.url)
    const view = await viewOf(session, token, other.url)
    expect(view.archive).toMatchObject({ ours: false, sealedBy: expect.stringMatching(/^[0-9a-f]{64}$/) })
    expect(view.statement?.hash).toBe((await viewOf(played.session, played.facilitatorToken)).statement?.hash)
    expect(await (await get(session, 'export.json', token, other.url)).text()).toBe(json)
  } finally {
    await other.remove()
  }
  const refused = async (body: string | Uint8Array) => {
    const response = await bring(body)
    return [response.status, (await response.json()).code]
  }
  expect(await refused(json.replace('Eemhoven', 'Eemhaven'))).toEqual([422, 'file-changed'])
  expect(await refused(`${json} `)).toEqual([422, 'file-changed'])
  expect(await refused('{"a":1}')).toEqual([422, 'no-dossier'])
  const pdf = await (await get(played.session, 'export.pdf', played.facilitatorToken)).arrayBuffer()
  expect(await refused(new Uint8Array(pdf))).toEqual([422, 'no-dossier'])
  expect(await refused(new Uint8Array(21 * 1024 * 1024))).toEqual([413, 'too-large'])
})

test('[X35] what could not have come from one session is refused, whoever sealed it, and so are more than may be begun in an hour', async () => {
  const forged = async (change: Partial<Dossier>) => {
    const { seal, ...dossier } = JSON.parse(json)
    const sealed = sealDossier({ ...dossier, ...change }, await freshSeal())
    const response = await bring(canonicalJson(sealed as unknown as Json))
    return [response.status, (await response.json()).code]
  }
  const { people, outcomes } = JSON.parse(json) as Dossier
  const crowd = Array.from({ length: 201 }, (_, index) => ({ ...people[0], id: `person-${1000 + index}` }))
  const impossible = [
    { people: [...people, ...people.slice(0, 1)] },
    { people: crowd as Dossier['people'] },
    { outcomes: [...outcomes, ...outcomes.slice(0, 1)] },
  ]
  for (const change of impossible) expect(await forged(change)).toEqual([422, 'no-session'])
  const strict = await startServer(undefined, 4)
  try {
    await brought(strict.url)
    await brought(strict.url)
    const more = await bring(json, strict.url)
    expect([more.status, (await more.json()).code]).toEqual([429, 'too-many-sessions'])
  } finally {
    await strict.remove()
  }
})
