import { bouwstenen } from '#lib/domain/bouwsteen.ts'
import type { Note } from '#lib/domain/note.ts'
import { firstPlace } from '#lib/domain/signing-place.ts'
import { type BoardSnapshot, snapshotOf } from '#lib/domain/snapshot.ts'
import type { Block, Statement } from '#lib/domain/statement.ts'
import type { Dossier } from '#server/statement/dossier.ts'
import { sampleDossier } from './dossier.ts'

const words =
  'wij willen dat iedereen in onze wijk een eigen voordeur heeft en hulp krijgt van mensen die elkaar kennen zonder dat iemand zijn verhaal vier keer vertelt'.split(
    ' ',
  )
const sentence = (from: number, count: number): string =>
  Array.from(
    { length: count },
    (_, index) => words[(from * 7 + index * (1 + (from % 3))) % words.length],
  ).join(' ')

/** A statement of a large network: so many partners, and so many notes behind its passages, all of them in the annex. Nobody has signed yet. */
export async function largeDossier({ partners = 50, notes = 1500 } = {}): Promise<Dossier> {
  const small = await sampleDossier()
  const { session } = small.board
  const all = Array.from({ length: partners }, (_, index) => ({
    ...{ id: `partner-${index}`, name: `Organisatie ${index} voor wonen en zorg`, kind: 'zorgaanbieder' },
  }))
  const lain = Array.from(
    { length: notes },
    (_, index): Note => ({
      ...{
        id: `note-${String(index).padStart(6, '0')}`,
        bouwsteen: bouwstenen[index % 7] ?? 'opgave',
        order: index,
      },
      ...{ text: sentence(index, 14 + (index % 20)), author: `person-${1000 + (index % 90)}` },
      ...{ partner: `partner-${index % partners}`, line: null, createdAt: 1, deletedAt: null },
    }),
  )
  const board: BoardSnapshot = {
    ...{
      format: 'mozaiekbord-board/4',
      previous: null,
      session,
      frozenAt: small.board.frozenAt,
      notes: lain,
    },
    ...{ lines: [], proposals: [], cement: [], replies: [], reactions: [], breakthroughs: [], results: [] },
  }
  const boardHash = snapshotOf(board).hash
  const body = bouwstenen.flatMap((bouwsteen): Block[] => {
    const of = lain.filter(note => note.bouwsteen === bouwsteen)
    const passages = Array.from({ length: Math.ceil(of.length / 5) }, (_, index): Block => {
      const roots = of.slice(index * 5, index * 5 + 5).map(({ id }) => `note:${id}`)
      const text = `${sentence(index, 60)}.`
      return { type: 'paragraph', roots: roots.join(' '), content: [{ type: 'text', text, marks: [] }] }
    })
    const title = { type: 'text' as const, text: `Onderdeel ${bouwsteen}`, marks: [] }
    return [{ type: 'heading', level: 2, section: '', content: [title] }, ...passages]
  })
  const statement = { ...small.statement, partners: all, board: boardHash, body } as Statement
  const { hash } = snapshotOf(statement)
  const signatories = all.map(firstPlace)
  return { ...small, statement, statementHash: hash, board, boardHash, signatories, signatures: [] }
}
