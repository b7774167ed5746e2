import { afterAll, beforeAll, expect, test } from 'vitest'
import { addNote, readBoard } from '#lib/documents/board.ts'
import type { Person } from '#server/example/person.ts'
import { publicSession } from '#tests/harness/public-session.ts'
import { startServer, type TestServer } from '#tests/harness/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.remove())

const WRITERS = 4

test('[K1] keeps every note that anybody else had seen through kill -9, and takes what was typed meanwhile', async () => {
  const { join } = await publicSession(server.url)
  const witness = await join('Getuige')
  const seen = await witness.look('board')
  const writers = await Promise.all(Array.from({ length: WRITERS }, (_, index) => join(`Schrijver ${index}`)))
  const write = async (person: Person, text: string) =>
    addNote(
      await person.look('board'),
      { id: crypto.randomUUID(), author: person.id, partner: null, at: Date.now() },
      { bouwsteen: 'opgave', order: 1, text },
    )

  for (let round = 0; round < 3; round++) {
    // Everybody keeps writing; the blow falls as soon as the witness has seen some, with others still on their way.
    const wanted = readBoard(seen).notes.length + 15
    const enough = witness.sees('board', 'some notes', doc => readBoard(doc).notes.length >= wanted)
    for (let note = 0; note < 10; note++)
      for (const writer of writers) await write(writer, `ronde ${round}, briefje ${note}`)
    await enough
    await server.kill()
    const known = readBoard(seen).notes.map(note => note.id)
    await write(writers[0] as Person, `getypt in ronde ${round}, toen er geen server was`)
    // First where no writer can reach it, so that no client's own copy makes good what the server may have lost.
    const elsewhere = await server.restartElsewhere()
    const reader = await join(`Lezer ${round}`, null, { url: elsewhere, origin: elsewhere })
    const found = new Set(readBoard(await reader.look('board')).notes.map(note => note.id))
    expect(known.filter(id => !found.has(id))).toEqual([])
    reader.leave()
    await server.kill()
    await server.restart()

    const newcomer = await join(`Nieuw ${round}`)
    const all = (round + 1) * (10 * WRITERS + 1)
    await newcomer.sees('board', 'what was typed meanwhile', doc => readBoard(doc).notes.length === all)
    await witness.sees('board', 'everything', doc => readBoard(doc).notes.length === all)
    newcomer.leave()
  }
  for (const person of [witness, ...writers]) person.leave()
}, 60_000)
