import type { Article } from './article.ts'
import { element as el, escaped } from './xml.ts'

const urn = 'urn:oasis:names:tc:opendocument:xmlns'
export const spaces = {
  'xmlns:office': `${urn}:office:1.0`,
  'xmlns:style': `${urn}:style:1.0`,
  'xmlns:text': `${urn}:text:1.0`,
  'xmlns:table': `${urn}:table:1.0`,
  'xmlns:fo': `${urn}:xsl-fo-compatible:1.0`,
  'xmlns:svg': `${urn}:svg-compatible:1.0`,
  'xmlns:meta': `${urn}:meta:1.0`,
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
}

type Look = Record<string, string>
const faces = { serif: 'Georgia', sans: 'Verdana' }
const ink = '#221811'
const muted = '#665a50'
const opgave = '#944037'

/** A named style for paragraphs; names in a file write a space as _20_. `room`: of the paragraph, `letters`: of its text. */
function style(
  name: string,
  room: Look,
  letters: Look,
  { on = 'Standard', next = 'Text body', level }: { on?: string; next?: string; level?: number } = {},
): string {
  const id = (shown: string) => shown.replaceAll(' ', '_20_')
  return el(
    'style:style',
    {
      'style:name': id(name),
      ...(name.includes(' ') ? { 'style:display-name': name } : {}),
      'style:family': 'paragraph',
      'style:parent-style-name': id(on),
      'style:next-style-name': id(next),
      ...(level === undefined ? {} : { 'style:default-outline-level': level }),
    },
    el('style:paragraph-properties', room),
    el('style:text-properties', letters),
  )
}

const signs = (name: string, letters: Look): string =>
  el(
    'style:style',
    {
      ...{ 'style:name': name.replaceAll(' ', '_20_'), 'style:display-name': name },
      'style:family': 'text',
    },
    el('style:text-properties', letters),
  )

const room = (before: number, after: number, more: Look = {}): Look => ({
  'fo:margin-top': `${before}pt`,
  'fo:margin-bottom': `${after}pt`,
  ...more,
})
const size = (points: number, more: Look = {}): Look => ({ 'fo:font-size': `${points}pt`, ...more })
const bold = { 'fo:font-weight': 'bold' }
const italic = { 'fo:font-style': 'italic' }
const sans = { 'style:font-name': faces.sans }
const keep = { 'fo:keep-with-next': 'always' }

function headings(): string {
  const looks = [
    { level: 1, room: room(20, 8, keep), letters: size(15, bold) },
    { level: 2, room: room(14, 6, keep), letters: size(12, bold) },
    { level: 3, room: room(10, 4, keep), letters: size(10.5, bold) },
  ]
  return looks
    .flatMap(({ level, room, letters }) => [
      style(`Heading ${level}`, room, letters, { level }),
      style(
        `Heading ${level} new page`,
        { 'fo:break-before': 'page' },
        {},
        { on: `Heading ${level}`, level },
      ),
    ])
    .join('')
}

function lists(): string {
  const alignment = el('style:list-level-label-alignment', {
    'text:label-followed-by': 'listtab',
    'text:list-tab-stop-position': '0.7cm',
    'fo:text-indent': '-0.5cm',
    'fo:margin-left': '0.7cm',
  })
  const place = el(
    'style:list-level-properties',
    { 'text:list-level-position-and-space-mode': 'label-alignment' },
    alignment,
  )
  const named = (name: string, level: string) =>
    el('text:list-style', { 'style:name': name.replaceAll(' ', '_20_'), 'style:display-name': name }, level)
  return [
    named('List 1', el('text:list-level-style-bullet', { 'text:level': 1, 'text:bullet-char': '•' }, place)),
    named(
      'Numbering 1',
      el(
        'text:list-level-style-number',
        { 'text:level': 1, 'style:num-format': '1', 'style:num-suffix': '.' },
        place,
      ),
    ),
  ].join('')
}

function page(foot: string): string {
  const layout = el(
    'style:page-layout',
    { 'style:name': 'A4' },
    el('style:page-layout-properties', {
      ...{ 'fo:page-width': '21cm', 'fo:page-height': '29.7cm', 'style:print-orientation': 'portrait' },
      ...{
        'fo:margin-top': '2.8cm',
        'fo:margin-bottom': '2cm',
        'fo:margin-left': '3cm',
        'fo:margin-right': '3cm',
      },
    }),
    el(
      'style:footer-style',
      {},
      el('style:header-footer-properties', { 'fo:min-height': '1cm', 'fo:margin-top': '0.5cm' }),
    ),
  )
  const footer = el(
    'style:footer',
    {},
    el(
      'text:p',
      { 'text:style-name': 'Footer' },
      escaped(`${foot} · `),
      el('text:page-number', { 'text:select-page': 'current' }, '1'),
    ),
  )
  return [
    el('office:automatic-styles', {}, layout),
    el(
      'office:master-styles',
      {},
      el('style:master-page', { 'style:name': 'Standard', 'style:page-layout-name': 'A4' }, footer),
    ),
  ].join('')
}

function faceDeclarations(): string {
  const face = (name: string, generic: string) =>
    el('style:font-face', {
      'style:name': name,
      'svg:font-family': name,
      'style:font-family-generic': generic,
    })
  return el('office:font-face-decls', {}, face(faces.serif, 'roman'), face(faces.sans, 'swiss'))
}

/** styles.xml, in the language of the text so that words are hyphenated and checked by it. */
export function odtStyles({ language, foot }: Article, version: string): string {
  const tongue = { 'fo:language': language, 'fo:country': language === 'nl' ? 'NL' : 'GB' }
  const standard = el(
    'style:default-style',
    { 'style:family': 'paragraph' },
    el('style:paragraph-properties', { 'fo:line-height': '120%', 'fo:orphans': '2', 'fo:widows': '2' }),
    el('style:text-properties', {
      ...size(10.5),
      ...tongue,
      ...{ 'style:font-name': faces.serif, 'fo:color': ink, 'fo:hyphenate': 'true' },
      ...{ 'fo:hyphenation-remain-char-count': '2', 'fo:hyphenation-push-char-count': '2' },
    }),
  )
  const named = [
    el('style:style', { 'style:name': 'Standard', 'style:family': 'paragraph', 'style:class': 'text' }),
    style('Text body', room(0, 8), {}),
    style('Kind', room(0, 4), size(11, { ...bold, ...sans, 'fo:color': opgave }), { next: 'Title' }),
    style('Title', room(0, 6), size(26, bold), { next: 'Subtitle' }),
    style('Subtitle', room(0, 6), size(13)),
    headings(),
    style(
      'Quotations',
      room(6, 14, { 'fo:border-left': `3pt solid ${opgave}`, 'fo:padding-left': '0.4cm' }),
      size(13),
    ),
    style('Passage', room(10, 4, keep), italic),
    style('Small', room(0, 5), size(8.5, { ...sans, 'fo:color': muted })),
    style('Table Contents', room(0, 0), size(9.5), { next: 'Table Contents' }),
    style('Table Heading', room(0, 0), bold, { on: 'Table Contents', next: 'Table Contents' }),
    style('List 1 text', room(0, 5), {}, { next: 'List 1 text' }),
    style('Numbering 1 text', room(0, 5), {}, { next: 'Numbering 1 text' }),
    style('Footer', {}, size(8.5, { ...sans, 'fo:color': muted }), { next: 'Footer' }),
    signs('Strong Emphasis', bold),
    signs('Emphasis', italic),
    signs('Strong Emphasis both', { ...bold, ...italic }),
    lists(),
  ]
  return el(
    'office:document-styles',
    { ...spaces, 'office:version': version },
    faceDeclarations(),
    el('office:styles', {}, standard, ...named),
    page(foot),
  )
}

/** The lines and room of tables: formats of this kind keep those with the content. */
export function cellStyles(): string {
  const cell = (name: string, below: string) =>
    el(
      'style:style',
      { 'style:name': name, 'style:family': 'table-cell' },
      el('style:table-cell-properties', {
        ...{ 'fo:padding': '0.15cm', 'fo:border-bottom': below, 'fo:border-top': 'none' },
        ...{ 'fo:border-left': 'none', 'fo:border-right': 'none' },
      }),
    )
  return [
    el(
      'style:style',
      { 'style:name': 'MosaicTable', 'style:family': 'table' },
      el('style:table-properties', { 'table:align': 'margins', 'fo:margin-bottom': '8pt' }),
    ),
    el(
      'style:style',
      { 'style:name': 'MosaicRow', 'style:family': 'table-row' },
      el('style:table-row-properties', { 'fo:keep-together': 'always' }),
    ),
    cell('MosaicHead', `1.5pt solid ${ink}`),
    cell('MosaicCell', '0.5pt solid #e2d8cc'),
  ].join('')
}
