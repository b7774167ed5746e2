import { execFileSync } from 'node:child_process'
import { createHmac } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { environmentOf, everythingKept } from '#tests/harness/installation.ts'
import { OidcProvider, type Trick } from '#tests/harness/oidc-provider.ts'
import { startServer, type TestServer } from '#tests/harness/server.ts'
import { Browser } from './browser.ts'

const session = { network: 'Netwerk', title: 'Kick-off', dates: ['2030-03-10'], partners: [] }
const oidc = new OidcProvider()
let server: TestServer

const settingsOf = (more: Record<string, string> = {}) => ({
  OIDC_ISSUER: oidc.issuer,
  OIDC_CLIENT_ID: oidc.clientId,
  OIDC_CLIENT_SECRET: oidc.clientSecret,
  OIDC_NAME: 'Provincie Oost',
  ...more,
})
beforeAll(async () => {
  await oidc.start()
  server = await startServer(undefined, undefined, undefined, settingsOf())
})
afterAll(async () => {
  await server.remove()
  await oidc.stop()
})
afterEach(() => {
  Object.assign(oidc, { trick: {}, broken: false, userinfo: {} })
  oidc.knows = { sub: 'persoon-7', name: 'Wilhelmina Geheim' }
})

let visitors = 0
const visitor = (url = server.url) => new Browser(url, `198.51.100.${++visitors % 250}`)

/** Begins signing in: where the provider is asked, and the query with which it sends one back. */
async function asked(browser: Browser) {
  const begun = await browser.get('/api/sign-in')
  const question = new URL(begun.headers.get('location') ?? '')
  const answer = await fetch(question, { redirect: 'manual' })
  const back = new URL(answer.headers.get('location') ?? '')
  return { question, back: `${back.pathname}${back.search}` }
}
/** Comes back, and gives the code of what went wrong; null when nothing did. */
async function come(browser: Browser, back: string): Promise<string | null> {
  const answer = await browser.get(back)
  expect(answer.status).toBe(303)
  const at = new URL(answer.headers.get('location') ?? '', server.url)
  expect([at.pathname, at.hash]).toEqual(['/', '#kick-off'])
  return at.searchParams.get('sign-in')
}
const signIn = async (browser: Browser) => come(browser, (await asked(browser)).back)
const begin = async (browser: Browser): Promise<number | string> => {
  const made = await browser.post('/api/sessions', session)
  return made.status === 201 ? 201 : (await made.json()).code
}
const tell = async (browser: Browser) => (await browser.get('/api/beginning')).json()

test('[I8] who signed in with the operator’s provider begins sessions, until they leave; nobody else does', async () => {
  const browser = visitor()
  for (const path of ['/api/sessions', '/api/example', '/api/bring-back'])
    expect(await (await browser.post(path, session)).json()).toMatchObject({ code: 'sign-in-needed' })
  expect(await tell(browser)).toEqual({ signIn: { name: 'Provincie Oost', done: false } })
  const { question, back } = await asked(browser)
  expect(Object.fromEntries(question.searchParams)).toMatchObject({
    response_type: 'code',
    scope: 'openid',
    code_challenge_method: 'S256',
    redirect_uri: `${server.url}/api/sign-in/back`,
  })
  const flow = browser.flags('mozaiek-sign-in')
  expect(flow).toMatch(/; HttpOnly/)
  expect(flow).toMatch(/; SameSite=Lax/)
  expect(await come(browser, back)).toBeNull()
  expect(browser.flags('mozaiek-signed-in')).toMatch(/; HttpOnly.*; SameSite=Lax/)
  expect(browser.cookie('mozaiek-sign-in')).toBeNull()
  expect(await tell(browser)).toEqual({ signIn: { name: 'Provincie Oost', done: true } })
  expect(await begin(browser)).toBe(201)
  expect((await browser.post('/api/example', {})).status).toBe(201)

  const left = await (await browser.post('/api/sign-in/leave', {})).json()
  expect(left.url).toContain(`${oidc.issuer}/leave?`)
  expect(new URL(left.url).searchParams.get('post_logout_redirect_uri')).toBe(`${server.url}/`)
  expect(await begin(browser)).toBe('sign-in-needed')
}, 60_000)

test('[I9] nothing of who signed in is kept: not in the cookie, the database or the log', async () => {
  const browser = visitor()
  expect(await signIn(browser)).toBeNull()
  expect(await begin(browser)).toBe(201)
  const [shown = ''] = (browser.cookie('mozaiek-signed-in') ?? '').split('.')
  expect(Object.keys(JSON.parse(Buffer.from(shown, 'base64url').toString()))).toEqual(['until'])
  const kept = await everythingKept(server)
  expect(kept).toContain('Kick-off')
  for (const word of ['persoon-7', 'Wilhelmina']) expect(kept).not.toContain(word)
})

describe('[I10] a sign-in that was tampered with lets nobody in', () => {
  const minute = 60
  const past = () => Math.floor(Date.now() / 1000) - 10 * minute
  const tricks: Record<string, () => Trick> = {
    'a wrong nonce': () => ({ claims: { nonce: 'van een ander' } }),
    'no nonce': () => ({ claims: { nonce: undefined } }),
    'another issuer in the token': () => ({ claims: { iss: 'https://elders.example' } }),
    'another issuer on the way back': () => ({ back: { iss: 'https://elders.example' } }),
    'a token for another client': () => ({ claims: { aud: 'een ander' } }),
    'a token whose time is over': () => ({ claims: { iat: past() - minute, exp: past() } }),
    'alg none': () => ({ header: { alg: 'none' }, signedBy: 'nobody' }),
    'an empty signature': () => ({ signedBy: 'nobody' }),
    'another key': () => ({ signedBy: 'another key' }),
    'the secret as key': () => ({ header: { alg: 'HS256' }, signedBy: 'the secret' }),
    'no token at all': () => ({ answer: { id_token: undefined } }),
    'a token that is none': () => ({ answer: { id_token: 'x.y.z' } }),
    'no subject': () => ({ claims: { sub: undefined } }),
  }
  test.each(Object.entries(tricks))('%s', async (_, trick) => {
    const browser = visitor()
    oidc.trick = trick()
    expect(await signIn(browser)).toBe('sign-in-failed')
    expect(browser.cookie('mozaiek-signed-in')).toBeNull()
    expect(await begin(browser)).toBe('sign-in-needed')
    // The same browser, with an honest provider.
    oidc.trick = {}
    expect(await signIn(browser)).toBeNull()
  })

  test('a forged state, an answer of another browser, and none', async () => {
    const [one, other] = [visitor(), visitor()]
    const { back } = await asked(one)
    const [path = '', query] = back.split('?')
    const changed = new URLSearchParams(query)
    changed.set('state', 'verzonnen')
    expect(await come(one, `${path}?${changed}`)).toBe('sign-in-strayed')
    expect(await come(other, back)).toBe('sign-in-strayed')
    expect(await come(other, path)).toBe('sign-in-strayed')
    // A question of one's own doesn't fit an answer that somebody else gives one to open.
    await asked(other)
    expect(await come(other, back)).toBe('sign-in-strayed')
    const twice = `${back}&state=${new URLSearchParams(query).get('state')}`
    expect(await come(one, twice)).toBe('sign-in-failed')
    for (const browser of [one, other]) expect(await begin(browser)).toBe('sign-in-needed')
  })

  test('a code that is shown again', async () => {
    const browser = visitor()
    const { back } = await asked(browser)
    const flow = browser.cookie('mozaiek-sign-in') ?? ''
    expect(await come(browser, back)).toBeNull()
    expect(await come(browser, back)).toBe('sign-in-strayed')
    const thief = visitor()
    thief.keep('mozaiek-sign-in', flow)
    expect(await come(thief, back)).toBe('sign-in-failed')
    expect(await begin(thief)).toBe('sign-in-needed')
  })

  test('cookies that were made up, or made for something else', async () => {
    const forged = (value: object, key: string) => {
      const text = Buffer.from(JSON.stringify(value)).toString('base64url')
      return `${text}.${createHmac('sha256', key).update(`is signed in\n${text}`).digest('base64url')}`
    }
    const browser = visitor()
    await asked(browser)
    const flow = browser.cookie('mozaiek-sign-in') ?? ''
    const later = { until: Date.now() + 1e9 }
    const unsigned = Buffer.from(JSON.stringify(later)).toString('base64url')
    for (const value of [
      forged(later, ''),
      forged(later, oidc.clientSecret),
      `${unsigned}.`,
      unsigned,
      flow,
    ]) {
      browser.keep('mozaiek-signed-in', value)
      expect(await begin(browser)).toBe('sign-in-needed')
    }
  })
})

test('[I11] what goes wrong on the way is told for what it is', async () => {
  const browser = visitor()
  oidc.knows = null
  expect(await signIn(browser)).toBe('sign-in-denied')
  oidc.knows = { sub: 'persoon-7' }
  const { back } = await asked(browser)
  oidc.broken = true
  expect(await come(browser, back)).toBe('sign-in-unreachable')
  oidc.broken = false
  expect(await signIn(browser)).toBeNull()
})

test('[I11] a provider that is down at the start keeps nobody from the rest, and is asked again', async () => {
  const away = await new OidcProvider().start()
  const settings = settingsOf({ OIDC_ISSUER: away.issuer, CREATE_KEY: 'de sleutel van het huis' })
  await away.stop()
  const lonely = await startServer(undefined, undefined, undefined, settings)
  try {
    const browser = visitor(lonely.url)
    expect((await browser.get('/readyz')).status).toBe(200)
    const down = await browser.get('/api/sign-in')
    expect(down.headers.get('location')).toBe('/?sign-in=sign-in-unreachable#kick-off')
    // Programs have the key meanwhile.
    expect((await browser.post('/api/create-key', { key: 'de sleutel van het huis' })).status).toBe(200)
    expect(await begin(browser)).toBe(201)
    await away.start()
    expect(await signIn(visitor(lonely.url))).toBeNull()
  } finally {
    await lonely.remove()
    await away.stop()
  }
})

test('[I12] where the operator says who, by domain or claim, others that the provider knows begin nothing', async () => {
  const restricted = settingsOf({ OIDC_DOMAINS: 'Oost.example', OIDC_CLAIM: 'groups=bureau,directie' })
  const strict = await startServer(undefined, undefined, undefined, restricted)
  const allowed = { sub: 'persoon-7', email: 'w@OOST.example', email_verified: true, groups: ['bureau'] }
  const outcomes = async (known: Record<string, unknown>, told = {}) => {
    Object.assign(oidc, { knows: known, userinfo: told })
    return signIn(visitor(strict.url))
  }
  try {
    expect(await outcomes(allowed)).toBeNull()
    for (const wrong of [
      { email: 'w@west.example' },
      { email: 'w@kwaad-oost.example' },
      { email: 'oost.example' + '@kwaad.example' },
      { email_verified: false },
      { email_verified: undefined },
      { groups: ['bureaus'] },
      { groups: [] },
      { groups: undefined },
      { email: undefined },
    ])
      expect(await outcomes({ ...allowed, ...wrong })).toBe('sign-in-not-allowed')
    // Some tell it only when asked.
    const { groups, ...rest } = allowed
    expect(await outcomes(rest, { groups })).toBeNull()
    expect(await outcomes(rest, { groups, sub: 'een ander' })).toBe('sign-in-failed')
  } finally {
    await strict.remove()
  }
})

test('[I13] one address begins signing in so often and no more for a while; others go on', async () => {
  const [one, other] = [new Browser(server.url, '203.0.113.9'), new Browser(server.url, '203.0.113.10')]
  const said = await Promise.all(
    Array.from({ length: 50 }, async () => (await one.get('/api/sign-in')).status),
  )
  expect(said.filter(status => status === 303).length).toBeLessThan(45)
  expect(said.filter(status => status === 503).length).toBeGreaterThan(5)
  expect((await other.get('/api/sign-in')).status).toBe(303)
})

test('[O9] who signed in stays so when keys are renewed', async () => {
  const browser = visitor()
  expect(await signIn(browser)).toBeNull()
  const script = new URL('../../scripts/rotate-key.ts', import.meta.url).pathname
  const rotate = async (...args: string[]) => {
    execFileSync(process.execPath, [script, ...args], { env: { ...process.env, ...environmentOf(server) } })
    await server.stop()
    await server.restart()
  }
  await rotate()
  expect(await begin(browser)).toBe(201)
  await rotate('--drop-former')
  expect(await begin(browser)).toBe('sign-in-needed')
})
