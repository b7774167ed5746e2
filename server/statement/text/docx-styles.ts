import type { Language } from '#lib/domain/session.ts'
import { element as el } from './xml.ts'

const space = { 'xmlns:w': 'http://schemas.openxmlformats.org/wordprocessingml/2006/main' }
const tongues: Record<Language, string> = { nl: 'nl-NL', en: 'en-GB' }

/** A letter of this size (in points) and look. */
type Letters = { size?: number; bold?: true; italic?: true; colour?: string; sans?: true }
/** Room before and after in points, and whether it keeps to what follows. `left`: indent in twentieths of a point. */
type Room = {
  before?: number
  after?: number
  line?: number
  left?: number
  hanging?: number
  keep?: true
  rule?: string
  level?: number
}

/** On every office computer; the serif of the statement's PDF is on none. */
const faces = { serif: 'Georgia', sans: 'Verdana' }

function letters({ size, bold, italic, colour, sans }: Letters): string {
  const face = sans ? faces.sans : undefined
  return el(
    'w:rPr',
    {},
    face ? el('w:rFonts', { 'w:ascii': face, 'w:hAnsi': face, 'w:cs': face }) : '',
    bold ? el('w:b') : '',
    italic ? el('w:i') : '',
    colour ? el('w:color', { 'w:val': colour }) : '',
    size ? el('w:sz', { 'w:val': size * 2 }) + el('w:szCs', { 'w:val': size * 2 }) : '',
  )
}

function room({ before, after, line, left, hanging, keep, rule, level }: Room): string {
  const points = (value?: number) => (value === undefined ? undefined : value * 20)
  const border =
    rule && el('w:pBdr', {}, el('w:left', { 'w:val': 'single', 'w:sz': 24, 'w:space': 10, 'w:color': rule }))
  return el(
    'w:pPr',
    {},
    keep ? el('w:keepNext') + el('w:keepLines') : '',
    border ?? '',
    el('w:spacing', {
      'w:before': points(before),
      'w:after': points(after),
      'w:line': line,
      'w:lineRule': line && 'auto',
    }),
    left === undefined ? '' : el('w:ind', { 'w:left': left, 'w:hanging': hanging }),
    level === undefined ? '' : el('w:outlineLvl', { 'w:val': level }),
  )
}

/** A style for paragraphs. `next`: what follows it when somebody types on. */
const style = (
  id: string,
  name: string,
  look: Letters,
  about: Room,
  next = 'BodyText',
  on = 'Normal',
): string =>
  el(
    'w:style',
    { 'w:type': 'paragraph', 'w:styleId': id },
    el('w:name', { 'w:val': name }),
    el('w:basedOn', { 'w:val': on }),
    el('w:next', { 'w:val': next }),
    el('w:qFormat'),
    room(about),
    letters(look),
  )
const signs = (id: string, name: string, look: Letters): string =>
  el(
    'w:style',
    { 'w:type': 'character', 'w:styleId': id },
    el('w:name', { 'w:val': name }),
    el('w:qFormat'),
    letters(look),
  )

function defaults(language: Language): string {
  const { serif } = faces
  return [
    el(
      'w:docDefaults',
      {},
      el(
        'w:rPrDefault',
        {},
        el(
          'w:rPr',
          {},
          el('w:rFonts', { 'w:ascii': serif, 'w:hAnsi': serif, 'w:cs': serif, 'w:eastAsia': serif }),
          el('w:color', { 'w:val': '221811' }),
          el('w:sz', { 'w:val': 21 }),
          el('w:szCs', { 'w:val': 21 }),
          el('w:lang', { 'w:val': tongues[language] }),
        ),
      ),
      el(
        'w:pPrDefault',
        {},
        el('w:pPr', {}, el('w:spacing', { 'w:after': 0, 'w:line': 288, 'w:lineRule': 'auto' })),
      ),
    ),
    el(
      'w:style',
      { 'w:type': 'paragraph', 'w:default': 1, 'w:styleId': 'Normal' },
      el('w:name', { 'w:val': 'Normal' }),
      el('w:qFormat'),
    ),
  ].join('')
}

function tableStyle(): string {
  const line = (name: string) => el(name, { 'w:val': 'single', 'w:sz': 4, 'w:space': 0, 'w:color': 'E2D8CC' })
  const head = el(
    'w:tcBorders',
    {},
    el('w:bottom', { 'w:val': 'single', 'w:sz': 12, 'w:space': 0, 'w:color': '221811' }),
  )
  const margin = (side: string) => el(`w:${side}`, { 'w:w': 85, 'w:type': 'dxa' })
  return el(
    'w:style',
    { 'w:type': 'table', 'w:styleId': 'MosaicTable' },
    el('w:name', { 'w:val': 'Mosaic Table' }),
    el(
      'w:tblPr',
      {},
      el('w:tblBorders', {}, line('w:top'), line('w:bottom'), line('w:insideH')),
      el('w:tblCellMar', {}, ...['top', 'left', 'bottom', 'right'].map(margin)),
    ),
    el('w:tblStylePr', { 'w:type': 'firstRow' }, letters({ bold: true }), el('w:tcPr', {}, head)),
  )
}

/** word/styles.xml, in the language of the text so that words are hyphenated and checked by it. */
export function styles(language: Language): string {
  const opgave = '944037'
  const muted = '665A50'
  return el(
    'w:styles',
    space,
    defaults(language),
    style('BodyText', 'Body Text', {}, { after: 8 }),
    style('Kind', 'Kind', { size: 11, bold: true, colour: opgave, sans: true }, { after: 4 }, 'Title'),
    style('Title', 'Title', { size: 26, bold: true }, { after: 6, line: 252 }, 'Subtitle'),
    style('Subtitle', 'Subtitle', { size: 13 }, { after: 6 }),
    style('Heading1', 'heading 1', { size: 15, bold: true }, { before: 20, after: 8, keep: true, level: 0 }),
    style('Heading2', 'heading 2', { size: 12, bold: true }, { before: 14, after: 6, keep: true, level: 1 }),
    style(
      'Heading3',
      'heading 3',
      { size: 10.5, bold: true },
      { before: 10, after: 4, keep: true, level: 2 },
    ),
    style('Quote', 'Quote', { size: 13 }, { before: 6, after: 14, left: 280, rule: opgave }),
    style('Passage', 'Passage', { italic: true }, { before: 10, after: 4, keep: true }, 'ListBullet'),
    style('Small', 'Small', { size: 8.5, colour: muted, sans: true }, { after: 5 }),
    style('TableText', 'Table Text', { size: 9.5 }, {}, 'TableText'),
    style('ListBullet', 'List Bullet', {}, { after: 5, left: 397, hanging: 284 }, 'ListBullet'),
    style('ListNumber', 'List Number', {}, { after: 5, left: 397, hanging: 284 }, 'ListNumber'),
    style('ListContinue', 'List Continue', {}, { after: 5, left: 397 }, 'ListContinue'),
    style('Footer', 'footer', { size: 8.5, colour: muted, sans: true }, {}),
    signs('Strong', 'Strong', { bold: true }),
    signs('Emphasis', 'Emphasis', { italic: true }),
    signs('StrongEmphasis', 'Strong Emphasis', { bold: true, italic: true }),
    tableStyle(),
  )
}

/** word/numbering.xml: bullets for all lists, and numbers that begin at 1 for each of `numbered` lists. */
export function numbering(numbered: number): string {
  const abstract = (id: number, format: string, text: string) =>
    el(
      'w:abstractNum',
      { 'w:abstractNumId': id },
      el('w:multiLevelType', { 'w:val': 'singleLevel' }),
      el(
        'w:lvl',
        { 'w:ilvl': 0 },
        el('w:start', { 'w:val': 1 }),
        el('w:numFmt', { 'w:val': format }),
        el('w:lvlText', { 'w:val': text }),
        el('w:lvlJc', { 'w:val': 'left' }),
        el('w:pPr', {}, el('w:ind', { 'w:left': 397, 'w:hanging': 284 })),
      ),
    )
  const begins = el('w:lvlOverride', { 'w:ilvl': 0 }, el('w:startOverride', { 'w:val': 1 }))
  const each = Array.from({ length: numbered }, (_, index) =>
    el('w:num', { 'w:numId': index + 2 }, el('w:abstractNumId', { 'w:val': 1 }), begins),
  )
  return el(
    'w:numbering',
    space,
    abstract(0, 'bullet', '•'),
    abstract(1, 'decimal', '%1.'),
    el('w:num', { 'w:numId': 1 }, el('w:abstractNumId', { 'w:val': 0 })),
    ...each,
  )
}

/** word/settings.xml: words are hyphenated, and it is no document of an older Word. */
export const settings = (): string =>
  el(
    'w:settings',
    space,
    el('w:autoHyphenation'),
    el(
      'w:compat',
      {},
      el('w:compatSetting', {
        ...{ 'w:name': 'compatibilityMode', 'w:val': 15 },
        'w:uri': 'http://schemas.microsoft.com/office/word',
      }),
    ),
  )
