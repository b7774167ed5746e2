import { once } from 'node:events'
import { connect } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { addNote, readBoard } from '#lib/documents/board.ts'
import { makingOf, type Person } from '#server/example/person.ts'
import { publicSession } from '#tests/harness/public-session.ts'
import { startServer, type TestServer } from '#tests/harness/server.ts'
import { RawClient } from '#tests/hostile/raw-client.ts'
import { until } from '#tests/hostile/socket-room.ts'

const WRITERS = 4

let server: TestServer
afterEach(() => server.remove())

/** 0 where nobody listens. */
const readiness = () =>
  fetch(`${server.url}/readyz`).then(
    answer => answer.status,
    () => 0,
  )
async function becomes(status: number): Promise<void> {
  while ((await readiness()) !== status);
}

/** Somebody who comes in as `name`, at another address than the session's own if need be. */
async function session() {
  const { join, session } = await publicSession(server.url)
  const socket = ({ token }: Person) =>
    `${server.url.replace('http', 'ws')}/sync/${session}/board?token=${token}`
  return { join, socket }
}

describe('a server that is told to stop while people write', () => {
  beforeEach(async () => {
    server = await startServer(undefined, undefined, undefined, { STOP_NOTICE_SECONDS: '0.5' })
  })

  test('[O3] says so at `/readyz`, sends everybody on, and loses nothing: all of it is with the next process', async () => {
    const { join, socket } = await session()
    const witness = await join('Getuige')
    const seen = await witness.look('board')
    const writers = await Promise.all(
      Array.from({ length: WRITERS }, (_, index) => join(`Schrijver ${index}`)),
    )
    const boards = await Promise.all(writers.map(each => each.look('board')))
    const reader = await RawClient.connect(socket(witness))
    const write = () => {
      for (const [index, writer] of writers.entries())
        addNote(boards[index] as never, makingOf(writer), { bouwsteen: 'opgave', order: 1, text: 'getypt' })
    }
    const writing = setInterval(write, 15)
    await witness.sees('board', 'some notes', doc => readBoard(doc).notes.length > 20)

    const code = server.stop()
    await becomes(503)
    expect(reader.closed).toBeNull()
    expect(await code).toBe(0)
    await until(() => reader.closed !== null)
    expect(reader.closed).toBe(4503)
    const known = readBoard(seen).notes.map(({ id }) => id)
    clearInterval(writing)
    write()

    // First where no writer can reach it, so that no client's own copy makes good what the server may have lost.
    const elsewhere = await server.restartElsewhere()
    const late = await join('Lezer', null, { url: elsewhere, origin: elsewhere })
    const stored = new Set(readBoard(await late.look('board')).notes.map(({ id }) => id))
    expect(known.filter(id => !stored.has(id))).toEqual([])
    late.leave()
    expect(await server.stop()).toBe(0)
    await server.restart()
    const typed = boards.flatMap((doc, index) =>
      readBoard(doc).notes.filter(({ author }) => author === writers[index]?.id),
    )
    await witness.sees('board', 'all that was typed', doc => readBoard(doc).notes.length === typed.length)
    for (const person of [witness, ...writers]) person.leave()
  }, 60_000)
})

describe('a server that is told to stop while somebody doesn’t answer', () => {
  /** A request whose body never ends, and a socket that neither reads nor answers. */
  async function stuck(): Promise<void> {
    const { join, socket } = await session()
    const { host, port, pathname, search } = new URL(socket(await join('Stille')))
    const silent = connect(Number(port), '127.0.0.1').pause()
    const shake = ['Connection: Upgrade', 'Upgrade: websocket', 'Sec-WebSocket-Version: 13']
    silent.write(
      [
        `GET ${pathname}${search} HTTP/1.1`,
        `Host: ${host}`,
        ...shake,
        'Sec-WebSocket-Key: c2lsZW50IHdpdG5lc3MhIQ==',
        '\r\n',
      ].join('\r\n'),
    )
    const slow = connect(Number(port), '127.0.0.1')
    slow.write(`POST /api/verify HTTP/1.1\r\nHost: ${host}\r\nContent-Length: 1000\r\n\r\nx`)
    for (const each of [silent, slow]) each.on('error', () => {})
    await once(silent, 'ready')
    const figures = { headers: { authorization: 'Bearer figures-for-the-tests' } }
    while (
      !/^mozaiekbord_connections 1$/m.test(await (await fetch(`${server.url}/metrics`, figures)).text())
    );
  }

  test('[O4] is gone within the time that is set, with exit code 0', async () => {
    server = await startServer(undefined, undefined, undefined, { STOP_SECONDS: '3' })
    await stuck()
    const began = performance.now()
    expect(await server.stop()).toBe(0)
    expect(performance.now() - began, 'less than where nothing is set').toBeLessThan(9000)
  })

  test('[O4] is gone at once when it is told twice', async () => {
    server = await startServer(undefined, undefined, undefined, {
      STOP_NOTICE_SECONDS: '60',
      STOP_SECONDS: '60',
    })
    await stuck()
    void server.stop()
    await becomes(503)
    expect(await server.stop()).toBe(143)
  })
})
