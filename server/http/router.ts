import { type Context, Hono } from 'hono'
import { KEPT_DAYS } from '#lib/domain/retention.ts'
import { newSessionSchema } from '#lib/domain/session.ts'
import type { BoardContent } from '#lib/domain/snapshot.ts'
import { type Command, commandRequestSchema } from '#lib/protocol/commands.ts'
import type { RefusalCode } from '#lib/protocol/refusals.ts'
import {
  type ExampleAnswer,
  type JoinAnswer,
  joinRequestSchema,
  leadRequestSchema,
  lookRequestSchema,
  signRequestSchema,
} from '#lib/protocol/requests.ts'
import type { Result } from '#lib/result.ts'
import type { Log } from '#server/log.ts'
import type { Provider } from '#server/oidc/provider.ts'
import { readAudit } from '#server/session/audit-view.ts'
import { readComments } from '#server/session/commands/comments.ts'
import { Refused } from '#server/session/context.ts'
import { readFormer } from '#server/session/edition-view.ts'
import { participantOf, tokenOf } from '#server/session/identity.ts'
import { createSession, type JoiningPorts, join, look, takeLead } from '#server/session/joining.ts'
import type { Reading } from '#server/session/own-data.ts'
import type { Execute } from '#server/session/session.ts'
import { giveSignature, noteOpened, openSigning } from '#server/session/signing.ts'
import { readSnapshot } from '#server/session/snapshots.ts'
import { viewFor } from '#server/session/view.ts'
import type { Papers } from '#server/statement/papers.ts'
import { StoreUnavailable } from '#server/store/store.ts'
import { askedFrom } from './address.ts'
import { archiveRoute } from './archives.ts'
import { beginningRoutes } from './beginning.ts'
import { digestRoutes } from './digests.ts'
import { exportRoutes, publicFiles } from './exports.ts'
import { isGone } from './gone.ts'
import { boundGuesses } from './guesses.ts'
import { isOurs } from './origin.ts'
import { ownDataRoute } from './own-data.ts'
import { PersonRate } from './person-rate.ts'
import { problem } from './problem.ts'
import { cookieIn, readBody, remember, tokenIn } from './request.ts'
import { SessionRate } from './session-rate.ts'
import { verifyRoute } from './verify.ts'

export type RouterPorts = JoiningPorts & {
  execute: Execute
  subtle: SubtleCrypto
  papers: Papers
  readBoard(updates: readonly Uint8Array[]): BoardContent
  /** Reads documents for who asks what is kept of them. */
  reading: Reading
  log: Log
  /** Whether letters can be mailed. */
  mail?: boolean
  /** Who has the board or the statement of the session open. */
  here(session: string): string[]
  /** How many days a session is kept where nobody chose otherwise. */
  keptDays?: number
  /** What one must know to begin a session here; everybody may when absent or null. */
  createKey?: string | null
  /** What people sign in with who begin a session here; they need not when absent or null. */
  provider?: Provider | null
  /** How many sessions may be begun here in an hour. */
  sessionsPerHour: number
  /** How long a file that is to be checked may take to come, in ms; two minutes when not told otherwise. */
  readingMs?: number
  /** Plays the example into a session of the visitor's own, up to `decide`; absent where it isn't offered. */
  playExample?: () => Promise<ExampleAnswer>
}

function answer<T>(context: Context, result: Result<T, RefusalCode>, status: 200 | 201 = 200): Response {
  if (!result.ok) return problem(result.refusal)
  context.header('cache-control', 'no-store')
  return context.json(result.value as object, status)
}

/** Everything under /api. Every refusal becomes a problem response (RFC 9457) here, whoever it came from. */
export function createRouter(ports: RouterPorts): Hono {
  const app = new Hono().basePath('/api')
  const origin = ports.publicUrl
  const secure = origin?.startsWith('https:') ?? false

  app.onError(error => {
    if (error instanceof Refused) return problem(error.code)
    if (error instanceof StoreUnavailable) {
      ports.log('warn', 'nothing can be kept just now')
      return problem('store-failed')
    }
    // Nobody is there to read it.
    if (isGone(error)) return new Response(null, { status: 499 })
    ports.log('error', 'request failed', { error })
    return problem('internal')
  })
  app.notFound(() => problem('not-found'))
  app.use(async (context, next) => {
    // A browser names the page that a request comes from; a page of somebody else has no business here.
    const from = context.req.header('origin')
    if (
      from !== undefined &&
      context.req.method !== 'GET' &&
      !isOurs(from, context.req.header('host'), origin)
    )
      return problem('foreign-origin')
    return next()
  })

  const { createKey = null, provider = null, key: keys, now } = ports
  boundGuesses(app)
  beginningRoutes(app, { createKey, provider, keys, now, secure })
  const rate = new SessionRate(ports.sessionsPerHour, performance.now())
  joining(app, ports, secure, rate)
  sessions(app, { ...ports, secure })
  signing(app, ports)
  verifyRoute(app, ports)
  publicFiles(app, ports)
  archiveRoute(app, { ...ports, rate }, secure)
  if (ports.playExample) example(app, ports.playExample)
  return app
}

function joining(app: Hono, ports: RouterPorts, secure: boolean, rate: SessionRate): void {
  app.post('/sessions', async context => {
    const body = await readBody(context, newSessionSchema)
    if (!body.ok) return body.refusal
    if (!rate.take(askedFrom(context), performance.now())) return problem('too-many-sessions')
    const created = await createSession(ports, body.value)
    remember(context, created, secure)
    return context.json(created, 201)
  })
  app.post('/join/look', async context => {
    const body = await readBody(context, lookRequestSchema)
    return body.ok ? answer(context, await look(ports, body.value.code)) : body.refusal
  })
  app.post('/join', async context => {
    const body = await readBody(context, joinRequestSchema)
    if (!body.ok) return body.refusal
    const known = await returning(context, ports, body.value.code)
    if (known) {
      remember(context, known, secure)
      return context.json(known)
    }
    const joined = await join(ports, body.value)
    if (joined.ok) remember(context, joined.value, secure)
    return answer(context, joined, 201)
  })
  app.post('/sessions/:session/lead', async context => {
    const body = await readBody(context, leadRequestSchema)
    if (!body.ok) return body.refusal
    const lead = await takeLead(ports, context.req.param('session'), body.value.secret)
    if (lead.ok) remember(context, lead.value, secure)
    return answer(context, lead)
  })
}

const seenBy = (
  { publicUrl, now, mail = false, keptDays = KEPT_DAYS }: RouterPorts,
  here: readonly string[],
) => ({
  publicUrl,
  now: now(),
  here,
  mail,
  keptDays,
})

/** Who comes back on the same device stays who they were; who was removed can't come back that way. Null: somebody new. */
async function returning(context: Context, ports: RouterPorts, code: string): Promise<JoinAnswer | null> {
  const looked = await look(ports, code)
  if (!looked.ok) return null
  const { id: session } = looked.value.session
  const token = tokenIn(context, session)
  const participant = token === null ? null : participantOf(ports.key, session, token)
  if (token === null || participant === null) return null
  const me = (await ports.store.transaction(session, tx => tx.participants())).find(
    ({ id }) => id === participant,
  )
  if (me?.removed) throw new Refused('removed')
  return me ? { session, participant: me.id, token } : null
}

/** Commands that one person may give at once, and then a second: who leads gives some dozens in a hurry. */
const COMMANDS = [120, 4] as const
/** The same of those in `readsBoard`. */
const READINGS = [60, 1] as const
/** What participants may ask for which the server reads the whole board, while others wait. */
const readsBoard: readonly Command['type'][] = ['appealNote', 'layOut']

function sessions(app: Hono, ports: RouterPorts & { secure: boolean }): void {
  /** Who asks, by token; throws when there is none, or it was forged or made for another session. */
  const asker = (context: Context, session: string): string => {
    const token = tokenIn(context, session)
    const participant = token === null ? null : participantOf(ports.key, session, token)
    if (participant === null) throw new Refused('no-identity')
    return participant
  }
  app.get('/sessions/:session/view', async context => {
    const session = context.req.param('session')
    const participant = asker(context, session)
    const seen = seenBy(ports, ports.here(session))
    const view = await ports.store.transaction(session, tx => viewFor(tx, participant, seen))
    // By the newest key of the installation, so that the one before it can go some day. Only then: another may have joined on this device meanwhile.
    const token = tokenOf(ports.key, session, participant)
    const shown = cookieIn(context, session) ?? token
    const outdated = shown !== token && participantOf(ports.key, session, shown) === participant
    if (outdated) remember(context, { session, participant, token }, ports.secure)
    context.header('cache-control', 'no-store')
    return context.json(view)
  })
  app.get('/sessions/:session/former', async context => {
    const session = context.req.param('session')
    const participant = asker(context, session)
    const former = await ports.store.transaction(session, tx => readFormer(tx, participant))
    context.header('cache-control', 'no-store')
    return context.json(former)
  })
  app.get('/sessions/:session/audit', async context => {
    const session = context.req.param('session')
    const participant = asker(context, session)
    const audit = await ports.store.transaction(session, tx => readAudit(tx, participant))
    context.header('cache-control', 'no-store')
    return context.json(audit)
  })
  app.get('/sessions/:session/comments', async context => {
    const session = context.req.param('session')
    const participant = asker(context, session)
    const comments = await ports.store.transaction(session, tx => readComments(tx, participant))
    context.header('cache-control', 'no-store')
    return context.json(comments)
  })
  app.get('/sessions/:session/snapshots/:hash', async context => {
    const { session, hash } = context.req.param()
    const participant = asker(context, session)
    const { canonical } = await ports.store.transaction(session, tx => readSnapshot(tx, participant, hash))
    context.header('cache-control', 'no-store')
    return context.body(canonical, 200, { 'content-type': 'application/json' })
  })
  exportRoutes(app, { ...ports, asker })
  digestRoutes(app, { ...ports, asker })
  ownDataRoute(app, { ...ports, asker })
  const rate = new PersonRate(...COMMANDS)
  const readings = new PersonRate(...READINGS)
  app.post('/sessions/:session/commands', async context => {
    const session = context.req.param('session')
    const participant = asker(context, session)
    const now = performance.now()
    if (!rate.take(participant, now)) return problem('too-busy')
    const body = await readBody(context, commandRequestSchema)
    if (!body.ok) return body.refusal
    const { key, command } = body.value
    if (readsBoard.includes(command.type) && !readings.take(participant, now)) return problem('too-busy')
    return answer(context, await ports.execute(session, participant, key, command))
  })
}

function signing(app: Hono, ports: RouterPorts): void {
  app.get('/sign/:token', async context =>
    answer(context, await openSigning(ports, context.req.param('token'))),
  )
  app.post('/sign/:token/opened', async context =>
    answer(context, await noteOpened(ports, context.req.param('token'))),
  )
  app.post('/sign/:token', async context => {
    const body = await readBody(context, signRequestSchema)
    if (!body.ok) return body.refusal
    return answer(context, await giveSignature(ports, context.req.param('token'), body.value), 201)
  })
}

/** A filled session of one's own. Examples are played one at a time: each is a dozen people at work. */
function example(app: Hono, playExample: () => Promise<ExampleAnswer>): void {
  let playing = false
  app.post('/example', async context => {
    if (playing) return problem('too-busy')
    playing = true
    try {
      const { facilitatorLink, joinLink } = await playExample()
      return context.json({ facilitatorLink, joinLink } satisfies ExampleAnswer, 201)
    } finally {
      playing = false
    }
  })
}
