import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Bus } from '#server/bus/bus.ts'
import { createHub } from '#server/bus/in-process.ts'
import { decodeNews, encodeNews } from '#server/bus/news-codec.ts'
import { createRedisBus } from '#server/bus/redis.ts'
import { startRedis, type TestRedis } from '#tests/harness/redis.ts'
import { busContract } from './bus.ts'

busContract('One process', async () => ({ join: createHub().join, end: async () => {} }))

let redis: TestRedis
beforeAll(async () => {
  redis = await startRedis()
})
afterAll(() => redis.remove())

const busOf = (installation: string) => createRedisBus({ url: redis.url, installation, log: () => {} })
busContract('Redis', async () => {
  const installation = randomUUID()
  return { join: () => busOf(installation), end: async () => {} }
})

describe('Redis', () => {
  const connected = (bus: Bus) => expect.poll(() => bus.state()).toBe('connected')

  it('[M7] that stops and comes back, or stands still, is noticed, and all that was joined is heard again', async () => {
    const [one, two] = [busOf('x'), busOf('x')]
    const heard: string[] = []
    const joined: string[] = []
    two.listen({
      hear: (_, __, news) => void heard.push(news.type),
      joined: sessions => void joined.push(...sessions),
      lost: () => {},
    })
    two.join('s1')
    await expect.poll(() => joined).toEqual(['s1'])
    await redis.stop()
    await expect.poll(() => one.state()).toBe('away')
    expect(one.untold()).toBe(0)
    one.tell('s1', { type: 'changed' })
    await expect.poll(() => one.untold()).toBe(1)
    two.join('s2')
    await redis.restart()
    await connected(one)
    await expect.poll(() => joined.slice(1).toSorted()).toEqual(['s1', 's2'])
    one.tell('s2', { type: 'wanted' })
    await expect.poll(() => heard).toEqual(['wanted'])
    redis.pause()
    try {
      await expect.poll(() => two.state()).toBe('away')
    } finally {
      redis.resume()
    }
    await connected(two)
    await expect.poll(() => joined.length).toBe(5)
    await Promise.all([one.close(), two.close()])
  })

  it('[M7] that is not there keeps no node from starting or from ending', async () => {
    await redis.stop()
    const bus = busOf('y')
    bus.listen({ hear: () => {}, joined: () => {}, lost: () => {} })
    bus.join('s1')
    bus.tell('s1', { type: 'changed' })
    expect(bus.state()).toBe('away')
    await bus.close()
    await redis.restart()
  })

  it('[M6] of another installation says nothing to this one', async () => {
    const [one, other] = [busOf('mine'), busOf('theirs')]
    const heard: string[] = []
    const joined: string[] = []
    other.listen({
      hear: (_, __, news) => void heard.push(news.type),
      joined: sessions => void joined.push(...sessions),
      lost: node => void heard.push(node),
    })
    other.join('s1')
    await expect.poll(() => joined).toEqual(['s1'])
    await connected(one)
    one.tell('s1', { type: 'changed' })
    await one.close()
    const third = busOf('theirs')
    await connected(third)
    third.tell('s1', { type: 'wanted' })
    await expect.poll(() => heard).toEqual(['wanted'])
    await Promise.all([other.close(), third.close()])
  })
})

it('[M6] News of another version, and what is no news, is passed over', () => {
  const bytes = encodeNews('n', { type: 'here', people: ['anna'] })
  expect(decodeNews(bytes)).toEqual({ node: 'n', news: { type: 'here', people: ['anna'] } })
  for (let length = 0; length < bytes.length; length++) expect(decodeNews(bytes.slice(0, length))).toBeNull()
  expect(decodeNews(new Uint8Array([2, ...bytes.slice(1)]))).toBeNull()
  expect(decodeNews(new Uint8Array([1, 0, 9]))).toBeNull()
})
