import { afterAll, beforeAll, expect, test } from 'vitest'
import { addNote, readBoard } from '#lib/documents/board.ts'
import type { Person } from '#server/example/person.ts'
import { publicSession } from '#tests/harness/public-session.ts'
import { startServer, type TestServer } from '#tests/harness/server.ts'

const ROUNDS = 40
let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.remove())

const table = async () => {
  const { lead: facilitator, join } = await publicSession(server.url)
  return { facilitator, join }
}

async function write(person: Person, text: string): Promise<string> {
  const id = crypto.randomUUID()
  const made = { id, author: person.id, partner: null, at: Date.now() }
  addNote(await person.look('board'), made, { bouwsteen: 'waarde', order: 1, text })
  return id
}

test('[L1] a note of one person is soon with another', async () => {
  const { join } = await table()
  const [anna, bram] = await Promise.all([join('Anna'), join('Bram')])
  const seen = await bram.look('board')
  await anna.look('board')
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const started = performance.now()
    const id = await write(anna, `Briefje ${round}`)
    await bram.sees('board', 'the note', doc => readBoard(doc).notes.some(note => note.id === id))
    times.push(performance.now() - started)
  }
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.floor(share * (ROUNDS - 1))]?.toFixed(1)
  console.log(`note to note over ${ROUNDS} notes: median ${at(0.5)} ms, 95% within ${at(0.95)} ms`)
  expect(readBoard(seen).notes).toHaveLength(ROUNDS)
  for (const person of [anna, bram]) person.leave()
})

test('[L2] what the phase forbids is refused, said to its writer, and reaches nobody', async () => {
  const { facilitator, join } = await table()
  const [anna, bram] = await Promise.all([join('Anna'), join('Bram')])
  await bram.look('board')
  await anna.look('board')
  await write(anna, 'Op tijd')
  await bram.sees('board', 'the first note', doc => readBoard(doc).notes.length === 1)
  await facilitator.command({ type: 'movePhase', to: 'order' })
  const late = await write(anna, 'Te laat')
  await expect(anna.sees('board', 'a refusal', () => false)).rejects.toThrow('phase-forbids')
  const carla = await join('Carla')
  const fresh = readBoard(await carla.look('board')).notes.map(note => note.id)
  expect(fresh).toHaveLength(1)
  expect(readBoard(await bram.look('board')).notes.map(note => note.id)).not.toContain(late)
  for (const person of [anna, bram, carla]) person.leave()
})
