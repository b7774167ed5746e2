import type { Inline } from '#lib/domain/statement.ts'
import type { Article, ParagraphRole, Piece } from './article.ts'
import { numbering, settings, styles } from './docx-styles.ts'
import { element as el, escaped, xmlFile } from './xml.ts'
import { zipOf } from './zip.ts'

const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

const roles: Record<ParagraphRole, string> = {
  text: 'BodyText',
  kind: 'Kind',
  title: 'Title',
  subtitle: 'Subtitle',
  quote: 'Quote',
  small: 'Small',
  passage: 'Passage',
}
/** The first numbering that belongs to a list of numbers; 1 is the bullets of all other lists. */
const BULLETS = 1
/** A4 and its margins, in twentieths of a point. */
const PAGE = { width: 11_906, height: 16_838, across: 1701, along: 1588 }

function run(part: Inline): string {
  if (part.type === 'hardBreak') return el('w:r', {}, el('w:br'))
  const [bold, italic] = [part.marks.includes('bold'), part.marks.includes('italic')]
  const style = bold && italic ? 'StrongEmphasis' : bold ? 'Strong' : italic ? 'Emphasis' : null
  const properties = style ? el('w:rPr', {}, el('w:rStyle', { 'w:val': style })) : ''
  return el('w:r', {}, properties, el('w:t', { 'xml:space': 'preserve' }, escaped(part.text)))
}

function paragraph(style: string, content: readonly Inline[], more = ''): string {
  return el('w:p', {}, el('w:pPr', {}, el('w:pStyle', { 'w:val': style }), more), ...content.map(run))
}

function list({ ordered, items }: Extract<Piece, { kind: 'list' }>, number: number): string {
  const style = ordered ? 'ListNumber' : 'ListBullet'
  const marked = el(
    'w:numPr',
    {},
    el('w:ilvl', { 'w:val': 0 }),
    el('w:numId', { 'w:val': ordered ? number : BULLETS }),
  )
  return items
    .flatMap(item =>
      item.map((content, index) =>
        index === 0 ? paragraph(style, content, marked) : paragraph('ListContinue', content),
      ),
    )
    .join('')
}

function table({ name, head, rows }: Extract<Piece, { kind: 'table' }>): string {
  const width = PAGE.width - 2 * PAGE.across
  const columns = (rows[0] ?? head).length
  const share = Math.floor(width / columns)
  const cell = (content: string) =>
    el('w:tc', {}, el('w:tcPr', {}, el('w:tcW', { 'w:w': share, 'w:type': 'dxa' })), content)
  const row = (cells: string[], first: boolean) =>
    el('w:tr', {}, el('w:trPr', {}, el('w:cantSplit'), ...(first ? [el('w:tblHeader')] : [])), ...cells)
  const text = (content: readonly Inline[]) => cell(paragraph('TableText', content))
  return [
    el(
      'w:tbl',
      {},
      el(
        'w:tblPr',
        {},
        el('w:tblStyle', { 'w:val': 'MosaicTable' }),
        el('w:tblW', { 'w:w': width, 'w:type': 'dxa' }),
        el('w:tblLook', {
          'w:val': head.length > 0 ? '0020' : '0000',
          'w:firstRow': head.length > 0 ? 1 : 0,
          'w:noHBand': 1,
          'w:noVBand': 1,
        }),
        el('w:tblCaption', { 'w:val': name }),
      ),
      el('w:tblGrid', {}, ...Array.from({ length: columns }, () => el('w:gridCol', { 'w:w': share }))),
      head.length === 0
        ? ''
        : row(
            head.map(title => text([{ type: 'text', text: title, marks: [] }])),
            true,
          ),
      ...rows.map(cells => row(cells.map(text), false)),
    ),
    // A table may not be the last thing, nor touch another.
    paragraph('Small', []),
  ].join('')
}

function body({ pieces }: Article): { xml: string; numbered: number } {
  let numbered = 0
  const xml = pieces.map(piece => {
    switch (piece.kind) {
      case 'paragraph':
        return paragraph(roles[piece.role], piece.content)
      case 'heading':
        return paragraph(`Heading${piece.level}`, piece.content, piece.newPage ? el('w:pageBreakBefore') : '')
      case 'table':
        return table(piece)
      default:
        if (piece.ordered) numbered++
        return list(piece, BULLETS + numbered)
    }
  })
  return { xml: xml.join(''), numbered }
}

function documentXml(content: string): string {
  const section = el(
    'w:sectPr',
    {},
    el('w:footerReference', { 'w:type': 'default', 'r:id': 'footer' }),
    el('w:pgSz', { 'w:w': PAGE.width, 'w:h': PAGE.height }),
    el('w:pgMar', {
      ...{ 'w:top': PAGE.along, 'w:bottom': PAGE.along, 'w:left': PAGE.across, 'w:right': PAGE.across },
      ...{ 'w:header': 709, 'w:footer': 709, 'w:gutter': 0 },
    }),
  )
  const spaces = { 'xmlns:w': main, 'xmlns:r': `${office}/relationships` }
  return el('w:document', spaces, el('w:body', {}, content, section))
}

function footer(foot: string): string {
  const text = (said: string) => el('w:r', {}, el('w:t', { 'xml:space': 'preserve' }, escaped(said)))
  const field = el('w:fldSimple', { 'w:instr': 'PAGE' }, text('1'))
  return el(
    'w:ftr',
    { 'xmlns:w': main },
    el('w:p', {}, el('w:pPr', {}, el('w:pStyle', { 'w:val': 'Footer' })), text(`${foot} · `), field),
  )
}

/** From name to content type and, for what the document refers to, its kind of relation. */
const parts = {
  'word/document.xml': [`${word}.document.main+xml`, null],
  'word/styles.xml': [`${word}.styles+xml`, 'styles'],
  'word/numbering.xml': [`${word}.numbering+xml`, 'numbering'],
  'word/settings.xml': [`${word}.settings+xml`, 'settings'],
  'word/footer.xml': [`${word}.footer+xml`, 'footer'],
  'docProps/core.xml': ['application/vnd.openxmlformats-package.core-properties+xml', null],
} as const

const contentTypes = (): string =>
  el(
    'Types',
    { xmlns: `${packages}/content-types` },
    el('Default', {
      Extension: 'rels',
      ContentType: 'application/vnd.openxmlformats-package.relationships+xml',
    }),
    el('Default', { Extension: 'xml', ContentType: 'application/xml' }),
    ...Object.entries(parts).map(([name, [type]]) =>
      el('Override', { PartName: `/${name}`, ContentType: type }),
    ),
  )

function relations(): { whole: string; document: string } {
  const space = { xmlns: `${packages}/relationships` }
  const relation = (id: string, kind: string, target: string) =>
    el('Relationship', { Id: id, Type: kind, Target: target })
  const own = Object.entries(parts).flatMap(([name, [, kind]]) =>
    kind ? [relation(kind, `${office}/relationships/${kind}`, name.replace('word/', ''))] : [],
  )
  return {
    whole: el(
      'Relationships',
      space,
      relation('document', `${office}/relationships/officeDocument`, 'word/document.xml'),
      relation('core', `${packages}/relationships/metadata/core-properties`, 'docProps/core.xml'),
    ),
    document: el('Relationships', space, ...own),
  }
}

function core({ title, subject, language }: Article, at: Date): string {
  const time = (name: string) =>
    el(name, { 'xsi:type': 'dcterms:W3CDTF' }, `${at.toISOString().slice(0, 19)}Z`)
  return el(
    'cp:coreProperties',
    {
      'xmlns:cp': `${packages}/metadata/core-properties`,
      'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
      'xmlns:dcterms': 'http://purl.org/dc/terms/',
      'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
    },
    el('dc:title', {}, escaped(title)),
    el('dc:subject', {}, escaped(subject)),
    el('dc:creator', {}, 'Mozaïekbord'),
    el('dc:language', {}, language),
    time('dcterms:created'),
    time('dcterms:modified'),
  )
}

/** An article as a Word document (ECMA-376, transitional): every look comes from a style. `at` is when it was made. */
export function docxOf(article: Article, at: Date): Buffer {
  const { xml, numbered } = body(article)
  const { whole, document } = relations()
  const files: [string, string][] = [
    ['[Content_Types].xml', contentTypes()],
    ['_rels/.rels', whole],
    ['word/_rels/document.xml.rels', document],
    ['word/document.xml', documentXml(xml)],
    ['word/styles.xml', styles(article.language)],
    ['word/numbering.xml', numbering(numbered)],
    ['word/settings.xml', settings()],
    ['word/footer.xml', footer(article.foot)],
    ['docProps/core.xml', core(article, at)],
  ]
  return zipOf(
    files.map(([name, root]) => ({ name, data: xmlFile(root) })),
    at,
  )
}
