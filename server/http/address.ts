import { isIP, isIPv6 } from 'node:net'
import type { Context } from 'hono'

/** What the API is told of a request beside the request itself. */
export type Asked = { address: string }

const ownMachine = /^(::ffff:)?127\.|^::1$/

/**
 * The address that a request comes from. A proxy on this machine is believed who it had before it: it puts that last. Of IPv6 the
 * part that one household or office has, since it may take any address within that.
 */
export function addressOf(peer: string | undefined, forwarded: string | undefined): string {
  const last = forwarded?.split(',').at(-1)?.trim() ?? ''
  const address = ownMachine.test(peer ?? '') && isIP(last) !== 0 ? last : (peer ?? '')
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '')
  return isIPv6(plain) ? networkOf(plain) : plain
}

/** The first 64 bits of an IPv6 address, as four groups. */
function networkOf(address: string): string {
  const [head = '', tail] = address.split('%')[0]?.split('::') ?? []
  const groups = head === '' ? [] : head.split(':')
  const after = tail ? tail.split(':').length : 0
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - groups.length - after)
  const whole = [...groups, ...Array<string>(zeros).fill('0'), ...(tail ? tail.split(':') : [])]
  return whole
    .slice(0, 4)
    .map(group => Number.parseInt(group, 16).toString(16))
    .join(':')
}

/** Where this request comes from; empty where nobody told. */
export const askedFrom = ({ env }: Context): string => (env as Partial<Asked> | undefined)?.address ?? ''
