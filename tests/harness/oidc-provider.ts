import { createHash, randomBytes, webcrypto } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

type Claims = Record<string, unknown>
/** What went with one sign-in from the question on. */
type Pending = { challenge: string; nonce: string; redirect: string; claims: Claims }

/** How this provider misbehaves. `claims`: what it says instead, in the id token. `header`: in its header. `signedBy`: not by its own key, or not at all. */
export type Trick = {
  claims?: Claims
  header?: Claims
  signedBy?: 'another key' | 'nobody' | 'the secret'
  /** Another issuer in the address that people are sent back by. */
  back?: Record<string, string>
  /** What stands in the answer beside the id token, or instead of it. */
  answer?: Claims
}

const encoded = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')
const signing = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const
const keyPair = () => webcrypto.subtle.generateKey(signing, true, ['sign', 'verify'])

async function bodyOf(request: IncomingMessage): Promise<URLSearchParams> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return new URLSearchParams(Buffer.concat(chunks).toString())
}

function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' })
  response.end(JSON.stringify(body))
}

/**
 * A small OpenID provider of the tests' own, over http on this machine: discovery, authorisation code with PKCE, ES256 by WebCrypto. It asks nobody
 * anything: who comes by is whom `knows` tells, and goes straight back. It is strict where a provider is, unless a trick is played.
 */
export class OidcProvider {
  readonly clientId = 'bord'
  readonly clientSecret = 'het geheim van de aanbieder'
  /** Who signs in next; null: they refuse. */
  knows: Claims | null = { sub: 'persoon-7', name: 'Wilhelmina Geheim' }
  trick: Trick = {}
  /** What userinfo adds. */
  userinfo: Claims = {}
  /** Whether the questions for tokens are answered by a broken proxy. */
  broken = false
  private readonly codes = new Map<string, Pending>()
  private keys: CryptoKeyPair | null = null
  private stranger: CryptoKeyPair | null = null
  private port = 0
  private readonly server = createServer((request, response) => {
    this.answer(request, response).catch(error => json(response, 500, { error: String(error) }))
  })

  get issuer(): string {
    return `http://127.0.0.1:${this.port}`
  }

  async start(): Promise<this> {
    this.keys ??= (await keyPair()) as CryptoKeyPair
    this.stranger ??= (await keyPair()) as CryptoKeyPair
    this.server.listen(this.port, '127.0.0.1')
    await once(this.server, 'listening')
    this.port = (this.server.address() as AddressInfo).port
    return this
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections()
    this.server.close()
    await once(this.server, 'close')
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', this.issuer)
    if (url.pathname === '/.well-known/openid-configuration') return json(response, 200, this.metadata())
    if (url.pathname === '/authorize') return this.authorize(url.searchParams, response)
    if (this.broken)
      return void response.writeHead(502, { 'content-type': 'text/html' }).end('<h1>Bad Gateway')
    if (url.pathname === '/jwks') return json(response, 200, { keys: [await this.publicKey()] })
    if (url.pathname === '/token') return this.token(request, response)
    if (url.pathname === '/userinfo') return json(response, 200, { sub: 'persoon-7', ...this.userinfo })
    // The page by which people sign out.
    response.writeHead(url.pathname === '/leave' ? 200 : 404, { 'content-type': 'text/html' })
    response.end('<title>Uitgelogd</title><h1>Uitgelogd')
  }

  private metadata() {
    const { issuer } = this
    return {
      issuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/jwks`,
      userinfo_endpoint: `${issuer}/userinfo`,
      end_session_endpoint: `${issuer}/leave`,
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      // A provider that would take anything: what holds must be held by who asks.
      id_token_signing_alg_values_supported: ['ES256', 'none', 'HS256'],
      code_challenge_methods_supported: ['S256'],
      authorization_response_iss_parameter_supported: true,
    }
  }

  private async publicKey() {
    const jwk = await webcrypto.subtle.exportKey('jwk', (this.keys as CryptoKeyPair).publicKey)
    return { ...jwk, kid: 'one', use: 'sig', alg: 'ES256' }
  }

  private authorize(asked: URLSearchParams, response: ServerResponse): void {
    const redirect = asked.get('redirect_uri') ?? ''
    const back = new URL(redirect)
    back.searchParams.set('state', asked.get('state') ?? '')
    back.searchParams.set('iss', this.issuer)
    if (this.knows === null) back.searchParams.set('error', 'access_denied')
    else {
      const code = randomBytes(12).toString('base64url')
      const [challenge, nonce] = [asked.get('code_challenge') ?? '', asked.get('nonce') ?? '']
      this.codes.set(code, { challenge, nonce, redirect, claims: this.knows })
      back.searchParams.set('code', code)
    }
    for (const [name, value] of Object.entries(this.trick.back ?? {})) back.searchParams.set(name, value)
    response.writeHead(302, { location: back.href }).end()
  }

  private async token(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await bodyOf(request)
    const basic = [this.clientId, this.clientSecret].map(encodeURIComponent).join(':').replaceAll('%20', '+')
    const proven = request.headers.authorization === `Basic ${Buffer.from(basic).toString('base64')}`
    if (!proven) return json(response, 401, { error: 'invalid_client' })
    const code = body.get('code') ?? ''
    const pending = this.codes.get(code)
    // Once: who shows a code again gets nothing.
    this.codes.delete(code)
    const challenge = createHash('sha256')
      .update(body.get('code_verifier') ?? '')
      .digest('base64url')
    const fits = pending?.challenge === challenge && pending.redirect === body.get('redirect_uri')
    if (!pending || !fits) return json(response, 400, { error: 'invalid_grant' })
    const id = { id_token: await this.idToken(pending) }
    json(response, 200, { access_token: 'toegang', token_type: 'Bearer', ...id, ...this.trick.answer })
  }

  private async idToken({ nonce, claims }: Pending): Promise<string> {
    const now = Math.floor(Date.now() / 1000)
    const { trick } = this
    const header = { alg: 'ES256', kid: 'one', ...trick.header }
    const own = { iss: this.issuer, aud: this.clientId, iat: now, exp: now + 300, nonce }
    const text = `${encoded(header)}.${encoded({ ...own, ...claims, ...trick.claims })}`
    return `${text}.${await this.signature(text)}`
  }

  private async signature(text: string): Promise<string> {
    const { subtle } = webcrypto
    const bytes = Buffer.from(text)
    const { signedBy } = this.trick
    if (signedBy === 'nobody') return ''
    if (signedBy === 'the secret') {
      const hmac = { name: 'HMAC', hash: 'SHA-256' }
      const key = await subtle.importKey('raw', Buffer.from(this.clientSecret), hmac, false, ['sign'])
      return Buffer.from(await subtle.sign('HMAC', key, bytes)).toString('base64url')
    }
    const { privateKey } = (signedBy ? this.stranger : this.keys) as CryptoKeyPair
    return Buffer.from(await subtle.sign(signing, privateKey, bytes)).toString('base64url')
  }
}
