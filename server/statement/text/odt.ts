import type { Inline } from '#lib/domain/statement.ts'
import type { Article, ParagraphRole, Piece } from './article.ts'
import { cellStyles, odtStyles, spaces } from './odt-styles.ts'
import { element as el, escaped, xmlFile } from './xml.ts'
import { zipOf } from './zip.ts'

const TYPE = 'application/vnd.oasis.opendocument.text'
const VERSION = '1.3'

const roles: Record<ParagraphRole, string> = {
  text: 'Text_20_body',
  kind: 'Kind',
  title: 'Title',
  subtitle: 'Subtitle',
  quote: 'Quotations',
  small: 'Small',
  passage: 'Passage',
}

/** White space has elements of its own here: what stands in the file as it is, is one space however much of it there is. */
const spaced = (text: string): string =>
  escaped(text)
    .replaceAll('\t', el('text:tab'))
    .replaceAll(/ {2,}|^ | $/g, white => el('text:s', { 'text:c': white.length }))

function span(part: Inline): string {
  if (part.type === 'hardBreak') return el('text:line-break')
  const [bold, italic] = [part.marks.includes('bold'), part.marks.includes('italic')]
  const style =
    bold && italic ? 'Strong_20_Emphasis_20_both' : bold ? 'Strong_20_Emphasis' : italic ? 'Emphasis' : null
  return style ? el('text:span', { 'text:style-name': style }, spaced(part.text)) : spaced(part.text)
}

const paragraph = (style: string, content: readonly Inline[]): string =>
  el('text:p', { 'text:style-name': style }, ...content.map(span))

function list({ ordered, items }: Extract<Piece, { kind: 'list' }>): string {
  const [style, within] = ordered
    ? ['Numbering_20_1', 'Numbering_20_1_20_text']
    : ['List_20_1', 'List_20_1_20_text']
  return el(
    'text:list',
    { 'text:style-name': style },
    ...items.map(item => el('text:list-item', {}, ...item.map(content => paragraph(within, content)))),
  )
}

function table({ name, head, rows }: Extract<Piece, { kind: 'table' }>): string {
  const row = (cells: string[]) => el('table:table-row', { 'table:style-name': 'MosaicRow' }, ...cells)
  const cell = (style: string, content: string) =>
    el('table:table-cell', { 'table:style-name': style, 'office:value-type': 'string' }, content)
  const title = (text: string) =>
    cell('MosaicHead', paragraph('Table_20_Heading', [{ type: 'text', text, marks: [] }]))
  return el(
    'table:table',
    { 'table:name': name, 'table:style-name': 'MosaicTable' },
    el('table:table-column', { 'table:number-columns-repeated': (rows[0] ?? head).length }),
    head.length === 0 ? '' : el('table:table-header-rows', {}, row(head.map(title))),
    ...rows.map(cells =>
      row(cells.map(content => cell('MosaicCell', paragraph('Table_20_Contents', content)))),
    ),
  )
}

function written(piece: Piece): string {
  switch (piece.kind) {
    case 'paragraph':
      return paragraph(roles[piece.role], piece.content)
    case 'heading': {
      const style = `Heading_20_${piece.level}${piece.newPage ? '_20_new_20_page' : ''}`
      const attributes = { 'text:style-name': style, 'text:outline-level': piece.level }
      return el('text:h', attributes, ...piece.content.map(span))
    }
    case 'table':
      return table(piece)
    case 'list':
      return list(piece)
  }
}

function meta({ title, subject, language }: Article, at: Date): string {
  const time = at.toISOString().slice(0, 19)
  return el(
    'office:document-meta',
    { ...spaces, 'office:version': VERSION },
    el(
      'office:meta',
      {},
      el('meta:generator', {}, 'Mozaïekbord'),
      el('dc:title', {}, escaped(title)),
      el('dc:subject', {}, escaped(subject)),
      el('dc:language', {}, language),
      el('meta:creation-date', {}, time),
      el('dc:date', {}, time),
    ),
  )
}

function manifest(names: readonly string[]): string {
  const entry = (path: string, type: string) =>
    el('manifest:file-entry', { 'manifest:full-path': path, 'manifest:media-type': type })
  return el(
    'manifest:manifest',
    { 'xmlns:manifest': 'urn:oasis:names:tc:opendocument:xmlns:manifest:1.0', 'manifest:version': VERSION },
    entry('/', TYPE),
    ...names.map(name => entry(name, 'text/xml')),
  )
}

/** An article as OpenDocument text (ODF 1.3): every look comes from a style. `at` is when it was made. */
export function odtOf(article: Article, at: Date): Buffer {
  const content = el(
    'office:document-content',
    { ...spaces, 'office:version': VERSION },
    el('office:automatic-styles', {}, cellStyles()),
    el('office:body', {}, el('office:text', {}, ...article.pieces.map(written))),
  )
  const files: [string, string][] = [
    ['content.xml', content],
    ['styles.xml', odtStyles(article, VERSION)],
    ['meta.xml', meta(article, at)],
  ]
  return zipOf(
    [
      // First and as it is: by this a file is known for what it is.
      { name: 'mimetype', data: TYPE, stored: true },
      ...files.map(([name, root]) => ({ name, data: xmlFile(root) })),
      { name: 'META-INF/manifest.xml', data: xmlFile(manifest(files.map(([name]) => name))) },
    ],
    at,
  )
}
