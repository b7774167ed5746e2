import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Block, Inline } from '#lib/domain/statement.ts'
import { createPapers, type Papers } from '#server/statement/papers.ts'
import { freshSeal, sampleDossier } from '#tests/harness/dossier.ts'
import { mustBeWellFormed, unzipped } from '#tests/harness/unzip.ts'

const address = 'https://example.org'
let papers: Papers
beforeAll(async () => {
  papers = createPapers({ key: await freshSeal(), now: () => Date.parse('2026-11-24T13:30:00Z') })
})
afterAll(() => papers.stop())

const text = (said: string, marks: ('bold' | 'italic')[] = []): Inline => ({
  type: 'text',
  text: said,
  marks,
})
const paragraph = (said: string, roots = ''): Extract<Block, { type: 'paragraph' }> => ({
  type: 'paragraph',
  roots,
  content: [text(said)],
})
const body: Block[] = [
  { type: 'heading', level: 2, section: 'opgave', content: [text('Onze opgave')] },
  {
    ...paragraph('Wij beginnen '),
    content: [
      text('Wij beginnen '),
      text('nu', ['bold']),
      { type: 'hardBreak' },
      text('met zorg', ['bold', 'italic']),
    ],
  },
  { type: 'heading', level: 3, section: '', content: [text('Wat eerst')] },
  { type: 'orderedList', items: [[paragraph('Tien huizen')], [paragraph('Eén loket')]] },
  { type: 'orderedList', items: [[paragraph('Telt opnieuw')]] },
  { type: 'bulletList', items: [[paragraph('Elke week'), paragraph('samen')]] },
]
const made = async (kind: 'docx' | 'odt' | 'md', change: object = {}) =>
  papers.statement(kind, await sampleDossier({ body, ...change }), address)
const partOf = (file: Buffer, name: string): string => {
  const part = unzipped(file).get(name)?.toString('utf8')
  if (part === undefined) throw new Error(`no ${name}`)
  mustBeWellFormed(part)
  return part
}

test('[X14] DOCX has headings, lists and the signatures as a table, each by a style, in the language of the session', async () => {
  const file = await made('docx')
  for (const [name, bytes] of unzipped(file)) {
    expect(name).toMatch(/\.(xml|rels)$/)
    mustBeWellFormed(bytes.toString('utf8'))
  }
  const document = partOf(file, 'word/document.xml')
  const styles = partOf(file, 'word/styles.xml')
  const used = new Set([...document.matchAll(/w:(?:p|r|tbl)Style w:val="(\w+)"/g)].map(([, name]) => name))
  const defined = new Set([...styles.matchAll(/w:styleId="(\w+)"/g)].map(([, name]) => name))
  expect([...used].filter(name => !defined.has(name))).toEqual([])
  for (const name of [
    'Title',
    'Heading1',
    'Heading2',
    'ListNumber',
    'ListBullet',
    'Strong',
    'StrongEmphasis',
    'MosaicTable',
  ])
    expect(used).toContain(name)
  // Nothing is made bold, large or coloured by hand.
  expect(document).not.toMatch(/<w:(b|i|sz|color|rFonts|jc|spacing|ind)\b/)
  expect(styles).toContain('w:lang w:val="nl-NL"')
  // Each list of numbers begins at 1.
  const numbers = [
    ...document.matchAll(/w:val="ListNumber"\/><w:numPr><w:ilvl w:val="0"\/><w:numId w:val="(\d+)"/g),
  ]
  expect(numbers.map(([, id]) => id)).toEqual(['2', '2', '3'])
  expect(partOf(file, 'word/numbering.xml').match(/startOverride/g)).toHaveLength(2)
  expect(document).toContain('<w:tblHeader/>')
  for (const said of ['Netwerk Één', 'Noor Çelik', 'Onze raad beslist pas in april.', 'Nog niet ondertekend'])
    expect(document).toContain(said)
  expect(partOf(await made('docx', { language: 'en' }), 'word/styles.xml')).toContain('w:lang w:val="en-GB"')
})

test('[X15] ODT is known by its first bytes and has headings, lists and a table, each by a named style', async () => {
  const file = await made('odt')
  expect(file.subarray(30, 77).toString('latin1')).toBe('mimetypeapplication/vnd.oasis.opendocument.text')
  const content = partOf(file, 'content.xml')
  const styles = partOf(file, 'styles.xml')
  const used = new Set([...content.matchAll(/(?:text|table):style-name="([^"]+)"/g)].map(([, name]) => name))
  const defined = new Set([...(styles + content).matchAll(/style:name="([^"]+)"/g)].map(([, name]) => name))
  expect([...used].filter(name => !defined.has(name))).toEqual([])
  const based = [...styles.matchAll(/style:(?:parent|next)-style-name="([^"]+)"/g)].map(([, name]) => name)
  expect(based.filter(name => !defined.has(name))).toEqual([])
  expect(content).toMatch(
    /<text:h text:style-name="Heading_20_1" text:outline-level="1">Onze opgave<\/text:h>/,
  )
  expect(content).toContain('<table:table-header-rows>')
  expect(content).toContain('Noor Çelik')
  expect(styles).toContain('fo:language="nl"')
  const listed = partOf(file, 'META-INF/manifest.xml')
  for (const name of ['content.xml', 'styles.xml', 'meta.xml'])
    expect(listed).toContain(`full-path="${name}"`)
})

test('[X16] Markdown has the same text, and what people wrote is never markup', async () => {
  const plain = (await made('md')).toString('utf8')
  for (const said of [
    '# Netwerk Één',
    '## Onze opgave',
    '### Wat eerst',
    '1. Tien huizen\n2. Eén loket',
    '**nu**\\\n***met zorg***',
  ])
    expect(plain).toContain(said)
  expect(plain).toMatch(
    /\| \*\*Gemeente\*\* \| Noor Çelik<br>Wethouder<br>Op grond van het bestuursbesluit van 3 november 2026 \(B-14\) \|/,
  )
  const hostile = [
    '# kop',
    '- punt',
    '1. een',
    '<script>alert(1)</script>',
    '[a](javascript:1)',
    '`x`',
    '| a | b |',
    '---',
    '> q',
  ]
  const written = (await made('md', { body: hostile.map(said => paragraph(said)) })).toString('utf8')
  for (const said of [
    '\\# kop',
    '\\- punt',
    '1\\. een',
    '\\<script\\>',
    '\\[a\\](javascript:1)',
    '\\`x\\`',
    '\\| a \\| b \\|',
    '\\---',
    '\\> q',
  ])
    expect(written.split('\n\n')).toContainEqual(expect.stringContaining(said))
  expect(written).not.toMatch(/(?<!\\)<script/)
})

test('[X14] [X15] what people wrote stays text in the files of word processors, whatever it looks like', async () => {
  const hostile = 'a & b < c > "d" \u0000\u0007 \ud800 ]]> <!-- x --> {=1+1} \u202e  twee'
  const change = {
    body: [paragraph(hostile)],
    title: hostile.slice(0, 60),
    definition: { text: hostile, ballot: null },
  }
  const safe = { ...change, body: [paragraph(hostile.replace('\ud800', ''))] }
  const fixed = {
    ...safe,
    title: 'T & <T>',
    definition: { text: hostile.replace('\ud800', ''), ballot: null },
  }
  for (const [kind, name] of [
    ['docx', 'word/document.xml'],
    ['odt', 'content.xml'],
  ] as const) {
    const part = partOf(await made(kind, fixed), name)
    expect(part).toContain('a &amp; b &lt; c &gt;')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: those must not be there
    expect(part).not.toMatch(/[\u0000-\u0008]/)
  }
})

/** A row of values that a spreadsheet would read. */
function rowsOf(csv: string): string[][] {
  const rows: string[][] = []
  for (const line of csv.slice(1).split('\r\n').slice(0, -1))
    rows.push(
      [...line.matchAll(/"((?:[^"]|"")*)"|([^;]+)/g)].map(
        ([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? bare ?? '',
      ),
    )
  return rows
}

test('[X17] the notes are a table that Excel opens, one a row, with whose they are as was promised', async () => {
  const base = { bouwsteen: 'waarde' as const, line: null, createdAt: 1, deletedAt: null }
  const note = (id: string, text: string, author: string | null, partner: string | null, order: number) => ({
    ...base,
    ...{ id, text, author, partner, order },
  })
  const board = {
    notes: [
      note('note-000001', '=HYPERLINK("http://x";"y")', 'person-0001', 'partner-0', 2),
      { ...note('note-000002', 'Een; "thuis"', 'person-0001', 'partner-0', 1), line: 'line-000001' },
      note('note-000003', 'zonder naam', null, null, 3),
      note('note-000004', ' @som', 'person-0002', null, 4),
    ],
    lines: [
      {
        id: 'line-000001',
        title: 'Wonen',
        about: '',
        colour: 'red' as const,
        order: 1,
        author: 'person-0001',
        createdAt: 1,
        deletedAt: null,
      },
    ],
    reactions: [
      {
        id: 'react-00001',
        note: 'note-000003',
        kind: 'vraag' as const,
        author: 'person-0002',
        createdAt: 1,
        deletedAt: null,
      },
    ],
    replies: [
      {
        id: 'reply-00001',
        note: 'note-000003',
        text: '+1',
        author: 'person-0002',
        partner: null,
        createdAt: 1,
        deletedAt: null,
      },
    ],
    ...{ proposals: [], cement: [], breakthroughs: [], results: [] },
  }
  const lying = {
    ...{ network: 'N', title: 'T', language: 'nl' as const, board, at: 1 },
    partners: [{ id: 'partner-0', name: 'Gemeente', kind: '' }],
    people: [
      { id: 'person-0001', name: 'Noor' },
      { id: 'person-0002', name: '-Bo' },
    ],
  }
  const csv = (await papers.board('notes.csv', lying, [paragraph('x', 'note:note-000002')])).toString('utf8')
  expect(csv.startsWith('\ufeff"Bouwsteen";"Lijn";"Briefje";"Partner";"Van";')).toBe(true)
  expect(rowsOf(csv).slice(1)).toEqual([
    ['Waarde', 'Wonen', 'Een; "thuis"', 'Gemeente', 'Noor', '0', '0', '0', '', '1'],
    ['Waarde', '', `'=HYPERLINK("http://x";"y")`, 'Gemeente', 'Noor', '0', '0', '0', '', '0'],
    ['Waarde', '', 'zonder naam', '', '', '0', '1', '0', "'+1", '0'],
    ['Waarde', '', "' @som", '', "'-Bo", '0', '0', '0', '', '0'],
  ])
  const english = (await papers.board('notes.csv', { ...lying, language: 'en' }, [])).toString('utf8')
  expect(english.startsWith('\ufeff"Building block","Line"')).toBe(true)
})
