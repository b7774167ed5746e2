import { hostname } from 'node:os'
import { expect, test } from 'vitest'
import { networkHosts, ownAddress } from '#server/http/own-addresses.ts'

const all = [
  { address: '127.0.0.1', family: 'IPv4', internal: true },
  { address: '192.168.1.20', family: 'IPv4', internal: false },
  { address: 'fd00::7', family: 'IPv6', internal: false },
]

test('[H7] an address is taken from a request when it is one of this machine’s own, and never another', () => {
  expect(ownAddress('192.168.1.20:3000', all)).toBe('http://192.168.1.20:3000')
  expect(ownAddress('[fd00::7]:3000', all)).toBe('http://[fd00::7]:3000')
  expect(ownAddress(`${hostname()}:3000`, all)).toBe(`http://${hostname().toLowerCase()}:3000`)
  for (const made of [
    'evil.example:3000',
    '192.168.1.99:3000',
    'x@evil.example:3000',
    '192.168.1.20.evil.example:3000',
  ])
    expect(ownAddress(made, all), made).toBe('http://localhost:3000')
  for (const none of [undefined, '', 'a b', '192.168.1.20/verify?'])
    expect(ownAddress(none, all), none).toMatch(/^http:\/\/(localhost|192\.168\.1\.20)$/)
})

test('[H7] who starts it is told the addresses that others in the network reach it by', () => {
  expect(networkHosts(all)).toEqual(['192.168.1.20'])
})
