import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { readAmendments } from '#lib/documents/amendments.ts'
import { readStatementBody, writeStatementBody } from '#lib/documents/statement.ts'
import type { Actor } from '#lib/domain/permissions.ts'
import type { Phase } from '#lib/domain/phase.ts'
import { type Block, CELL_TEXT_MAX, TABLE_COLUMNS_MAX, TABLE_ROWS_MAX } from '#lib/domain/statement.ts'
import { inspect } from '#server/sync/inspect.ts'
import { judgeStatement } from '#server/sync/statement-gate.ts'

const anna: Actor = { id: 'person-anna', role: 'participant', partner: null, mayOrder: false }

/** What the gate says to an edit of a document that holds one paragraph, and what `lay` puts behind it. */
function judge(
  act: (doc: Y.Doc) => void,
  phase: Phase = 'statement',
  actor = anna,
  lay: (doc: Y.Doc) => void = () => {},
) {
  const server = new Y.Doc()
  const first: Block = {
    type: 'paragraph',
    roots: '',
    content: [{ type: 'text', text: 'hallo', marks: ['bold'] }],
  }
  writeStatementBody(server, [first])
  lay(server)
  const client = new Y.Doc()
  Y.applyUpdate(client, Y.encodeStateAsUpdate(server))
  client.transact(() => act(client))
  const inspected = inspect(server, Y.encodeStateAsUpdate(client, Y.encodeStateVector(server)))
  return inspected.ok ? judgeStatement(server, inspected.value, actor, phase) : inspected.refusal
}
const body = (doc: Y.Doc) => doc.getXmlFragment('body')
const paragraph = (doc: Y.Doc) => body(doc).get(0) as Y.XmlElement
const text = (doc: Y.Doc) => paragraph(doc).get(0) as Y.XmlText
const add = (doc: Y.Doc, name: string, attributes: Record<string, unknown> = {}) => {
  const element = new Y.XmlElement<Record<string, never>>(name)
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value as never)
  body(doc).push([element as unknown as Y.XmlElement])
}

describe('the statement’s gate', () => {
  it('lets through what the editor makes', () => {
    expect(judge(doc => text(doc).insert(2, 'xyz'))).toBeNull()
    expect(judge(doc => text(doc).format(0, 5, { italic: {}, bold: null }))).toBeNull()
    expect(judge(doc => add(doc, 'heading', { level: 2, section: 'opgave' }))).toBeNull()
    expect(judge(doc => add(doc, 'heading', { level: 3, roots: 'note:note-0001' }))).toBeNull()
    expect(judge(doc => add(doc, 'orderedList', { start: 3 }))).toBeNull()
    expect(judge(doc => paragraph(doc).insert(1, [new Y.XmlElement('hardBreak')]))).toBeNull()
    expect(judge(doc => body(doc).delete(0, 1))).toBeNull()
    const list = new Y.XmlElement('bulletList')
    const item = new Y.XmlElement('listItem')
    const inner = new Y.XmlElement('paragraph')
    inner.insert(0, [new Y.XmlText('een')])
    item.insert(0, [inner])
    list.insert(0, [item])
    expect(judge(doc => body(doc).insert(0, [list]))).toBeNull()
    expect(judge(doc => paragraph(doc).setAttribute('roots', 'note:note-0001'))).toBeNull()
  })

  it('[C21] lets a change be proposed in one’s own name alone', () => {
    const propose = (by: string) => (doc: Y.Doc) => text(doc).format(0, 2, { removed: { by } })
    expect(judge(propose(anna.id))).toBeNull()
    expect(judge(doc => text(doc).insert(2, 'xyz', { added: { by: anna.id } }))).toBeNull()
    expect(judge(propose('person-bram'))).toBe('not-the-sender')
    expect(judge(doc => text(doc).format(0, 2, { removed: { by: anna.id, at: 1 } }))).toBe('wrong-value')
    expect(judge(doc => text(doc).format(0, 2, { removed: true }))).toBe('wrong-value')
  })

  it('[C21] what is proposed to be added is no part of the text, what would go still is, and both are told', () => {
    const doc = new Y.Doc()
    writeStatementBody(doc, [
      { type: 'paragraph', roots: '', content: [{ type: 'text', text: 'Wij gaan', marks: [] }] },
    ])
    text(doc).format(4, 4, { removed: { by: anna.id } })
    text(doc).insert(8, 'komen', { added: { by: anna.id }, removed: null })
    expect(readStatementBody(doc)).toMatchObject([
      { content: [{ text: 'Wij ' }, { text: 'gaan', marks: [] }] },
    ])
    expect(readAmendments(doc)).toEqual([{ by: anna.id, added: 'komen', removed: 'gaan' }])
  })

  it('[C12] lets through a table of the editor, with paragraphs in its cells alone', () => {
    const cell = (inner: string, attributes: Record<string, number> = { colspan: 1, rowspan: 1 }) => {
      const made = new Y.XmlElement<Record<string, number>>('tableCell')
      for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
      made.insert(0, [new Y.XmlElement(inner)])
      return made as unknown as Y.XmlElement
    }
    const table = (inside: Y.XmlElement) => {
      const [made, row] = [new Y.XmlElement('table'), new Y.XmlElement('tableRow')]
      row.insert(0, [inside])
      made.insert(0, [row])
      return (doc: Y.Doc) => body(doc).push([made])
    }
    expect(judge(table(cell('paragraph')))).toBeNull()
    expect(judge(table(cell('paragraph', { colspan: 2 })))).toBe('wrong-value')
    expect(judge(table(cell('bulletList')))).toBe('wrong-value')
    expect(judge(table(new Y.XmlElement('paragraph')))).toBe('wrong-value')
    expect(judge(doc => add(doc, 'tableCell'))).toBe('wrong-value')
  })

  it('[C22] a table has so many rows and columns, and a cell so many characters; what is smaller is taken', () => {
    const table = (rows: number, columns: number, words = 1) => {
      const cell = {
        header: false,
        content: [{ type: 'paragraph' as const, roots: '', content: letters(words) }],
      }
      const made = Array.from({ length: rows }, () => Array.from({ length: columns }, () => cell))
      return (doc: Y.Doc) => writeStatementBody(doc, [{ type: 'table', rows: made }])
    }
    const letters = (n: number) => [{ type: 'text' as const, text: 'x'.repeat(n), marks: [] }]
    expect(judge(table(TABLE_ROWS_MAX, TABLE_COLUMNS_MAX))).toBeNull()
    expect(judge(table(TABLE_ROWS_MAX + 1, 2))).toBe('too-many-entries')
    expect(judge(table(2, TABLE_COLUMNS_MAX + 1))).toBe('too-many-entries')
    expect(judge(table(1, 1, CELL_TEXT_MAX - 1))).toBeNull()
    expect(judge(table(1, 1, CELL_TEXT_MAX))).toBe('text-too-long')
    const within = (doc: Y.Doc, ...path: number[]) =>
      path.reduce((at: Y.XmlFragment, place) => at.get(place) as Y.XmlElement, body(doc))
    const writes = (n: number) => (doc: Y.Doc) =>
      (within(doc, 1, 0, 0, 0).get(0) as Y.XmlText).insert(0, 'x'.repeat(n))
    const full = table(TABLE_ROWS_MAX, 1, 10)
    expect(judge(writes(CELL_TEXT_MAX - 11), 'statement', anna, full)).toBeNull()
    expect(judge(writes(CELL_TEXT_MAX - 10), 'statement', anna, full)).toBe('text-too-long')
    expect(judge(doc => text(doc).insert(0, 'x'.repeat(CELL_TEXT_MAX)), 'statement', anna, full)).toBeNull()
    const addRow = (doc: Y.Doc) => within(doc, 1).push([new Y.XmlElement('tableRow')])
    expect(judge(addRow, 'statement', anna, full)).toBe('too-many-entries')
  })

  it('[C12] a table is read with all its words, also when two changed it at once and its rows differ', () => {
    const doc = new Y.Doc()
    const cells = (texts: string[], header = false) =>
      texts.map(words => ({
        header,
        content: [
          {
            type: 'paragraph' as const,
            roots: '',
            content: [{ type: 'text' as const, text: words, marks: [] }],
          },
        ],
      }))
    writeStatementBody(doc, [{ type: 'table', rows: [cells(['Wie', 'Wat'], true), cells(['Gemeente'])] }])
    const [read] = readStatementBody(doc)
    expect(read).toMatchObject({ type: 'table', rows: [{ length: 2 }, { length: 2 }] })
    for (const words of ['Wie', 'Wat', 'Gemeente']) expect(JSON.stringify(read)).toContain(words)
  })

  it('refuses every other node, attribute, mark and place', () => {
    expect(judge(doc => add(doc, 'image', { src: 'http://x' }))).toBe('wrong-value')
    expect(judge(doc => add(doc, 'heading', { level: 7 }))).toBe('wrong-value')
    expect(judge(doc => add(doc, 'heading', { level: 3, roots: 'x' }))).toBe('wrong-value')
    expect(judge(doc => add(doc, 'paragraph', { style: 'x' }))).toBe('unknown-field')
    expect(judge(doc => text(doc).format(0, 2, { link: { href: 'javascript:1' } }))).toBe('wrong-value')
    expect(judge(doc => text(doc).insertEmbed(0, { a: 1 }))).toBe('wrong-value')
    expect(judge(doc => body(doc).push([new Y.XmlText('x')]))).toBe('wrong-value')
    expect(judge(doc => doc.getMap('notes').set('a', 1))).toBe('unknown-root')
    // Each of these in another place than the editor makes it.
    expect(judge(doc => add(doc, 'listItem'))).toBe('wrong-value')
    expect(judge(doc => add(doc, 'hardBreak'))).toBe('wrong-value')
    const inParagraph = (node: Y.XmlElement) => judge(doc => paragraph(doc).insert(0, [node]))
    expect(inParagraph(new Y.XmlElement('paragraph'))).toBe('wrong-value')
    expect(inParagraph(new Y.XmlElement('bulletList'))).toBe('wrong-value')
    expect(judge(doc => paragraph(doc).setAttribute('level', '2'))).toBe('unknown-field')
    expect(judge(doc => text(doc).setAttribute('roots', ''))).toBe('unknown-field')
    expect(judge(doc => text(doc).format(0, 2, { bold: { style: 'x' } }))).toBe('wrong-value')
  })

  it('refuses a text that grows too long, and a phase or person that may not write', () => {
    expect(judge(doc => text(doc).insert(0, 'x'.repeat(60_001)))).toBe('text-too-long')
    expect(judge(doc => text(doc).insert(0, 'x'), 'sign')).toBe('phase-forbids')
    expect(judge(doc => text(doc).insert(0, 'x'), 'statement', { ...anna, role: 'observer' })).toBe(
      'role-forbids',
    )
  })

  it('reads back what was written', () => {
    const inline = fc.array(
      fc.record({
        type: fc.constant('text' as const),
        text: fc.stringMatching(/^[a-zé ]{1,12}$/),
        marks: fc.constantFrom<('bold' | 'italic')[]>([], ['bold'], ['italic'], ['bold', 'italic']),
      }),
      { minLength: 1, maxLength: 1 },
    )
    const para = fc.record({
      type: fc.constant('paragraph' as const),
      roots: fc.constantFrom('', 'note:note-0001', 'note:note-0001 line:line-0001'),
      content: inline,
    })
    const heading = fc.record({
      type: fc.constant('heading' as const),
      level: fc.constantFrom<2 | 3>(2, 3),
      section: fc.constantFrom('', 'opgave'),
      content: inline,
    })
    const rooted = fc.record({
      ...{ type: fc.constant('heading' as const), level: fc.constant<3>(3), section: fc.constant('') },
      ...{ roots: fc.constant('note:note-0001'), content: inline },
    })
    const list = fc.record({
      type: fc.constantFrom<'bulletList' | 'orderedList'>('bulletList', 'orderedList'),
      items: fc.array(fc.array(para, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 3 }),
    })
    fc.assert(
      fc.property(fc.array(fc.oneof(para, heading, rooted, list), { maxLength: 6 }), blocks => {
        const doc = new Y.Doc()
        writeStatementBody(doc, blocks)
        expect(readStatementBody(doc)).toEqual(blocks)
      }),
    )
  })
})
