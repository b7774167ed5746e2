import * as Y from 'yjs'
import { type Block, blockSchema, type Cell, type Inline, type Paragraph } from '#lib/domain/statement.ts'
import { statementRoot } from './names.ts'

/**
 * The typed view on the statement's document, in the shape that Tiptap's collaboration keeps it: a fragment of XmlElements named
 * after the editor's nodes, their text in XmlTexts with marks as formats.
 */
export function readStatementBody(doc: Y.Doc): Block[] {
  return elements(doc.getXmlFragment(statementRoot)).flatMap(element => {
    const parsed = blockSchema.safeParse(readBlock(element))
    if (!parsed.success || isEmpty(parsed.data)) return []
    return [parsed.data]
  })
}

/** Lays blocks into an empty document, in one transaction. */
export function writeStatementBody(doc: Y.Doc, blocks: readonly Block[]): void {
  doc.transact(() => doc.getXmlFragment(statementRoot).push(blocks.map(writeBlock)))
}

/** The first update of a statement's document that holds these blocks. */
export function statementUpdate(blocks: readonly Block[]): Uint8Array {
  const doc = new Y.Doc()
  writeStatementBody(doc, blocks)
  const update = Y.encodeStateAsUpdate(doc)
  doc.destroy()
  return update
}

/** Writes a paragraph of this text, with no roots, right under the heading of a section; nothing where that isn't there. */
export function writeUnder(doc: Y.Doc, section: string, text: string): void {
  const body = doc.getXmlFragment(statementRoot)
  const at = body
    .toArray()
    .findIndex(each => each instanceof Y.XmlElement && attribute(each, 'section') === section)
  if (at === -1) return
  const paragraph: Paragraph = {
    type: 'paragraph',
    roots: '',
    content: [{ type: 'text', text, marks: [] }],
  }
  doc.transact(() => body.insert(at + 1, [writeBlock(paragraph)]))
}

/** Puts blocks in the place of all that a document holds, in one transaction. */
export function replaceStatementBody(doc: Y.Doc, blocks: readonly Block[]): void {
  doc.transact(() => {
    const body = doc.getXmlFragment(statementRoot)
    body.delete(0, body.length)
    writeStatementBody(doc, blocks)
  })
}

const elements = (parent: Y.XmlFragment): Y.XmlElement[] =>
  parent.toArray().filter(child => child instanceof Y.XmlElement)

/** Attributes as they stand on the wire: Tiptap writes a heading's level as a number, which Yjs' types don't know of. */
const attribute = (element: Y.XmlElement, name: string): unknown =>
  (element.getAttribute as (name: string) => unknown).call(element, name)

/** Of a heading: most have none, and say nothing of it. */
const rootsIn = (roots: unknown): { roots?: unknown } => (roots ? { roots } : {})

function readBlock(element: Y.XmlElement): unknown {
  if (element.nodeName === 'paragraph') return readParagraph(element)
  if (element.nodeName === 'heading') {
    const level = Number(attribute(element, 'level')) === 3 ? 3 : 2
    return {
      type: 'heading',
      level,
      section: attribute(element, 'section') ?? '',
      ...rootsIn(attribute(element, 'roots')),
      content: readInline(element),
    }
  }
  if (element.nodeName === 'table') return readTable(element)
  return {
    type: element.nodeName,
    items: elements(element)
      .map(item => readItem(item))
      .filter(item => item.length > 0),
  }
}

/**
 * The paragraphs of a list's item or a table's cell; a list or a heading within it is read as further paragraphs, so that no word that people see is
 * lost from the agreed text.
 */
function readItem(item: Y.XmlElement): unknown[] {
  return elements(item).flatMap(child => {
    if (child.nodeName === 'paragraph') return [readParagraph(child)]
    if (child.nodeName === 'heading') return [{ type: 'paragraph', roots: '', content: readInline(child) }]
    return readItem(child)
  })
}

/** Rows of equally many cells, also when two people changed the table at once. */
function readTable(element: Y.XmlElement): unknown {
  const rows = elements(element)
    .filter(({ nodeName }) => nodeName === 'tableRow')
    .map(row => elements(row).map(readCell))
    .filter(row => row.length > 0)
  const columns = Math.max(0, ...rows.map(row => row.length))
  const empty = { type: 'paragraph', roots: '', content: [] }
  const filled = (row: unknown[]) => [
    ...row,
    ...Array.from({ length: columns - row.length }, () => ({ header: false, content: [empty] })),
  ]
  return { type: 'table', rows: rows.map(filled) }
}

function readCell(element: Y.XmlElement): Cell {
  const content = readItem(element) as Paragraph[]
  const header = element.nodeName === 'tableHeader'
  return { header, content: content.length > 0 ? content : [{ type: 'paragraph', roots: '', content: [] }] }
}

function readParagraph(element: Y.XmlElement): unknown {
  return { type: 'paragraph', roots: attribute(element, 'roots') ?? '', content: readInline(element) }
}

type Delta = { insert?: unknown; attributes?: Record<string, unknown> }[]

function readInline(element: Y.XmlElement): Inline[] {
  return element.toArray().flatMap((child): Inline[] => {
    if (child instanceof Y.XmlElement) return child.nodeName === 'hardBreak' ? [{ type: 'hardBreak' }] : []
    if (!(child instanceof Y.XmlText)) return []
    return (child.toDelta() as Delta).flatMap(({ insert, attributes = {} }): Inline[] => {
      if (typeof insert !== 'string' || insert === '') return []
      // What somebody proposes to add is no part of the text until it is taken over; what they would remove is.
      if (attributes.added != null) return []
      const marks = (['bold', 'italic'] as const).filter(mark => attributes[mark] != null)
      return [{ type: 'text', text: insert.toWellFormed(), marks }]
    })
  })
}

function isEmpty(block: Block): boolean {
  return block.type === 'paragraph' && block.content.length === 0
}

function writeBlock(block: Block): Y.XmlElement {
  if (block.type === 'paragraph') return writeParagraph(block)
  if (block.type === 'heading')
    return elementOf(
      'heading',
      { level: block.level, section: block.section, ...(block.roots && { roots: block.roots }) },
      writeInline(block.content),
    )
  if (block.type === 'table') return elementOf('table', {}, block.rows.map(writeRow))
  const items = block.items.map(item => elementOf('listItem', {}, item.map(writeParagraph)))
  return elementOf(block.type, {}, items)
}

function writeRow(row: readonly Cell[]): Y.XmlElement {
  const cells = row.map(({ header, content }) =>
    elementOf(header ? 'tableHeader' : 'tableCell', { colspan: 1, rowspan: 1 }, content.map(writeParagraph)),
  )
  return elementOf('tableRow', {}, cells)
}

function writeParagraph(paragraph: Paragraph): Y.XmlElement {
  return elementOf('paragraph', { roots: paragraph.roots }, writeInline(paragraph.content))
}

function elementOf(
  name: string,
  attributes: Record<string, string | number>,
  children: (Y.XmlElement | Y.XmlText)[],
): Y.XmlElement {
  const element = new Y.XmlElement<Record<string, string | number>>(name)
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
  // Not `push`: it asks the length, which an element that is in no document yet can't tell.
  if (children.length > 0) element.insert(0, children)
  return element as unknown as Y.XmlElement
}

/** Neighbouring pieces of text share one XmlText, as the editor itself makes them. */
function writeInline(content: readonly Inline[]): (Y.XmlElement | Y.XmlText)[] {
  const children: (Y.XmlElement | Y.XmlText)[] = []
  let delta: { insert: string; attributes: Record<string, object> }[] = []
  const flush = () => {
    if (delta.length === 0) return
    const text = new Y.XmlText()
    text.applyDelta(delta)
    children.push(text)
    delta = []
  }
  for (const inline of content) {
    if (inline.type === 'text') {
      delta.push({
        insert: inline.text,
        attributes: Object.fromEntries(inline.marks.map(mark => [mark, {}])),
      })
      continue
    }
    flush()
    children.push(new Y.XmlElement('hardBreak'))
  }
  flush()
  return children
}
