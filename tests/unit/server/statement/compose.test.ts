import { describe, expect, it } from 'vitest'
import { statementTemplate } from '#lib/content/statement-template.ts'
import { type Bouwsteen, bouwstenen } from '#lib/domain/bouwsteen.ts'
import type { Line } from '#lib/domain/line.ts'
import type { Note } from '#lib/domain/note.ts'
import type { BoardSnapshot } from '#lib/domain/snapshot.ts'
import { blockSchema } from '#lib/domain/statement.ts'
import { compose } from '#server/statement/compose.ts'

const note = (id: string, bouwsteen: Bouwsteen, line: string | null = null): Note => ({
  id,
  bouwsteen,
  line,
  order: 0,
  text: `Tekst van ${id}`,
  author: 'person-anna',
  partner: null,
  createdAt: 1,
  deletedAt: null,
})
const board = (change: Partial<BoardSnapshot>): BoardSnapshot => ({
  format: 'mozaiekbord-board/2',
  session: 'session-01',
  frozenAt: 1,
  notes: [],
  lines: [],
  proposals: [],
  cement: [],
  replies: [],
  reactions: [],
  ...change,
})
const definition = { ballot: 'ballot-01', text: 'Te lang wachten op een huis' }
const line: Omit<Line, 'id' | 'title'> = {
  ...{ about: '', colour: 'grey', order: 0 },
  ...{ author: 'person-anna', createdAt: 1, deletedAt: null },
}
const draft = (snapshot: BoardSnapshot) => compose(snapshot, definition, statementTemplate.sections, 'nl')

describe('compose', () => {
  it('[C1] opens every section but the signatures, and the opgave with the chosen words', () => {
    const blocks = draft(board({}))
    const sections = blocks.flatMap(block => (block.type === 'heading' ? [block.section] : []))
    const expected = statementTemplate.sections.filter(section => section.kind !== 'signatures')
    expect(sections).toEqual(expected.map(section => section.id))
    expect(blocks[1]).toMatchObject({ roots: 'ballot:ballot-01', content: [{ text: definition.text }] })
    for (const block of blocks) expect(blockSchema.safeParse(block).success).toBe(true)
  })

  it('[C2] carries every note into the draft once, with the note as its root', () => {
    const notes = bouwstenen.map((bouwsteen, n) => note(`note-000${n}`, bouwsteen))
    const said = JSON.stringify(draft(board({ notes })))
    for (const { id } of notes) expect(said.split(`"note:${id}"`)).toHaveLength(2)
  })

  it('[C3] puts notes under the title of their line and what it is about', () => {
    const notes = [note('note-0001', 'opgave', 'line-0001'), note('note-0002', 'opgave')]
    const lines = [{ ...line, id: 'line-0001', title: ' Sneller\neen huis ' }]
    const said = draft(board({ notes, lines }))
    expect(said[2]).toMatchObject({ roots: 'line:line-0001', content: [{ text: 'Sneller een huis' }] })
    expect(said[3]).toMatchObject({ type: 'bulletList', items: [[{ roots: 'note:note-0001' }]] })
    expect(said[4]).toMatchObject({ type: 'bulletList', items: [[{ roots: 'note:note-0002' }]] })
    const told = draft(
      board({ notes, lines: lines.map(each => ({ ...each, about: 'Wachten\nduurt lang ' })) }),
    )
    expect(told[3]).toMatchObject({
      roots: 'line:line-0001',
      content: [{ text: 'Wachten duurt lang', marks: [] }],
    })
    expect(told[4]).toEqual(said[3])
  })
})
