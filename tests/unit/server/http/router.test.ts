import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Hono } from 'hono'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { statementTemplate } from '#lib/content/statement-template.ts'
import { createRouter } from '#server/http/router.ts'
import { createExecute } from '#server/session/session.ts'
import { compose } from '#server/statement/compose.ts'
import { createPapers, type Papers } from '#server/statement/papers.ts'
import { openSealKey } from '#server/statement/seal-key.ts'
import { createSqliteStore } from '#server/store/sqlite.ts'
import type { Store } from '#server/store/store.ts'
import { contents } from '#server/sync/contents.ts'

const publicUrl = 'http://localhost:3000'
let folder: string
let store: Store
let app: Hono
let papers: Papers

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mozaiekbord-http-'))
  store = await createSqliteStore(join(folder, 'board.sqlite'))
  const common = {
    store,
    announce: async () => {},
    scrub: async () => {},
    now: () => Date.parse('2026-03-10'),
  }
  const documents = {
    freeze: (_: unknown, work: () => Promise<string>) => work(),
    reopen: <T>(_: unknown, work: () => Promise<T>) => work(),
    write: <T>(_: unknown, work: () => Promise<T>) => work(),
    wipe: <T>(_: unknown, work: () => Promise<T>) => work(),
    renew: async () => {},
    damaged: () => {},
    clearDesks: async () => {},
    ...contents,
  }
  const execute = createExecute({ ...common, documents, compose, sections: statementTemplate.sections })
  const key = await openSealKey(join(folder, 'seal.json'), 'localhost', new Date())
  papers = createPapers({ key, now: () => Date.now() })
  const { subtle } = crypto
  app = createRouter({
    ...common,
    key: 'key',
    publicUrl,
    execute,
    subtle,
    papers,
    readBoard: contents.readBoard,
    reading: contents,
    log: () => {},
    here: () => [],
    sessionsPerHour: 8,
    readingMs: 50,
  })
})

afterEach(async () => {
  await papers.stop()
  await store.close()
  rmSync(folder, { recursive: true })
})

const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  app.request(`/api${path}`, {
    method: 'POST',
    headers,
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
const bearer = (token: string) => ({ authorization: `Bearer ${token}` })

async function created() {
  const body = { network: 'N', title: 'T', dates: ['2026-03-10'], partners: [{ name: 'Gemeente', kind: '' }] }
  const response = await post('/sessions', body)
  expect(response.status).toBe(201)
  return { cookie: response.headers.get('set-cookie') ?? '', ...(await response.json()) }
}

async function refusal(response: Response): Promise<string> {
  expect(response.headers.get('content-type')).toBe('application/problem+json')
  const body = await response.json()
  expect(body.status).toBe(response.status)
  return body.code
}

describe('the API', () => {
  it('[H1] keeps who somebody is in a cookie that scripts cannot read', async () => {
    const { cookie, session } = await created()
    expect(cookie).toContain('HttpOnly')
    expect(cookie).toContain('SameSite=Lax')
    const view = await app.request(`/api/sessions/${session}/view`, {
      headers: { cookie: cookie.split(';')[0] ?? '' },
    })
    expect(await view.json()).toMatchObject({ session: { id: session }, me: { role: 'facilitator' } })
  })

  it('[H2] answers bad input with a problem and a stable code', async () => {
    const { session, token } = await created()
    expect(await refusal(await post('/sessions', '{"network":'))).toBe('invalid-json')
    expect(await refusal(await post('/sessions', { network: '' }))).toBe('invalid-request')
    expect(await refusal(await post('/sessions', 'x'.repeat(300_000)))).toBe('too-large')
    expect(await refusal(await post('/join', { code: 'AAA', name: 'Anna', partner: null }))).toBe(
      'wrong-code',
    )
    expect(await refusal(await app.request('/api/nowhere'))).toBe('not-found')
    expect(await refusal(await app.request('/api/sign/nothing'))).toBe('wrong-link')
    const odd = { key: 'key-00000', command: { type: 'becomeKing' } }
    expect(await refusal(await post(`/sessions/${session}/commands`, odd, bearer(token)))).toBe(
      'invalid-request',
    )
  })

  it('[H3] knows nobody without a token, by a forged one, or by one of another session', async () => {
    const one = await created()
    const other = await created()
    const path = `/sessions/${one.session}/commands`
    const command = { key: 'key-00000', command: { type: 'movePhase', to: 'order' } }
    expect(await refusal(await post(path, command))).toBe('no-identity')
    for (const token of [other.token, `${one.token}x`, `${one.participant}.`])
      expect(await refusal(await post(path, command, bearer(token)))).toBe('no-identity')
    expect((await post(path, command, bearer(one.token))).status).toBe(200)
  })

  it('[H4] refuses a participant what the facilitator may', async () => {
    const { session, code } = await created()
    const joined = await (await post('/join', { code, name: 'Anna', partner: null })).json()
    const command = { key: 'key-00000', command: { type: 'movePhase', to: 'order' } }
    const response = await post(`/sessions/${session}/commands`, command, bearer(joined.token))
    expect(response.status).toBe(403)
    expect(await refusal(response)).toBe('role-forbids')
  })

  it('[H12] waits so long for a file that is to be checked and no longer', async () => {
    const slowly = () =>
      app.request('/api/verify', {
        method: 'POST',
        body: new ReadableStream({ start: feed => feed.enqueue(new Uint8Array(10)) }),
        duplex: 'half',
      } as RequestInit)
    const slow = await Promise.all(Array.from({ length: 8 }, slowly))
    for (const each of slow) {
      expect(each.headers.get('connection')).toBe('close')
      expect(await refusal(each)).toBe('too-slow')
    }
    // Those are no longer waited for, so that others have their turn.
    expect((await post('/verify', 'x')).status).toBe(200)
  })

  it('[H5] takes no request from a page of somebody else', async () => {
    const response = await post('/join/look', { code: 'AAA' }, { origin: 'https://evil.example' })
    expect(await refusal(response)).toBe('foreign-origin')
    const own = await post('/join/look', { code: 'AAA' }, { origin: publicUrl })
    expect(await refusal(own)).toBe('wrong-code')
  })
})
