import { createHmac, timingSafeEqual } from 'node:crypto'

const proofOf = (key: string, purpose: string, text: string): Buffer =>
  createHmac('sha256', key).update(`${purpose}\n${text}`).digest()

/**
 * A value that a browser keeps for us, which nobody else can make or change: `<base64url JSON>.<HMAC-SHA-256>`. Who holds it can read it. `keys`:
 * those of the installation between commas, the newest first; that one signs, and all are taken. `until`: till when it holds, in ms.
 */
export function sealed(keys: string, purpose: string, value: object, until: number): string {
  const [newest = ''] = keys.split(',')
  const text = Buffer.from(JSON.stringify({ ...value, until })).toString('base64url')
  return `${text}.${proofOf(newest, purpose, text).toString('base64url')}`
}

/** What was sealed for this purpose, also when its time is over; null when it was not sealed here. */
export function unsealed<T extends object>(
  keys: string,
  purpose: string,
  shown: string,
): (T & { until: number }) | null {
  const [text, proof, more] = shown.split('.')
  if (!text || !proof || more !== undefined) return null
  const given = Buffer.from(proof, 'base64url')
  const fits = (key: string) => {
    const own = proofOf(key, purpose, text)
    return own.length === given.length && timingSafeEqual(own, given)
  }
  return keys.split(',').some(fits) ? JSON.parse(Buffer.from(text, 'base64url').toString()) : null
}
