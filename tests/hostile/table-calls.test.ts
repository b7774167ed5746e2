/** Where the people of a table meet who are far away: the link to a call, which lets in whoever has it. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { SeatedTables } from '#lib/domain/tables.ts'
import type { Declined, Person } from '#server/example/person.ts'
import { publicSession } from '#tests/harness/public-session.ts'
import { startServer, type TestServer } from '#tests/harness/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.remove())

const table = (call: string | null) => ({ title: 'Tafel', question: '', bouwstenen: [], call })
const [first, second] = ['https://video.example/een', 'https://video.example/twee']
const callsOf = async (person: Person): Promise<(string | null)[]> =>
  ((await person.view()).tables as SeatedTables).tables.map(({ call }) => call)
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => null,
    error => (error as Declined).code,
  )

test('[U102] the link to a table’s call is for who sits there in this round and who leads, and goes along with the rounds', async () => {
  const { lead, join } = await publicSession(server.url)
  const [anna, bram, watcher] = [await join('Anna'), await join('Bram'), await join('Kijker')]
  const seats = { [anna.id]: [0, 1], [bram.id]: [1, 0] }
  const seating = { tables: [table(first), table(second)], rounds: 2, seats }
  await lead.command({ type: 'setParticipant', participant: watcher.id, role: 'observer' })
  await lead.command({ type: 'seatTables', seating })
  expect(await callsOf(lead)).toEqual([first, second])
  expect(await callsOf(anna)).toEqual([first, null])
  expect(await callsOf(bram)).toEqual([null, second])
  expect(await callsOf(watcher)).toEqual([null, null])
  await lead.command({ type: 'goToRound', round: 1 })
  expect(await callsOf(anna)).toEqual([null, second])
  await lead.command({ type: 'moveSeat', participant: anna.id, table: 0 })
  expect(await callsOf(anna)).toEqual([first, null])
})

test('[U105] a link that does not work is changed while people sit there, and the trail does not tell it', async () => {
  const { lead, join, session } = await publicSession(server.url)
  const [anna, bram] = [await join('Anna'), await join('Bram')]
  const seats = { [anna.id]: [0, 1], [bram.id]: [1, 0] }
  const change = (place: number, call: string | null) =>
    lead.command({ type: 'setTableCall', table: place, call })
  expect(await refusal(change(0, first))).toBe('no-tables')
  await lead.command({
    type: 'seatTables',
    seating: { tables: [table(first), table(null)], rounds: 2, seats },
  })
  await change(0, second)
  expect([await callsOf(anna), await callsOf(bram)]).toEqual([
    [second, null],
    [null, null],
  ])
  await change(1, first)
  await change(0, null)
  expect([await callsOf(anna), await callsOf(bram), await callsOf(lead)]).toEqual([
    [null, null],
    [null, first],
    [null, first],
  ])
  expect(await refusal(change(2, first))).toBe('not-found')
  expect(await refusal(change(0, 'http://video.example/een'))).toBe('invalid-request')
  expect(((await lead.view()).tables as SeatedTables).seats).toEqual(seats)
  const asked = await fetch(`${server.url}/api/sessions/${session}/audit`, {
    headers: { authorization: `Bearer ${lead.token}` },
  })
  const trail = await asked.text()
  expect(trail).toContain('setTableCall')
  expect(trail).not.toContain('video.example')
})

test('[U102] no frame of a socket tells it to who sits elsewhere', async () => {
  const { lead, join, session } = await publicSession(server.url)
  const [anna, bram] = [await join('Anna'), await join('Bram')]
  const address = (person: Person) =>
    `${server.url.replace('http', 'ws')}/sync/${session}/board?token=${person.token}`
  const heard: string[] = []
  const socket = new WebSocket(address(bram))
  socket.binaryType = 'arraybuffer'
  const told = new Promise<void>(resolve => {
    socket.addEventListener('message', ({ data }) => {
      const text = new TextDecoder().decode(data as ArrayBuffer)
      heard.push(text)
      if (text.includes(second)) resolve()
    })
  })
  await new Promise(resolve => socket.addEventListener('open', resolve))
  const seats = { [anna.id]: [0], [bram.id]: [1] }
  const seating = { tables: [table(first), table(second)], rounds: 1, seats }
  await lead.command({ type: 'seatTables', seating })
  await told
  expect(heard.join('')).not.toContain(first)
  socket.close()
})

test.each(['http://video.example/een', 'javascript:alert(1)', 'data:text/html,x', 'video.example/een', ''])(
  '[U102] %s is no link to a call, and seats nobody',
  async call => {
    const { lead } = await publicSession(server.url)
    const seating = { tables: [table(call), table(null)], rounds: 1, seats: {} }
    expect(await refusal(lead.command({ type: 'seatTables', seating }))).toBe('invalid-request')
    expect((await lead.view()).tables).toBeNull()
  },
)

test('[U102] nobody but who leads gives one', async () => {
  const { join } = await publicSession(server.url)
  const anna = await join('Anna')
  const seating = { tables: [table(first), table(null)], rounds: 1, seats: {} }
  expect(await refusal(anna.command({ type: 'seatTables', seating }))).toBe('role-forbids')
})
