import {
  AuthorizationResponseError,
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  buildEndSessionUrl,
  type ClientAuth,
  ClientSecretBasic,
  ClientSecretPost,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  enableNonRepudiationChecks,
  fetchUserInfo,
  None,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client'
import type { Log } from '#server/log.ts'
import { type Admitted, admits, asksMore } from './admitted.ts'

/** An OpenID provider, as the operator set it. `back`: the one address that it sends people back to. `home`: where they are after signing out. */
export type ProviderSettings = {
  issuer: string
  clientId: string
  /** Null: a public client, which PKCE alone protects. */
  clientSecret: string | null
  /** How people call it. */
  name: string
  scopes: string
  admitted: Admitted
  back: string
  home: string
}
/** What ties an answer of the provider to the browser that asked. */
export type Asked = { state: string; nonce: string; verifier: string }
export type Failed =
  | 'sign-in-unreachable'
  | 'sign-in-denied'
  | 'sign-in-not-allowed'
  | 'sign-in-expired'
  | 'sign-in-strayed'
  | 'sign-in-failed'
/** How people sign in with the operator's own OpenID provider. Nothing of who they are leaves this: they are let in or not. */
export type Provider = {
  name: string
  /** Tells in the log whether it can be reached. */
  look(): Promise<void>
  /** Where the browser goes to sign in. */
  begin(): Promise<{ url: URL; asked: Asked } | Failed>
  /** Whether who came back with this query is let in; null: they are. */
  finish(query: URLSearchParams, asked: Asked): Promise<null | Failed>
  /** Where one signs out of the provider too; null where it offers none, or can't be reached. */
  leave(): Promise<URL | null>
}

/** How long what a provider says of itself is gone by, in ms. */
const KNOWN_MS = 60 * 60 * 1000
/** How long it may take to answer, in seconds. */
const PATIENCE = 10

/** Whether this host is the machine itself, where http is as safe as it gets. */
export const onThisMachine = ({ hostname }: URL): boolean =>
  hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.')

/** By what the provider takes: it is in the standard that it takes Basic when it doesn't say. */
function proving(secret: string | null): ClientAuth {
  if (secret === null) return None()
  return (server, ...rest) => {
    const taken = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic']
    const way = taken.includes('client_secret_basic') ? ClientSecretBasic : ClientSecretPost
    return way(secret)(server, ...rest)
  }
}

/** Keeps what the provider says of itself for a while, and goes by it when it can't be asked again. */
function knowing({ issuer, clientId, clientSecret }: ProviderSettings): () => Promise<Configuration> {
  const server = new URL(issuer)
  let known: { configuration: Configuration; since: number } | null = null
  let asking: Promise<Configuration> | null = null
  // Not only over TLS: the signature is checked too, so that nobody between us and the provider is believed.
  const execute = [enableNonRepudiationChecks, ...(onThisMachine(server) ? [allowInsecureRequests] : [])]
  const ask = () =>
    discovery(server, clientId, undefined, proving(clientSecret), { execute, timeout: PATIENCE })
  return async () => {
    if (known && performance.now() - known.since < KNOWN_MS) return known.configuration
    asking ??= ask().finally(() => {
      asking = null
    })
    try {
      known = { configuration: await asking, since: performance.now() }
    } catch (error) {
      if (!known) throw error
    }
    return known.configuration
  }
}

/** The library's word for what was wrong, which is one of its own and quotes nobody. */
const codeOf = (error: unknown): string => {
  const { code } = error as { code?: unknown }
  return typeof code === 'string' && /^[A-Z_]{1,60}$/.test(code) ? code : 'UNKNOWN'
}
/** Codes of an answer that is none: the provider, or what stands before it, is broken. */
const brokenAnswers = [
  'OAUTH_TIMEOUT',
  'OAUTH_ABORT',
  'OAUTH_RESPONSE_IS_NOT_CONFORM',
  'OAUTH_RESPONSE_IS_NOT_JSON',
]

export function createProvider(settings: ProviderSettings, log: Log): Provider {
  const { name, scopes, admitted, back, home } = settings
  const configuration = knowing(settings)
  const failedBy = (error: unknown): Failed => {
    if (error instanceof AuthorizationResponseError && error.error === 'access_denied')
      return 'sign-in-denied'
    const code = codeOf(error)
    const unreachable = error instanceof TypeError || brokenAnswers.includes(code)
    log('warn', unreachable ? 'the sign-in provider did not answer' : 'a sign-in was refused', { code })
    return unreachable ? 'sign-in-unreachable' : 'sign-in-failed'
  }
  return {
    name,
    async look() {
      await configuration().then(
        () => log('info', 'the sign-in provider answers'),
        error =>
          log('warn', 'the sign-in provider does not answer; it is asked again when somebody signs in', {
            code: codeOf(error),
          }),
      )
    },
    async begin() {
      try {
        const known = await configuration()
        const asked = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() }
        const url = buildAuthorizationUrl(known, {
          redirect_uri: back,
          scope: scopes,
          code_challenge: await calculatePKCECodeChallenge(asked.verifier),
          code_challenge_method: 'S256',
          state: asked.state,
          nonce: asked.nonce,
        })
        return { url, asked }
      } catch (error) {
        return failedBy(error)
      }
    },
    async finish(query, { state, nonce, verifier }) {
      try {
        const known = await configuration()
        const came = new URL(back)
        came.search = query.toString()
        const expected = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier }
        const tokens = await authorizationCodeGrant(known, came, { ...expected, idTokenExpected: true })
        const claims = tokens.claims()
        if (!claims) return 'sign-in-failed'
        if (admits(admitted, claims)) return null
        const more = asksMore(admitted, claims) && known.serverMetadata().userinfo_endpoint
        const told = more ? await fetchUserInfo(known, tokens.access_token, claims.sub) : {}
        return admits(admitted, { ...told, ...claims }) ? null : 'sign-in-not-allowed'
      } catch (error) {
        return failedBy(error)
      }
    },
    async leave() {
      try {
        return buildEndSessionUrl(await configuration(), { post_logout_redirect_uri: home })
      } catch {
        return null
      }
    },
  }
}
