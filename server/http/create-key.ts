import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Context, Hono } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { createKeyRequestSchema } from '#lib/protocol/requests.ts'
import { askedFrom } from './address.ts'
import { PersonRate } from './person-rate.ts'
import { problem } from './problem.ts'
import { bearerIn, readBody, YEAR } from './request.ts'

const COOKIE = 'mozaiek-create'
/** Keys that one address may try at once, and then a second. */
const TRIES = [10, 1 / 30] as const

/** What proves that one showed this key, on a device or as a bearer token. Another key makes another one. */
export const createToken = (key: string): string =>
  createHmac('sha256', key).update('begins sessions').digest('base64url')

/** Takes the operator's key, once a device. */
export function createKeyRoute(app: Hono, key: string, secure: boolean): void {
  const token = createToken(key)
  const rate = new PersonRate(...TRIES)
  app.post('/create-key', async context => {
    const body = await readBody(context, createKeyRequestSchema)
    if (!body.ok) return body.refusal
    if (!rate.take(askedFrom(context), performance.now())) return problem('too-busy')
    if (!equal(createToken(body.value.key), token)) return problem('wrong-key')
    setCookie(context, COOKIE, token, { sameSite: 'Lax', path: '/', maxAge: YEAR, secure, httpOnly: true })
    return context.json({})
  })
}

/** Whether who asks showed this key before, on this device or as a bearer token. */
export const showsKey = (context: Context, key: string): boolean =>
  equal(bearerIn(context.req.header('authorization')) ?? getCookie(context, COOKIE) ?? '', createToken(key))

function equal(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}
