import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { statementRoot } from '#lib/documents/names.ts'
import type { Statement } from '#lib/domain/statement.ts'
import { startServer, type TestServer } from '#tests/harness/server.ts'
import { deciding, toTheStatement } from './deciding.ts'
import { RawClient } from './raw-client.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.remove())

const ROUNDS = Number(process.env.RACES ?? 5)

/** A paragraph at the end of the draft as it was, in an update that builds on nothing else. */
function paragraphUpdate(draft: readonly Uint8Array[], words: string): Uint8Array {
  const doc = new Y.Doc()
  for (const update of draft) Y.applyUpdate(doc, update)
  const before = Y.encodeStateVector(doc)
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText(words)])
  doc.getXmlFragment(statementRoot).push([paragraph])
  return Y.encodeStateAsUpdate(doc, before)
}

async function whole(reader: RawClient): Promise<Uint8Array[]> {
  reader.shown.length = 0
  reader.answered = false
  reader.ask()
  await expect.poll(() => reader.answered, { interval: 2 }).toBe(true)
  return [...reader.shown]
}

function textOf(updates: readonly Uint8Array[]): string {
  const doc = new Y.Doc()
  for (const update of updates) Y.applyUpdate(doc, update)
  return doc.getXmlFragment(statementRoot).toString()
}

test('[F11] each edit of the draft that races its freeze, its opening or the next freeze is in what was fixed or refused', async () => {
  let [taken, refused] = [0, 0]
  for (let round = 0; round < ROUNDS; round++) {
    const table = await deciding(server)
    await toTheStatement(table)
    const { lead, anna, bram, cees, place } = table
    for (const person of [anna, bram, cees]) person.leave()
    const { session } = await lead.view()
    const socket = ({ token }: typeof lead) =>
      `${server.url.replace('http', 'ws')}/sync/${session.id}/statement?token=${token}`
    const writers = await Promise.all([anna, bram, cees].map(each => RawClient.connect(socket(each))))
    const reader = await RawClient.connect(socket(lead))
    const draft = await whole(reader)
    const sent: string[][] = writers.map(() => [])
    const freezing = async () => {
      const { id } = await lead.command({ type: 'freezeStatement' })
      const headers = { authorization: `Bearer ${lead.token}` }
      const answer = await fetch(`${place.url}/api/sessions/${session.id}/export.json`, { headers })
      const { statement } = (await answer.json()) as { statement: Statement }
      return { id, text: JSON.stringify(statement.body) }
    }
    let over = false
    const fixed = freezing().finally(() => {
      over = true
    })
    // On a PostgreSQL the freeze has its turn later.
    for (let written = 0; !over && written < 240; written++) {
      const words = `alinea ${round}-${written} `
      sent[written % 3]?.push(words)
      writers[written % 3]?.update(paragraphUpdate(draft, words))
      for (let turn = 0; turn <= round % 3; turn++) await new Promise(resolve => setImmediate(resolve))
    }
    const { id, text } = await fixed
    const newcomer = await RawClient.connect(socket(lead))
    const shown = textOf(await whole(newcomer))
    for (const [index, writer] of writers.entries()) {
      const mine = sent[index] ?? []
      const inside = mine.filter(words => text.includes(words))
      await expect.poll(() => inside.length + writer.refusals.length, { interval: 2 }).toBe(mine.length)
      expect(['', 'frozen', 'phase-forbids']).toContain([...new Set(writer.refusals)].join())
      for (const words of mine) expect(shown.includes(words), words).toBe(inside.includes(words))
      await expect.poll(() => writer.frozen, { interval: 2 }).toBe(id)
      taken += inside.length
      refused += writer.refusals.length
    }
    await lead.command({ type: 'reopenStatement' })
    const again = await RawClient.connect(socket(anna))
    const words = 'na het openen '
    again.update(paragraphUpdate(await whole(again), words))
    await expect.poll(async () => textOf(await whole(again)), { interval: 5 }).toContain(words)
    const later = await freezing()
    expect(later.id).not.toBe(id)
    expect(later.text).toContain(words)
    for (const each of [newcomer, reader, again, ...writers]) each.close()
  }
  expect(Math.min(taken, refused), 'they did race').toBeGreaterThan(0)
}, 120_000)
