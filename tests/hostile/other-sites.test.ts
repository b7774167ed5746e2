import { once } from 'node:events'
import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import type { CreateAnswer } from '#lib/protocol/requests.ts'
import { startServer, type TestServer } from '#tests/harness/server.ts'
import { Browser } from './browser.ts'

/** Where people reach it; the test comes by another way, as a proxy does. */
const OURS = 'https://bord.example'
const session = { network: 'Netwerk', title: 'Kick-off', dates: ['2030-03-10'], partners: [] }
const KEY = 'de sleutel van het huis'
let server: TestServer
let lead: Browser
let made: CreateAnswer
beforeAll(async () => {
  server = await startServer(undefined, undefined, undefined, { PUBLIC_URL: OURS, CREATE_KEY: KEY })
  lead = new Browser(server.url, '198.51.100.1')
  await lead.post('/api/create-key', { key: KEY })
  made = await (await lead.post('/api/sessions', session, { origin: OURS })).json()
})
afterAll(() => server.remove())

const codeOf = async (answer: Response) => (await answer.json()).code
/** A page of somebody else, one without an origin (a file, a sandboxed frame), and ones that look like ours. */
const foreign = [
  'https://kwaad.example',
  'null',
  'http://bord.example',
  'https://bord.example.kwaad.example',
  'https://bord.example:444',
  'https://xn--brd-0na.example',
]

describe('[H5] a page of another site', () => {
  test.each(foreign)('%s has nothing done in the name of who has it open', async origin => {
    const { session: id } = made
    const before = await (await lead.get(`/api/sessions/${id}/view`)).json()
    const asked: [string, unknown][] = [
      [`/api/sessions/${id}/commands`, { key: 'key-000001', command: { type: 'movePhase', to: 'order' } }],
      [`/api/sessions/${id}/lead`, { secret: made.facilitatorLink.split('#')[1] }],
      ['/api/sessions', session],
      ['/api/join', { code: made.code, name: 'Kwaad', partner: null }],
      ['/api/create-key', { key: KEY }],
      ['/api/sign/eenlink', {}],
      ['/api/verify', {}],
      ['/api/bring-back', {}],
      ['/api/example', {}],
      ['/api/no-such-door', {}],
    ]
    for (const [path, body] of asked) {
      const answer = await lead.post(path, body, { origin })
      expect([path, answer.status, await codeOf(answer)]).toEqual([path, 403, 'foreign-origin'])
      expect(answer.headers.getSetCookie()).toEqual([])
      // Nor may its page read what is said.
      expect(answer.headers.get('access-control-allow-origin')).toBeNull()
    }
    // As a form sends it, which takes no leave to do so.
    const form = await lead.post(`/api/sessions/${id}/commands`, {}, { origin, 'content-type': 'text/plain' })
    expect(await codeOf(form)).toBe('foreign-origin')
    const after = await (await lead.get(`/api/sessions/${id}/view`)).json()
    expect({ ...after, now: 0 }).toEqual({ ...before, now: 0 })
  })

  test.each(foreign)('%s opens no socket with the cookie of who has it open', async origin => {
    expect(await opened({ origin, cookie: cookieOf(lead) })).toBe(403)
  })

  test('a socket with a cookie takes a page of ours, and one without a page takes a token', async () => {
    expect(await opened({ origin: OURS, cookie: cookieOf(lead) })).toBe('open')
    expect(await opened({ cookie: cookieOf(lead) })).toBe(401)
    expect(await opened({ authorization: `Bearer ${made.token}` })).toBe('open')
    expect(await opened({ origin: OURS, cookie: 'mozaiek-x=y' })).toBe(401)
  })
})

const cookieOf = (browser: Browser) => {
  const name = `mozaiek-${made.session}`
  return `${name}=${browser.cookie(name)}`
}

async function opened(headers: Record<string, string>): Promise<number | 'open'> {
  const socket = new WebSocket(`${server.url.replace('http', 'ws')}/sync/${made.session}/board`, { headers })
  socket.on('error', () => {})
  const outcome = await Promise.race([
    once(socket, 'open').then(() => 'open' as const),
    once(socket, 'unexpected-response').then(([, answer]) => answer.statusCode as number),
  ])
  socket.terminate()
  return outcome
}

test('[H17] a target that is no path of ours leads nowhere, and least of all elsewhere', async () => {
  const { hostname, port } = new URL(server.url)
  const head = (target: string) =>
    new Promise<string>((resolve, reject) => {
      const socket = connect(Number(port), hostname)
      let got = ''
      socket.on('data', data => {
        got += data
      })
      socket.on('close', () => resolve(got.split('\r\n\r\n')[0] ?? ''))
      socket.on('error', reject)
      socket.write(`GET ${target} HTTP/1.1\r\nHost: ${hostname}\r\nConnection: close\r\n\r\n`)
    })
  for (const target of [
    '//kwaad.example/',
    '/\\kwaad.example',
    'http://kwaad.example/',
    'http://kwaad.example/api/beginning',
    '*',
  ]) {
    const said = await head(target)
    expect(said).toMatch(/^HTTP\/1\.1 422 /)
    expect(said.toLowerCase()).not.toContain('location:')
    expect(said).toContain('Content-Security-Policy')
  }
  expect(await head('/api/beginning')).toMatch(/^HTTP\/1\.1 200 /)
})

test('[H13] every cookie is for us alone: over https, not to other sites, and no script reads what proves something', async () => {
  const guest = new Browser(server.url, '198.51.100.2')
  await guest.post('/api/join', { code: made.code, name: 'Gast', partner: null })
  const proofs = [
    [lead, 'mozaiek-create'],
    [lead, `mozaiek-${made.session}`],
    [guest, `mozaiek-${made.session}`],
  ] as const
  for (const [browser, name] of proofs) {
    const flags = browser.flags(name).toLowerCase().split('; ')
    for (const flag of ['httponly', 'secure', 'samesite=lax', 'path=/'])
      expect(flags, `${name} ${flag}`).toContain(flag)
    expect(flags.some(flag => flag.startsWith('domain='))).toBe(false)
  }
  // What scripts do read says who one is, and proves it to nobody.
  const told = `person-${made.session}`
  expect(guest.flags(told)).toMatch(/; Secure/)
  const alone = new Browser(server.url, '198.51.100.3')
  alone.keep(told, guest.cookie(told) ?? '')
  alone.keep(`mozaiek-${made.session}`, guest.cookie(told) ?? '')
  expect((await alone.get(`/api/sessions/${made.session}/view`)).status).toBe(401)
})

test('[H14] every answer holds the headers that protect, whatever it says', async () => {
  const answers = await Promise.all([
    lead.get('/api/beginning'),
    lead.get(`/api/sessions/${made.session}/view`),
    lead.get('/api/no-such-door'),
    lead.get('/healthz'),
    lead.get('/metrics'),
    lead.post('/api/join', {}, { origin: foreign[0] as string }),
    lead.post('/api/join', 'no json at all'),
    lead.get(`/api/sessions/${made.session}/export.json`),
    lead.get('/api/%E0%A4%A'),
  ])
  const nonces = new Set<string>()
  for (const { url, status, headers } of answers) {
    const policy = headers.get('content-security-policy') ?? ''
    const nonce = /'nonce-([A-Za-z0-9+/=]{22,})'/.exec(policy)?.[1]
    expect(nonce, `${url} ${status}`).toBeDefined()
    nonces.add(nonce ?? '')
    const directives = new Map(policy.split('; ').map(each => each.split(/ (.*)/) as [string, string]))
    expect(directives.get('default-src')).toBe("'self'")
    expect(directives.get('script-src')).not.toMatch(/unsafe|https?:|\*/)
    for (const none of ['object-src', 'base-uri', 'frame-ancestors'])
      expect(directives.get(none)).toBe("'none'")
    expect(directives.get('form-action')).toBe("'self'")
    expect(policy).not.toMatch(/https?:|\*/)
    const said = Object.fromEntries(headers)
    expect(said).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'x-frame-options': 'DENY',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'strict-transport-security': 'max-age=31536000',
    })
    expect(said['permissions-policy']).toContain('camera=()')
    expect(said['x-powered-by']).toBeUndefined()
    expect(said['access-control-allow-origin']).toBeUndefined()
  }
  // One that is known beforehand protects nothing.
  expect(nonces.size).toBe(answers.length)
})
