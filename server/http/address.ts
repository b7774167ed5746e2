import { BlockList, isIP, isIPv6 } from 'node:net'
import type { Context } from 'hono'

/** What the API is told of a request beside the request itself. */
export type Asked = { address: string }

const plainOf = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/i, '')
const kindOf = (address: string) => (isIPv6(address) ? 'ipv6' : 'ipv4')

/** Proxies that are believed, from addresses and ranges between commas (`10.0.0.0/8, fd00::/8`), and this machine. Null when one is neither. */
export function readProxies(list: string): BlockList | null {
  const proxies = new BlockList()
  proxies.addSubnet('127.0.0.0', 8)
  proxies.addAddress('::1', 'ipv6')
  for (const each of list.split(',').flatMap(part => part.trim() || [])) {
    const [address = '', bits, more] = each.split('/')
    if (isIP(address) === 0 || more !== undefined) return null
    const width = isIPv6(address) ? 128 : 32
    const prefix = bits === undefined ? width : Number(bits)
    if (bits === '' || !Number.isInteger(prefix) || prefix < 0 || prefix > width) return null
    proxies.addSubnet(address, prefix, kindOf(address))
  }
  return proxies
}

/**
 * The address that a request comes from. A proxy is believed who it had before it: it puts that last. Of IPv6 the part that one household
 * or office has, since it may take any address within that.
 */
export function addressOf(
  peer: string | undefined,
  forwarded: string | undefined,
  proxies: BlockList = onlyOwn,
): string {
  const before = (forwarded ?? '').split(',').map(each => plainOf(each.trim()))
  let address = plainOf(peer ?? '')
  while (isIP(address) !== 0 && proxies.check(address, kindOf(address))) {
    const last = before.pop() ?? ''
    if (isIP(last) === 0) break
    address = last
  }
  return isIPv6(address) ? networkOf(address) : address
}

const onlyOwn = readProxies('') ?? new BlockList()

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
