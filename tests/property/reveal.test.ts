import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { setDeleted, writeText } from '#lib/documents/board.ts'
import { addDeskNote } from '#lib/documents/desk.ts'
import { bouwstenen } from '#lib/domain/bouwsteen.ts'
import { laidDown } from '#lib/domain/desk.ts'
import { snapshotOf } from '#lib/domain/snapshot.ts'
import { contents } from '#server/sync/contents.ts'
import { deskSession, lead, PARTNER, session } from '#tests/harness/desk-session.ts'
import { everyRow } from '#tests/harness/installation.ts'

const people = ['person-anna', 'person-bram', 'person-cees', 'person-dirk']

const noteArbitrary = fc.record({
  bouwsteen: fc.constantFrom(...bouwstenen),
  order: fc.integer({ min: -3, max: 3 }),
  text: fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 30 }),
    fc.constant('   '),
    fc.constant('twee keer'),
  ),
  rewritten: fc.option(fc.string({ unit: 'grapheme', maxLength: 10 })),
  binned: fc.boolean(),
  round: fc.constantFrom(1, 2),
})
const desksArbitrary = fc.array(
  fc.record({ who: fc.constantFrom(...people), notes: fc.array(noteArbitrary, { maxLength: 8 }) }),
  { maxLength: 6 },
)

const sortedTexts = (notes: readonly { bouwsteen: string; text: string }[]) =>
  notes.map(({ bouwsteen, text }) => `${bouwsteen}: ${text}`).sort()

/** What there is to be read of a session's board: every row of its log, what lies in it, its snapshot and its audit trail. */
async function everyTrace(room: Awaited<ReturnType<typeof deskSession>>): Promise<string> {
  const tables = ['documents', 'log', 'clients', 'quarantine']
  const rows = (await everyRow(room)).filter(({ table }) => tables.includes(table))
  const { updates } = await room.store.loadDocument({ session, document: 'board' })
  const board = contents.readBoard(updates)
  const doc = new Y.Doc()
  for (const update of updates) Y.applyUpdate(doc, update)
  const snapshot = snapshotOf({
    format: 'mozaiekbord-board/4',
    previous: null,
    session,
    frozenAt: 1,
    ...board,
  })
  const audit = await room.store.transaction(session, tx => tx.audit())
  const state = Buffer.from(Y.encodeStateAsUpdate(doc)).toString('latin1')
  return [...rows.map(({ text }) => text), state, snapshot.canonical, JSON.stringify(audit)].join('\n')
}

test('[Q4] [Q5] a reveal lays each standing note down once on its bouwsteen: by its writer, or with no id at all', async () => {
  const promises = fc.tuple(fc.constantFrom('named', 'anonymous'), fc.constantFrom('named', 'anonymous'))
  await fc.assert(
    fc.asyncProperty(desksArbitrary, promises, async (desks, given) => {
      const room = await deskSession(people)
      try {
        const expected: { bouwsteen: string; text: string; author: string | null }[] = []
        let ids = 0
        for (const [index, promise] of given.entries()) {
          const round = index + 1
          await room.tell(lead, { type: 'openDesks', promise })
          for (const { who, notes } of desks)
            await room.write(
              who,
              doc => {
                for (const each of notes.filter(note => note.round === round)) {
                  const id = `note-${String(++ids).padStart(4, '0')}`
                  addDeskNote(doc, { id, author: who, at: ids }, each)
                  const text = doc.getMap<Y.Map<unknown>>('notes').get(id)?.get('text') as Y.Text
                  if (each.rewritten !== null) writeText(text, each.rewritten)
                  if (each.binned) setDeleted(doc, 'notes', id, ids)
                  else if (text.toString().trim() !== '')
                    expected.push({
                      bouwsteen: each.bouwsteen,
                      text: text.toString(),
                      author: promise === 'named' ? who : null,
                    })
                }
              },
              round,
            )
          expect(await room.tell(lead, { type: 'revealDesks' })).toBeNull()
        }
        const { notes } = await room.board()
        expect(sortedTexts(notes)).toEqual(sortedTexts(expected))
        for (const who of [...people, null])
          expect(sortedTexts(notes.filter(({ author }) => author === who))).toEqual(
            sortedTexts(expected.filter(({ author }) => author === who)),
          )
        const namedBy = new Set(expected.map(({ author }) => author))
        const trace = await everyTrace(room)
        for (const { id } of room.roster) if (!namedBy.has(id)) expect(trace).not.toContain(id)
        if (!room.roster.some(({ id, partner }) => partner && namedBy.has(id)))
          expect(trace).not.toContain(PARTNER)
        for (const bouwsteen of bouwstenen) {
          const orders = notes.filter(each => each.bouwsteen === bouwsteen).map(({ order }) => order)
          expect(orders).toEqual([...new Set(orders)].sort((a, b) => a - b))
        }
      } finally {
        await room.stop()
      }
    }),
    { numRuns: Number(process.env.RUNS ?? 40) },
  )
}, 300_000)

test('[Q5] every order of anonymous notes is as likely as any other', () => {
  const desk = (participant: string, texts: string[]) => ({
    participant,
    partner: null,
    notes: texts.map((text, order) => ({
      ...{ id: `note-${text}`, bouwsteen: 'opgave' as const, order, text, author: participant },
      ...{ createdAt: order, deletedAt: null },
    })),
  })
  const desks = [desk('person-anna', ['a', 'b']), desk('person-bram', ['c'])]
  const found = new Map<string, number>()
  // Every way in which the lots can be drawn, each once: desks (2), then notes (3 · 2).
  for (const lots of [0, 1].flatMap(a => [0, 1, 2].flatMap(b => [0, 1].map(c => [a, b, c])))) {
    const left = [...lots]
    const notes = laidDown(desks, 'anonymous', 7, { draw: () => left.shift() ?? 0, newId: () => 'new-note' })
    const order = notes.map(({ text }) => text).join('')
    found.set(order, (found.get(order) ?? 0) + 1)
    expect(notes.every(each => each.author === null && each.partner === null && each.createdAt === 7)).toBe(
      true,
    )
  }
  expect([...found.keys()].sort()).toEqual(['abc', 'acb', 'bac', 'bca', 'cab', 'cba'])
  expect(new Set(found.values())).toEqual(new Set([2]))
})
