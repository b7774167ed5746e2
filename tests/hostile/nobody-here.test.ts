import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { publicSession } from '#tests/harness/public-session.ts'
import { startServer, type TestServer } from '#tests/harness/server.ts'
import { RawClient } from './raw-client.ts'
import { session, startRooms, until } from './socket-room.ts'

describe('[R19] of sessions of which nobody has a document open nothing is remembered', () => {
  let server: TestServer
  beforeAll(async () => {
    server = await startServer()
  })
  afterAll(() => server.remove())
  const figure = async (name: string) => {
    const headers = { authorization: 'Bearer figures-for-the-tests' }
    const text = await (await fetch(`${server.url}/metrics`, { headers })).text()
    return Number(new RegExp(`^mozaiekbord_${name} (\\d+)$`, 'm').exec(text)?.[1])
  }

  test('whatever is done in them over HTTP', async () => {
    const all = await Promise.all(Array.from({ length: 20 }, () => publicSession(server.url)))
    for (const { lead, join } of all) {
      await join('Anna')
      await lead.command({ type: 'setLobby', on: true })
    }
    expect(await figure('sessions')).toBe(0)
    const [first] = all
    await first?.lead.look('board')
    expect(await figure('sessions')).toBe(1)
    first?.lead.leave()
  })
})

describe('[R19] a session', () => {
  let server: Awaited<ReturnType<typeof startRooms>>
  beforeEach(async () => {
    server = await startRooms({ idleMs: 1 })
  })
  afterEach(() => server.stop())
  const remembered = () => server.rooms.census().sessions

  test('is forgotten when the last one left, and when somebody came who may not', async () => {
    const anna = await server.join('person-anna')
    expect(remembered()).toBe(1)
    anna.provider.destroy()
    await until(() => remembered() === 0)
    const stranger = await RawClient.connect(`${server.base}/board?who=person-nobody`)
    await until(() => stranger.closed === 4403)
    expect(remembered()).toBe(0)
  })

  test('is known anew to who comes in while something changes in it', async () => {
    const coming = server.join('person-anna')
    for (let change = 0; change < 20; change++) await server.rooms.announce(session)
    const anna = await coming
    const had = server.roster.get('person-anna')
    if (had) server.roster.set('person-anna', { ...had, removed: true })
    let away = false
    anna.provider.on('connection-close', () => {
      away = true
    })
    await server.rooms.announce(session)
    await until(() => away)
  })
})
