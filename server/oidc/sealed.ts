import { createHmac, timingSafeEqual } from 'node:crypto'

const proofOf = (key: string, purpose: string, text: string): Buffer =>
  createHmac('sha256', key).update(`${purpose}\n${text}`).digest()

/**
 * A value that a browser keeps for us, which nobody else can make or change: `<base64url JSON>.<HMAC-SHA-256>`. Who holds it can read it. `until`: till when it holds, in ms.
 */
export function sealed(signs: string, purpose: string, value: object, until: number): string {
  const text = Buffer.from(JSON.stringify({ ...value, until })).toString('base64url')
  return `${text}.${proofOf(signs, purpose, text).toString('base64url')}`
}

/** What was sealed for this purpose, also when its time is over; null when it was not sealed here. */
export function unsealed<T extends object>(
  taken: readonly string[],
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
  return taken.some(fits) ? JSON.parse(Buffer.from(text, 'base64url').toString()) : null
}
