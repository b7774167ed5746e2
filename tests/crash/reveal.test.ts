import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { readBoard } from '#lib/documents/board.ts'
import { addDeskNote, readDesk } from '#lib/documents/desk.ts'
import { storeOf } from '#tests/harness/installation.ts'
import { publicSession } from '#tests/harness/public-session.ts'
import { startServer, type TestServer } from '#tests/harness/server.ts'

const ROUNDS = Number(process.env.ROUNDS ?? 12)
const WRITERS = 5
const NOTES = 8
/** How long after the command was sent the first blow falls, in ms; the next ones feel for the moment of the commit. */
const FIRST_BLOW = 6

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.remove())

type State = { private: string[]; board: string[]; rows: number; open: boolean }

/** What is on the disk, read by nobody but us: texts on desks and on the board, rows of desks, whether desks are in use. */
async function onDisk(session: string): Promise<State> {
  const store = await storeOf(server)
  const read = async <T>(
    document: Parameters<typeof store.loadDocument>[0]['document'],
    of: (doc: Y.Doc) => T,
  ) => {
    const { updates, damaged } = await store.loadDocument({ session, document })
    expect(damaged).toBe(0)
    const doc = new Y.Doc()
    for (const update of updates) Y.applyUpdate(doc, update)
    expect(doc.store.pendingStructs).toBeNull()
    return of(doc)
  }
  const [desks, open] = await store.transaction(
    session,
    async tx => [await tx.desks(), (await tx.session())?.desks != null] as const,
  )
  const lying: string[] = []
  for (const desk of desks) lying.push(...(await read(desk, readDesk)).map(({ text }) => text))
  const board = (await read('board', readBoard)).notes.map(({ text }) => text)
  await store.close()
  return { private: lying.sort(), board: board.sort(), rows: desks.length, open }
}

test(
  `[Q6] ${ROUNDS} times kill -9 around the reveal: all desks are still private or all are revealed, never both, lost or twice`,
  async () => {
    const { lead, join: enter, again, session } = await publicSession(server.url)
    const people = await Promise.all(Array.from({ length: WRITERS }, (_, index) => enter(`Mens ${index}`)))
    const outcomes = { private: 0, revealed: 0 }
    let laid: string[] = []
    let wait = FIRST_BLOW
    for (let round = 1; round <= ROUNDS; round++) {
      await lead.command({ type: 'openDesks', promise: round % 2 === 0 ? 'named' : 'anonymous' })
      const path = `desk/${round}` as const
      const written: string[] = []
      const writers = people.map(again)
      for (const writer of writers) {
        const doc = await writer.look(path)
        for (let index = 0; index < NOTES; index++) {
          const id = `note-${round}-${index}`
          const text = `ronde ${round}, ${writer.id}, ${index}`
          addDeskNote(doc, { id, author: writer.id, at: 1 }, { bouwsteen: 'opgave', order: index, text })
          written.push(text)
        }
      }
      for (const [index, person] of people.entries()) {
        const other = again(person)
        await other.sees(path, `desk ${index}`, doc => readDesk(doc).length === NOTES)
        other.leave()
      }
      // The blow falls while the reveal is asked, done, or told; those who wrote come back with all that they had.
      const revealing = lead.command({ type: 'revealDesks' }).then(
        () => 'told',
        () => 'cut off',
      )
      await new Promise(resolve => setTimeout(resolve, wait))
      await server.kill()
      const outcome = await revealing
      const now = await onDisk(session)
      const everything = [...laid, ...written].sort()
      if (now.open) {
        expect(outcome, 'a reveal that was told has happened').toBe('cut off')
        expect(now.private).toEqual([...written].sort())
        expect(now.board).toEqual(laid)
        outcomes.private++
        wait *= 1.5
      } else {
        expect(now).toMatchObject({ private: [], rows: 0, board: everything })
        outcomes.revealed++
        wait *= 0.6
      }
      await server.restart()
      await lead.command({ type: 'revealDesks' })
      // All writers are still there with their whole desks, which their providers bring back: none of it is laid down again.
      const board = again(lead)
      await board.sees('board', 'everything', doc => readBoard(doc).notes.length >= everything.length)
      const seen = readBoard(await board.look('board')).notes.map(({ text }) => text)
      expect(seen.sort()).toEqual(everything)
      board.leave()
      for (const writer of writers) writer.leave()
      laid = everything
    }
    expect(outcomes.private, 'some blows fell before').toBeGreaterThan(0)
    expect(outcomes.revealed, 'some blows fell after').toBeGreaterThan(0)
    lead.leave()
  },
  20_000 + ROUNDS * 10_000,
)
