import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Bus, Hearer, News } from '#server/bus/bus.ts'

type Heard = { session: string; node: string; news: News }
/** A bus with all that came over it. */
function listening(bus: Bus) {
  const heard: Heard[] = []
  const joined: string[] = []
  const lost: string[] = []
  const hearer: Hearer = {
    hear: (session, node, news) => void heard.push({ session, node, news }),
    joined: sessions => void joined.push(...sessions),
    lost: node => void lost.push(node),
  }
  bus.listen(hearer)
  return { bus, heard, joined, lost }
}

/** One of each kind, with every letter and number that may stand in it. */
const all: News[] = [
  {
    ...{ type: 'updates', document: 'desk/3/person-zoë', life: 2 },
    updates: [
      { place: 1, update: new Uint8Array([0, 255, 10]) },
      { place: 2 ** 40, update: new Uint8Array(0) },
    ],
    owners: [[4_294_967_295, 'person-zoë']],
  },
  {
    ...{ type: 'presence', document: 'board' },
    shown: [{ client: 7, clock: 2 ** 31, participant: 'anna', state: '{"user":{"name":"Ännä ☂"}}' }],
  },
  { type: 'here', people: ['anna', 'bo'] },
  { type: 'here', people: [] },
  { type: 'changed' },
  { type: 'wanted' },
]

/** Holds a bus against its interface. `make` gives nodes of one installation that has no other nodes. */
export function busContract(name: string, make: () => Promise<{ join(): Bus; end(): Promise<void> }>): void {
  describe(`${name} as a bus`, () => {
    let place: Awaited<ReturnType<typeof make>>
    let nodes: ReturnType<typeof listening>[]
    const node = () => {
      const one = listening(place.join())
      nodes.push(one)
      return one
    }
    /** A node that hears of these sessions. */
    const nodeIn = async (...sessions: string[]) => {
      const one = node()
      for (const session of sessions) one.bus.join(session)
      await expect.poll(() => one.joined.toSorted()).toEqual(sessions.toSorted())
      return one
    }
    beforeEach(async () => {
      place = await make()
      nodes = []
    })
    afterEach(async () => {
      for (const { bus } of nodes) await bus.close()
      await place.end()
    })

    it('[M6] brings every kind of news as it was told, in its order, to all others that joined the session', async () => {
      const [one, two, three] = [await nodeIn('s1'), await nodeIn('s1'), await nodeIn('s1', 's2')]
      for (const news of all) one.bus.tell('s1', news)
      two.bus.tell('s2', { type: 'changed' })
      const expected = all.map(news => ({ session: 's1', node: one.bus.node, news }))
      await expect.poll(() => two.heard).toEqual(expected)
      await expect.poll(() => three.heard.length).toBe(expected.length + 1)
      expect(three.heard.filter(({ session }) => session === 's1')).toEqual(expected)
      expect(three.heard.find(({ session }) => session === 's2')).toMatchObject({ node: two.bus.node })
      expect(one.heard, 'nobody hears themselves').toEqual([])
    })

    it('[M6] brings nothing of a session that was left, and says so when it is joined again', async () => {
      const [one, two] = [await nodeIn('s1'), await nodeIn('s1', 's2')]
      two.bus.leave('s1')
      one.bus.tell('s1', { type: 'changed' })
      one.bus.tell('s2', { type: 'wanted' })
      await expect.poll(() => two.heard.length).toBe(1)
      expect(two.heard).toMatchObject([{ session: 's2' }])
      two.bus.join('s1')
      await expect.poll(() => two.joined).toEqual(['s1', 's2', 's1'])
      one.bus.tell('s1', { type: 'changed' })
      await expect.poll(() => two.heard.length).toBe(2)
    })

    it('[M6] says once that a node is gone, and tells nothing of it after that', async () => {
      const [one, two] = [await nodeIn('s1'), await nodeIn('s1')]
      one.bus.tell('s1', { type: 'wanted' })
      await expect.poll(() => two.heard.length).toBe(1)
      await one.bus.close()
      await expect.poll(() => two.lost).toEqual([one.bus.node])
      one.bus.tell('s1', { type: 'changed' })
      const three = await nodeIn('s1')
      three.bus.tell('s1', { type: 'wanted' })
      await expect.poll(() => two.heard.length).toBe(2)
      expect(two.heard.at(-1)?.node).toBe(three.bus.node)
    })

    it('is connected', async () => {
      const one = await nodeIn('s1')
      expect(one.bus.state()).toBe('connected')
    })
  })
}
