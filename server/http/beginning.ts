import type { Hono } from 'hono'
import type { BeginningAnswer } from '#lib/protocol/requests.ts'
import type { Provider } from '#server/oidc/provider.ts'
import { createKeyRoute, createToken, showsKey } from './create-key.ts'
import { problem } from './problem.ts'
import { isSignedIn, signedInToken, signInRoutes } from './sign-in.ts'

/** Where sessions begin. */
const beginnings = ['/sessions', '/example', '/bring-back']

/** Who begins a session here: who shows the operator's key or signed in with their provider; everybody where both are null. */
export type BeginningPorts = {
  createKey: string | null
  provider: Provider | null
  /** Those of the installation, between commas. */
  keys: string
  now(): number
  secure: boolean
}

/** What this server shows itself to begin a session; nothing where everybody may. */
export function ownToken({ createKey, provider, keys, now }: Omit<BeginningPorts, 'secure'>) {
  if (createKey !== null) return createToken(createKey)
  return provider ? signedInToken(keys, now()) : null
}

/** Lets sessions be begun by who may alone, takes what they show for it, and tells a page what that is. */
export function beginningRoutes(app: Hono, ports: BeginningPorts): void {
  const { createKey, provider, keys, now, secure } = ports
  const needed = provider ? 'sign-in-needed' : 'key-needed'
  for (const path of beginnings)
    app.use(path, async (context, next) => {
      const open = createKey === null && provider === null
      const shown = createKey !== null && showsKey(context, createKey)
      return open || shown || (provider && isSignedIn(context, keys, now())) ? next() : problem(needed)
    })
  if (createKey !== null) createKeyRoute(app, createKey, secure)
  if (provider) signInRoutes(app, { provider, keys, now, secure })
  app.get('/beginning', context => {
    context.header('cache-control', 'no-store')
    const signIn = provider && { name: provider.name, done: isSignedIn(context, keys, now()) }
    return context.json({ signIn } satisfies BeginningAnswer)
  })
}
