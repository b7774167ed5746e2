import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { deskSession, lead as leader } from '#tests/harness/desk-session.ts'
import { everyRow, everythingKept } from '#tests/harness/installation.ts'
import { publicSession } from '#tests/harness/public-session.ts'
import { startServer, type TestServer } from '#tests/harness/server.ts'

const SECRET = 'ik durf hier niets te zeggen'
const CALL = 'Anna Geheimzin'

describe('on the wire', () => {
  let server: TestServer
  beforeAll(async () => {
    server = await startServer()
  })
  afterAll(() => server.remove())

  const listener = (session: string, token: string) => {
    const heard: string[] = []
    const address = `${server.url.replace('http', 'ws')}/sync/${session}/board?token=${token}`
    const socket = new WebSocket(address, { origin: server.url })
    socket.on('message', data => heard.push(Buffer.from(data as Buffer).toString('latin1')))
    const asks = async () => {
      const response = await fetch(`${server.url}/api/sessions/${session}/view`, {
        headers: { authorization: `Bearer ${token}` },
      })
      heard.push(await response.text())
    }
    return { heard, asks, close: () => socket.close() }
  }

  test('[U25] nobody is sent what was answered before a check is closed, and what was written goes to who leads alone', async () => {
    const { session: made, lead, join } = await publicSession(server.url)
    const [anna, bram, cor] = [await join('Anna'), await join('Bram'), await join('Cor')]
    const people = [anna, bram, cor]
    const all = [lead, ...people].map(({ token }) => listener(made, token))
    const [leads, ...others] = all as [(typeof all)[0], ...typeof all]
    const { id } = await lead.command({ type: 'openCheck', check: 'relationshipCheckIn', about: null })
    const check = id ?? ''
    const answer = { erin: 'afhaken', samen: 'nee', nodig: SECRET, bellen: CALL }
    await anna.command({ type: 'answerCheck', check, answer })
    for (const person of [bram, cor])
      await person.command({ type: 'answerCheck', check, answer: { erin: 'vol' } })
    const came = () => all.every(({ heard }) => heard.some(each => each.includes('"people":3')))
    await expect.poll(came).toBe(true)
    for (const { asks } of all) await asks()
    for (const { heard } of all)
      for (const word of [SECRET, CALL, 'afhaken', '"vol"']) expect(heard.join('\n')).not.toContain(word)

    await lead.command({ type: 'closeCheck', check })
    const shown = () => all.every(({ heard }) => heard.some(each => each.includes('"afhaken":1')))
    await expect.poll(shown).toBe(true)
    expect(leads.heard.join('\n')).toContain(SECRET)
    for (const { heard } of others)
      for (const word of [SECRET, CALL]) expect(heard.join('\n')).not.toContain(word)
    for (const { close } of all) close()
    for (const person of people) person.leave()
  })
})

describe('in the files', () => {
  const names = ['person-anna', 'person-bram', 'person-corr', 'person-dirk']
  const answers = [
    { erin: 'vol', samen: 'ja', nodig: 'Nooit meer vergaderen' },
    { erin: 'goed', samen: 'meestal', nodig: 'Minder papier' },
    { erin: 'twijfel', samen: 'soms', nodig: 'Een vaste dag' },
    { erin: 'afhaken', samen: 'nee', nodig: 'Alles anders' },
  ]
  let table: Awaited<ReturnType<typeof deskSession>>
  beforeEach(async () => {
    table = await deskSession(names)
  })
  afterEach(() => table.stop())

  /** Answers in this order of people, each their own; gives the rows of all tables that hold an answer, and all bytes there are. */
  const answered = async (order: readonly number[]) => {
    await table.tell(leader, { type: 'openCheck', check: 'relationshipCheckIn', about: null })
    const check = (await table.view(leader)).checks[0]?.id ?? ''
    for (const index of order) {
      const answer = answers[index] ?? {}
      expect(await table.tell(names[index] ?? '', { type: 'answerCheck', check, answer })).toBeNull()
    }
    return { rows: await everyRow(table), bytes: await everythingKept(table) }
  }

  test('[U26] no row of the database, of the audit trail or of what was answered before ties a person to an answer', async () => {
    const { rows } = await answered([2, 0, 3, 1])
    const told = answers.flatMap(answer => Object.values(answer).filter(word => word.length > 4))
    for (const { text } of rows.filter(each => names.some(name => each.text.includes(name))))
      for (const word of told) expect(text).not.toContain(`"${word}"`)
    const boxes = rows.filter(({ text }) => text.includes('Minder papier'))
    expect(boxes, 'all answers are in one row').toHaveLength(1)
    expect(rows.filter(({ text }) => text.includes('Alles anders'))).toEqual(boxes)
  })

  test('[U26] the box is the same whoever came first, and no former form of it is left in the files', async () => {
    const boxOf = ({ rows }: Awaited<ReturnType<typeof answered>>) =>
      rows.find(each => each.table === 'check_boxes')?.row.box
    const one = await answered([2, 0, 3, 1])
    await table.stop()
    table = await deskSession(names)
    const other = await answered([1, 3, 0, 2])
    expect(boxOf(one)).toBe(boxOf(other))
    for (const { bytes } of [one, other])
      for (const { nodig } of answers) expect(bytes.split(nodig)).toHaveLength(2)
  })

  test('[U91] of slips that were counted anew nothing is left in the files of how they were counted before', async () => {
    await table.tell(leader, { type: 'openCheck', check: 'relationshipCheckIn', about: null })
    const check = (await table.view(leader)).checks[0]?.id ?? ''
    const counted = async (twijfel: number) => {
      const hands = { people: twijfel, counts: { erin: { twijfel } } }
      expect(await table.tell(leader, { type: 'countCheckHands', check, partner: null, hands })).toBeNull()
      return everythingKept(table)
    }
    expect(await counted(113)).toContain('"twijfel":113')
    const bytes = await counted(114)
    expect(bytes).toContain('"twijfel":114')
    expect(bytes).not.toContain('"twijfel":113')
  })
})
