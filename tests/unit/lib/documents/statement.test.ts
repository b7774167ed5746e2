import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { statementRoot } from '#lib/documents/names.ts'
import { readStatementBody, writeStatementBody } from '#lib/documents/statement.ts'
import type { Block, Paragraph } from '#lib/domain/statement.ts'

const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
const marks = fc.constantFrom<('bold' | 'italic')[]>([], ['bold'], ['italic'], ['bold', 'italic'])
const text = fc.record({ type: fc.constant('text' as const), text: words, marks })
// One piece of text, a break, another: neighbouring pieces with equal marks would rightly come back as one.
const content = fc.tuple(text, text).map(([a, b]) => [a, { type: 'hardBreak' as const }, b])
const paragraph: fc.Arbitrary<Paragraph> = fc.record({
  type: fc.constant('paragraph' as const),
  roots: fc.constantFrom('', 'note:abcdefgh', 'line:abcdefgh note:abcdefgh'),
  content,
})
const block: fc.Arbitrary<Block> = fc.oneof(
  paragraph,
  fc.record({
    type: fc.constant('heading' as const),
    level: fc.constantFrom(2 as const, 3 as const),
    section: fc.constantFrom('', 'opgave'),
    content,
  }),
  fc.record({
    type: fc.constantFrom('bulletList' as const, 'orderedList' as const),
    items: fc.array(fc.array(paragraph, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 3 }),
  }),
)

describe("the statement's document", () => {
  it('reads back what was written, also after a journey over the wire', () => {
    fc.assert(
      fc.property(fc.array(block, { maxLength: 6 }), blocks => {
        const doc = new Y.Doc()
        writeStatementBody(doc, blocks)
        const other = new Y.Doc()
        Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
        expect(readStatementBody(other)).toEqual(blocks)
      }),
    )
  })

  it('passes over what no editor of ours makes, and loses no word of a list within a list', () => {
    const doc = new Y.Doc()
    const list = new Y.XmlElement('bulletList')
    const item = new Y.XmlElement('listItem')
    const inner = new Y.XmlElement('bulletList')
    const innerItem = new Y.XmlElement('listItem')
    const deep = new Y.XmlElement('paragraph')
    deep.push([new Y.XmlText('diep')])
    innerItem.push([deep])
    inner.push([innerItem])
    item.push([inner])
    list.push([item])
    doc.getXmlFragment(statementRoot).push([new Y.XmlElement('script'), list, new Y.XmlElement('paragraph')])
    const said = readStatementBody(doc)
    expect(said).toHaveLength(1)
    expect(JSON.stringify(said)).toContain('diep')
  })

  it('[E63] loses no word of a heading within a list', () => {
    const doc = new Y.Doc()
    const [list, item, heading] = ['bulletList', 'listItem', 'heading'].map(
      name => new Y.XmlElement(name),
    ) as [Y.XmlElement, Y.XmlElement, Y.XmlElement]
    heading.push([new Y.XmlText('Alleen als er geld is')])
    item.push([heading])
    list.push([item])
    doc.getXmlFragment(statementRoot).push([list])
    expect(JSON.stringify(readStatementBody(doc))).toContain('Alleen als er geld is')
  })
})
