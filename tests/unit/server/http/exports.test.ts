import { afterAll, beforeAll, expect, it } from 'vitest'
import { canonicalJson, sha256Hex } from '#lib/domain/canonical.ts'
import { playExample } from '#server/example/play.ts'
import { startServer, type TestServer } from '#tests/harness/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.remove())

const bearer = (token: string) => ({ authorization: `Bearer ${token}` })

it('exports the signed statement whole, its hashes fitting its content', async () => {
  const played = await playExample({ url: server.url, until: 'signed' })
  const headers = bearer(played.facilitatorToken)
  const response = await fetch(`${server.url}/api/sessions/${played.session}/export.json`, { headers })
  const dossier = await response.json()
  expect(sha256Hex(canonicalJson(dossier.statement))).toBe(dossier.statementHash)
  expect(sha256Hex(canonicalJson(dossier.board))).toBe(dossier.boardHash)
  expect(dossier.signatures).toHaveLength(10)
})

it('exports nothing before the freeze, and nothing to a stranger', async () => {
  const played = await playExample({ url: server.url, until: 'collect' })
  const path = `${server.url}/api/sessions/${played.session}/export.json`
  expect((await fetch(path, { headers: bearer(played.facilitatorToken) })).status).toBe(409)
  expect((await fetch(path, { headers: bearer(`${played.facilitatorToken}x`) })).status).toBe(401)
})

it('knows a device that joins again, and shuts out one that was removed', async () => {
  const { session, code, facilitatorToken } = await playExample({ url: server.url, until: 'collect' })
  const post = (path: string, body: object, token?: string) =>
    fetch(`${server.url}/api${path}`, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: token === undefined ? {} : bearer(token),
    })
  const asked = { code: code.toLowerCase(), name: 'Bo', partner: null }
  const first = await post('/join', asked).then(response => response.json())
  const again = await post('/join', asked, first.token).then(response => response.json())
  expect(again.participant).toBe(first.participant)
  const command = { type: 'setParticipant', participant: first.participant, removed: true }
  await post(`/sessions/${session}/commands`, { key: 'remove-bo-once', command }, facilitatorToken)
  const refused = await post('/join', asked, first.token)
  expect([refused.status, (await refused.json()).code]).toEqual([403, 'removed'])
})
