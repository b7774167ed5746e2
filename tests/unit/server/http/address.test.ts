import { describe, expect, it } from 'vitest'
import { addressOf, readProxies } from '#server/http/address.ts'

describe('the address that a request comes from', () => {
  it('is the peer’s own, whatever that says, unless it is a proxy that is believed', () => {
    expect(addressOf('203.0.113.7', '198.51.100.1')).toBe('203.0.113.7')
    expect(addressOf('::ffff:127.0.0.1', '192.0.2.1, 198.51.100.1')).toBe('198.51.100.1')
    const proxies = readProxies('172.30.94.0/24, fd00::/8') ?? undefined
    expect(addressOf('172.30.94.2', '192.0.2.1, 198.51.100.1', proxies)).toBe('198.51.100.1')
    expect(addressOf('172.30.95.2', '198.51.100.1', proxies)).toBe('172.30.95.2')
    expect(addressOf('fd00::2', '192.0.2.1, 198.51.100.1, 172.30.94.9', proxies)).toBe('198.51.100.1')
  })

  it('is that of the proxy when that tells nothing of use', () => {
    for (const told of [undefined, '', 'unknown', '198.51.100.1, nobody'])
      expect(addressOf('127.0.0.1', told)).toBe('127.0.0.1')
  })

  it('is the network of a household where it is IPv6', () => {
    expect(addressOf('2001:db8:1:2:3:4:5:6', undefined)).toBe('2001:db8:1:2')
  })
})

describe('the list of proxies', () => {
  it('takes addresses and ranges, and nothing else', () => {
    for (const list of ['', '10.0.0.1', '10.0.0.0/8,::1', ' fd00::/8 , 10.0.0.1 '])
      expect(readProxies(list)).not.toBeNull()
    for (const list of ['proxy', '10.0.0.0/33', '10.0.0.0/', '10.0.0.0/8/8', '10.0.0', '::/129'])
      expect(readProxies(list)).toBeNull()
  })
})
