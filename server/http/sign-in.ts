import type { Context, Hono } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Asked, Failed, Provider } from '#server/oidc/provider.ts'
import { sealed, unsealed } from '#server/oidc/sealed.ts'
import { keysIn } from '#server/session/token-keys.ts'
import { askedFrom } from './address.ts'
import { PersonRate } from './person-rate.ts'
import { problem } from './problem.ts'
import { bearerIn } from './request.ts'

/** Where the provider sends people back to. */
export const SIGN_IN_BACK = '/api/sign-in/back'
const FLOW_COOKIE = 'mozaiek-sign-in'
const IN_COOKIE = 'mozaiek-signed-in'
const FLOW = 'signs in'
const IN = 'is signed in'
/** How long signing in may take, in ms; the browser keeps the cookie longer, so that we can say that it took too long. */
const FLOW_MS = 10 * 60 * 1000
/** How long one who signed in begins sessions, in ms: a working day. */
const IN_MS = 12 * 60 * 60 * 1000
/** How often one address begins or ends signing in at once, and then a second. */
const TRIES = [40, 1 / 2] as const

export type SignInPorts = { provider: Provider; keys: string; now(): number; secure: boolean }

/** What proves that somebody signed in, and until when. It names nobody. */
export const signedInToken = (keys: string, now: number): string =>
  sealed(keysIn(keys).signs, IN, {}, now + IN_MS)

/** Whether who asks signed in, not too long ago. */
export function isSignedIn(context: Context, keys: string, now: number): boolean {
  const shown = bearerIn(context.req.header('authorization')) ?? getCookie(context, IN_COOKIE) ?? ''
  const token = unsealed(keysIn(keys).taken, IN, shown)
  return token !== null && token.until > now
}

/** Back on the page where a session is begun, with what went wrong. */
function backHome(context: Context, failed: Failed | null): Response {
  context.header('cache-control', 'no-store')
  return context.redirect(failed ? `/?sign-in=${failed}#kick-off` : '/#kick-off', 303)
}

/**
 * Signing in with the operator's provider, of who begins a session. What ties the answer to the question lies with the browser, signed: any
 * node takes the answer. Lax, since the browser comes back from another site.
 */
export function signInRoutes(app: Hono, { provider, keys, now, secure }: SignInPorts): void {
  const kept = { sameSite: 'Lax', httpOnly: true, secure } as const
  const rate = new PersonRate(...TRIES)
  const hurried = (context: Context) => !rate.take(askedFrom(context), performance.now())
  app.get('/sign-in', async context => {
    if (hurried(context)) return problem('too-busy')
    const begun = await provider.begin()
    if (typeof begun === 'string') return backHome(context, begun)
    const flow = sealed(keysIn(keys).signs, FLOW, begun.asked, now() + FLOW_MS)
    setCookie(context, FLOW_COOKIE, flow, { ...kept, path: '/api/sign-in', maxAge: 60 * 60 })
    context.header('cache-control', 'no-store')
    return context.redirect(begun.url.href, 303)
  })
  app.get('/sign-in/back', async context => {
    if (hurried(context)) return problem('too-busy')
    const query = new URL(context.req.url).searchParams
    const asked = unsealed<Asked>(keysIn(keys).taken, FLOW, getCookie(context, FLOW_COOKIE) ?? '')
    // An answer to no question of this browser is no reason to forget the question that it asked.
    if (!asked || asked.state !== query.get('state')) return backHome(context, 'sign-in-strayed')
    deleteCookie(context, FLOW_COOKIE, { path: '/api/sign-in', secure })
    if (asked.until <= now()) return backHome(context, 'sign-in-expired')
    const failed = await provider.finish(query, asked)
    if (failed) return backHome(context, failed)
    setCookie(context, IN_COOKIE, signedInToken(keys, now()), { ...kept, path: '/', maxAge: IN_MS / 1000 })
    return backHome(context, null)
  })
  app.post('/sign-in/leave', async context => {
    deleteCookie(context, IN_COOKIE, { path: '/', secure })
    const url = await provider.leave()
    context.header('cache-control', 'no-store')
    return context.json({ url: url?.href ?? null })
  })
}
