import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import type { z } from 'zod'
import { ok, type Result, refused } from '#lib/result.ts'
import { Gone } from './gone.ts'
import { problem } from './problem.ts'

/** Largest body of an ordinary request, in bytes. */
const BODY_MAX = 256 * 1024
/** How long a cookie stays, in seconds. */
export const YEAR = 365 * 24 * 60 * 60

/** The request's JSON by its schema, or the problem response that says what is wrong with it. */
export async function readBody<T extends z.ZodType>(
  context: Context,
  schema: T,
): Promise<Result<z.infer<T>, Response>> {
  const bytes = await readBytes(context.req.raw, BODY_MAX)
  if (!bytes.ok) return refused(problem(bytes.refusal))
  let json: unknown
  try {
    json = JSON.parse(new TextDecoder().decode(bytes.value))
  } catch {
    return refused(problem('invalid-json'))
  }
  const parsed = schema.safeParse(json)
  if (parsed.success) return ok(parsed.data)
  const issue = parsed.error.issues[0]
  return refused(problem('invalid-request', `${issue?.path.join('.') || 'body'}: ${issue?.message}`))
}

/**
 * The body's bytes, read no further than the limit, whatever the request says of its length. `patience`: how long it may take to come,
 * in ms; without it that is left to the server.
 */
export async function readBytes(
  request: Request,
  limit: number,
  patience?: number,
): Promise<Result<Uint8Array, 'too-large' | 'too-slow'>> {
  if (Number(request.headers.get('content-length')) > limit) return refused('too-large')
  const reading = readUpTo(request, limit)
  if (patience === undefined) return reading
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<Result<never, 'too-slow'>>(resolve => {
    timer = setTimeout(() => resolve(refused('too-slow')), patience)
  })
  // What goes wrong after the answer was given concerns nobody.
  reading.catch(() => {})
  return Promise.race([reading, late]).finally(() => clearTimeout(timer))
}

async function readUpTo(request: Request, limit: number): Promise<Result<Uint8Array, 'too-large'>> {
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    for await (const chunk of request.body ?? []) {
      size += chunk.length
      if (size > limit) return refused('too-large')
      chunks.push(chunk)
    }
  } catch (cause) {
    throw new Gone('the body was not sent to its end', { cause })
  }
  return ok(Buffer.concat(chunks))
}

/** The cookie that proves who somebody is in a session. */
export const cookieName = (session: string): string => `mozaiek-${session}`
/** Says who one is and proves nothing: for the page to know, also offline, whose copy of the session it may open. */
const personCookieName = (session: string): string => `person-${session}`

/** The token in an Authorization header; null when there is none. */
export const bearerIn = (authorization: string | undefined): string | null =>
  /^Bearer (\S+)$/.exec(authorization ?? '')?.[1] ?? null

/** What proves who asks: a bearer token, else the cookie of this session. */
export function tokenIn(context: Context, session: string): string | null {
  return bearerIn(context.req.header('authorization')) ?? cookieIn(context, session) ?? null
}

/** The token in this session's cookie, if there is one. */
export const cookieIn = (context: Context, session: string): string | undefined =>
  getCookie(context, cookieName(session))

/** Remembers on this device who somebody is in this session; scripts of the page can't read the token. */
export function remember(
  context: Context,
  { session, participant, token }: { session: string; participant: string; token: string },
  secure: boolean,
): void {
  const options = { sameSite: 'Lax', path: '/', maxAge: YEAR, secure } as const
  setCookie(context, cookieName(session), token, { ...options, httpOnly: true })
  setCookie(context, personCookieName(session), participant, options)
}
