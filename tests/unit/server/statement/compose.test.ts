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
  format: 'mozaiekbord-board/4',
  previous: null,
  session: 'session-01',
  frozenAt: 1,
  notes: [],
  lines: [],
  proposals: [],
  cement: [],
  replies: [],
  reactions: [],
  breakthroughs: [],
  results: [],
  ...change,
})
const partners = [{ id: 'partner-one', name: 'Gemeente', kind: '' }]
const definition = { ballot: 'ballot-01', text: 'Te lang wachten op een huis' }
const line: Omit<Line, 'id' | 'title'> = {
  ...{ about: '', colour: 'grey', order: 0 },
  ...{ author: 'person-anna', createdAt: 1, deletedAt: null },
}
const draft = (snapshot: BoardSnapshot) =>
  compose(snapshot, definition, statementTemplate.sections, 'nl', partners)

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

  it('[U45] opens what is done together first with the results and what each partner does, with their roots', () => {
    const made = { author: 'person-anna', partner: 'partner-one', createdAt: 1, deletedAt: null }
    const results = [
      {
        id: 'result-001',
        what: 'Tien mensen hebben\neen sleutel',
        when: 'vóór 1 juni',
        lead: 'partner-one',
        order: 1,
        ...made,
      },
      { id: 'result-002', what: 'Eén nummer voor buren!', when: '', lead: null, order: 2, ...made },
      { id: 'result-003', what: ' ', when: 'ooit', lead: null, order: 3, ...made },
    ]
    const breakthroughs = [
      {
        id: 'breakthrough-1',
        of: 'partner-one',
        obstacle: 'De betaling stopt',
        contribution: 'Wij betalen door',
        ...made,
      },
      { id: 'breakthrough-2', of: 'partner-gone', obstacle: 'Niets', contribution: 'Niets', ...made },
    ]
    const said = draft(board({ results, breakthroughs }))
    const at = said.findIndex(block => block.type === 'heading' && block.section === 'eerst-samen-doen')
    const list = (roots: string, text: string) => [{ roots, content: [{ text }] }]
    expect(said.slice(at + 1, at + 4)).toMatchObject([
      {
        items: [
          list('result:result-001', 'Tien mensen hebben een sleutel. Trekker: Gemeente. Klaar: vóór 1 juni'),
          list('result:result-002', 'Eén nummer voor buren! Trekker: nog niemand. Klaar: …'),
        ],
      },
      { roots: '' },
      {
        items: [
          list(
            'breakthrough:breakthrough-1',
            'Gemeente: Wij betalen door. Wat tegenhoudt: De betaling stopt',
          ),
        ],
      },
    ])
    for (const block of said) expect(blockSchema.safeParse(block).success).toBe(true)
  })
})
