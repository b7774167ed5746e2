import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Ballot, optionOf, type Vote } from '#lib/domain/ballot.ts'
import { outcomeOf } from '#lib/domain/ballot-rules.ts'
import type { FrozenConsent } from '#lib/domain/consent.ts'
import { type Declaration, type Signature, sign } from '#lib/domain/signature.ts'
import type { Block, Inline, Paragraph } from '#lib/domain/statement.ts'
import { tally } from '#lib/domain/tally.ts'
import { attachedDossier } from '#server/statement/attachment.ts'
import { writtenDates, writtenTime } from '#server/statement/dates.ts'
import { printedDocument } from '#server/statement/document.ts'
import { createPapers, type Papers } from '#server/statement/papers.ts'
import { createTypst } from '#server/statement/typst.ts'
import { verifyFile } from '#server/statement/verify.ts'
import { freshSeal, sampleDossier } from '#tests/harness/dossier.ts'
import { ask } from '#tests/harness/pdf-tools.ts'
import { mustBeWellFormed, unzipped } from '#tests/harness/unzip.ts'

const address = 'https://example.org'
let papers: Papers
beforeAll(async () => {
  const at = Date.parse('2026-11-24T13:30:00Z')
  papers = createPapers({ key: await freshSeal(), now: () => at })
})
afterAll(() => papers.stop())

/** What Debian's programs find of a PDF that people can do anything with: no error, tags, and each font within it. */
function mustBeProper(pdf: Uint8Array): void {
  const checked = ask('qpdf', pdf, '--check')
  expect([checked.status, checked.said]).toEqual([
    0,
    expect.stringContaining('No syntax or stream encoding errors'),
  ])
  expect(ask('pdfinfo', pdf).said).toMatch(/Tagged:\s+yes/)
  const fonts = ask('pdffonts', pdf).said.trim().split('\n').slice(2)
  expect(fonts.length).toBeGreaterThan(1)
  // Name, type, encoding, emb, sub, uni, object.
  for (const font of fonts) expect(font).toMatch(/ yes yes yes +\d+ +0$/)
}

const wordsOf = (pdf: Uint8Array) => ask('pdftotext', pdf).said.replaceAll(/\s+/g, ' ')
const paragraph = (text: string, marks: ('bold' | 'italic')[] = []): Block => ({
  type: 'paragraph',
  roots: '',
  content: [{ type: 'text', text, marks }],
})

test('[X8] says in the words of the session what was agreed, who signed, who declined and who has not answered', async () => {
  const dossier = await sampleDossier()
  const pdf = await papers.pdf(dossier, address)
  const text = wordsOf(pdf)
  for (const said of [
    'Netwerk Één',
    '24 november 2026',
    'Iedereen een eigen voordeur.',
    'Wij beginnen met tien huizen.',
    'niet door iedereen ondertekend. Eén partner heeft getekend.',
    'Eén partner liet weten niet te tekenen.',
    'Eén partner heeft nog niet gereageerd.',
    'Noor Çelik',
    'Wethouder',
    'Op grond van het bestuursbesluit van 3 november 2026 (B-14)',
    'Eemhoven',
    'artikel 3, punt 10, van de eIDAS-verordening',
    '14.30 uur',
    'Niet ondertekend',
    'Onze raad beslist pas in april.',
    'Nog niet ondertekend',
    'https://example.org/verify',
    `pagina 1 van ${/Pages:\s+(\d+)/.exec(ask('pdfinfo', pdf).said)?.[1]}`,
    dossier.statementHash.slice(0, 32),
    dossier.statementHash.slice(32),
  ])
    expect(text).toContain(said)
  const english = wordsOf(await papers.pdf(await sampleDossier({ language: 'en' }), address))
  expect(english).toContain('Joint statement')
  expect(english).toContain('not signed by everybody. One partner has signed.')
})

test('[X8] is tagged, of A4 and PDF/A-3a, and carries the sealed dossier', async () => {
  const dossier = await sampleDossier()
  const pdf = await papers.pdf(dossier, address)
  const info = ask('pdfinfo', pdf).said
  expect(info).toMatch(/Tagged:\s+yes/)
  expect(info).toMatch(/Page size:.*A4/)
  expect(pdf.toString('latin1')).toMatch(/pdfaid:part>3<[\s\S]*pdfaid:conformance>A</)
  expect(attachedDossier(pdf).toString()).toContain(`"statementHash":"${dossier.statementHash}"`)
})

const consent = (partner: number, section: string, change: Partial<FrozenConsent> = {}): FrozenConsent => ({
  ...{ section, title: 'Onze opgave', partner: `partner-${partner}`, answer: 'reserves', by: 'Noor Çelik' },
  ...{ text: 'Alleen als het geld er is.', at: Date.parse('2026-11-23T10:00:00Z'), changed: false },
  ...change,
})

test('[C6] reservations stand in the PDF by their partner and section, also where the text changed; agreement is no reservation', async () => {
  const dossier = await sampleDossier({
    ...{ format: 'mozaiekbord-statement/3', former: null, replaces: null },
    consents: [
      consent(0, 'opgave', { answer: 'agrees', text: '' }),
      consent(1, 'opgave'),
      consent(2, 'waarde', { title: '', text: 'Eerst de huurders horen.', changed: true }),
    ],
  })
  const pdf = await papers.pdf(dossier, address)
  const text = wordsOf(pdf)
  expect(text).toMatch(
    /Kanttekeningen .*Corporatie · Onze opgave Alleen als het geld er is\. Noor Çelik, 23 november 2026/,
  )
  expect(text).toMatch(
    /Opvang · Begin van de tekst Eerst de huurders horen\..*daarna nog veranderd\..* Handtekeningen/,
  )
  expect(text).not.toContain('Gemeente · Onze opgave')
  expect(await papers.verify(pdf)).toMatchObject({
    ...{ verdict: 'intact', statement: { reservedBy: ['Corporatie', 'Opvang'] } },
  })
  expect((await papers.verify(await papers.statement('json', dossier, address))).verdict).toBe('intact')
  const markdown = (await papers.statement('md', dossier, address)).toString()
  expect(markdown).toMatch(
    /## Kanttekeningen[\s\S]*### Corporatie · Onze opgave\n\nAlleen als het geld er is\./,
  )
  expect(wordsOf(await papers.pdf(await sampleDossier(), address))).not.toContain('Kanttekeningen')
})

test('[C7] a table is set with all its words in reading order, its headers tagged as such', async () => {
  const cell = (text: string, header = false) => ({ header, content: [paragraph(text) as Paragraph] })
  const rows = [
    [cell('Wie', true), cell('Wat', true)],
    [cell('Gemeente'), cell('Brengt tien huizen')],
    [cell('Opvang'), { header: false, content: [{ type: 'paragraph' as const, roots: '', content: [] }] }],
  ]
  const dossier = await sampleDossier({ body: [{ type: 'table', rows }] })
  const markdown = (await papers.statement('md', dossier, address)).toString()
  expect(markdown).toContain('| Wie | Wat |\n| --- | --- |\n| Gemeente | Brengt tien huizen |')
  for (const kind of ['docx', 'odt'] as const) {
    const file = unzipped(await papers.statement(kind, dossier, address))
    const xml = file.get(kind === 'docx' ? 'word/document.xml' : 'content.xml')?.toString('utf8') ?? ''
    mustBeWellFormed(xml)
    expect(xml).toContain('Brengt tien huizen')
  }
  const pdf = await papers.pdf(dossier, address)
  expect(wordsOf(pdf)).toContain('Wie Wat Gemeente Brengt tien huizen Opvang')
  expect(ask('pdfinfo', pdf, '-struct').said).toMatch(/TH[\s\S]*TD/)
})

const hostile = [
  '#panic("boem") #read("/etc/passwd") #import "x"',
  '$x^2$ @ref <label> *sterk* _schuin_ `code` = Kop',
  '// weg /* weg */ \\ \\u{41} ~ -- ... "aan" \'uit\' [a] {b}',
  '/ByteRange [0 1 2 3] /Contents <00> endobj stream\nendstream startxref 0 %%EOF',
  ')>> /EmbeddedFile (mozaiekbord-verklaring.json) 1 0 R ((( \\) <feff>',
]

test.each(hostile)('[X9] what people wrote stays text: %s', async text => {
  const content: Inline[] = [{ type: 'text', text, marks: ['bold', 'italic'] }, { type: 'hardBreak' }]
  const network = text.replaceAll('\n', ' ').slice(0, 120)
  const dossier = await sampleDossier({
    ...{ network, title: network, definition: { text, ballot: null } },
    partners: [{ id: 'partner-0', name: network, kind: text.slice(0, 80) }],
    body: [
      { type: 'heading', level: 2, section: '', content },
      paragraph(text),
      { type: 'bulletList', items: [[{ type: 'paragraph', roots: '', content }]] },
    ],
  })
  dossier.signatures = []
  const pdf = await papers.pdf(dossier, address)
  const shown = ask('pdftotext', pdf, '-raw').said.replaceAll(/\s+/g, '')
  // Typst sets quotes, dashes and dots of its own only for its own markup: people's stay as they are.
  expect(shown.split(text.replaceAll(/\s+/g, '')).length - 1).toBeGreaterThanOrEqual(4)
  expect(ask('pdfsig', pdf).said).toMatch(/Signature is Valid/)
  expect((await papers.verify(pdf)).verdict).toBe('intact')
})

test('[X9] signs that no letter was drawn for, and controls, do not stand in the way', async () => {
  for (const text of [
    'Wij 🏠 漢字 ثقة',
    'nul \u0000 bel \u0007 privé \ue000',
    '\u202ekeer om\u202c',
    '\u200b',
  ]) {
    const pdf = await papers.pdf(await sampleDossier({ body: [paragraph(text)], title: text }), address)
    expect(ask('pdfsig', pdf).said).toMatch(/Signature is Valid/)
    expect((await papers.verify(pdf)).verdict).toBe('intact')
    expect(JSON.parse(attachedDossier(pdf).toString()).statement.title).toBe(text)
  }
})

test('[X8] a long and an empty statement are set whole', async () => {
  const many = Array.from({ length: 60 }, (_, index) => ({
    ...{ id: `partner-${index}`, kind: 'zorgaanbieder' },
    name: `Organisatie met een tamelijk lange naam ${index}`,
  }))
  const body = Array.from({ length: 40 }, (_, index) => paragraph(`${index} ${'woorden '.repeat(40)}`))
  const long = await papers.pdf(await sampleDossier({ partners: many, body }), address)
  const text = wordsOf(long)
  // Once among the partners, once among the signatures.
  expect(text.split('Organisatie met een tamelijk lange naam 59')).toHaveLength(3)
  expect(text.includes('39 woorden')).toBe(true)
  const empty = await sampleDossier({ partners: [], body: [], definition: { text: 'x', ballot: null } })
  expect(ask('qpdf', await papers.pdf({ ...empty, signatures: [] }, address), '--check').status).toBe(0)
})

test('[X37] the annex has each vote as everybody saw it, without reasons or who stood in for whom, and all is read in its order', async () => {
  const option = optionOf({ id: 'proposal-1', text: 'Eerst tien huizen.', meaning: 'beginnen we in mei' })
  const ballot: Ballot = {
    ...{ id: 'ballot-001', round: 2, method: 'gradient', per: 'person', dots: 1, by: 'partner' },
    ...{ quorum: 'half', threshold: 'majority', shuffled: false, anonymous: false, options: [option] },
    ...{ state: 'revealed', openedAt: 1, closedAt: 2, revealedAt: 3, entitled: { people: 4, partners: 3 } },
  }
  const answer = (value: 'along' | 'doubt', reason: string) => ({ 'proposal-1': { value, reason } })
  const cast = (voter: string, partner: string, value: 'along' | 'doubt', way: 'own' | 'proxy'): Vote => ({
    ...{ voter, participant: voter, partner, trail: [{ by: 'person-0009', at: 2, way }] },
    choice: { method: 'gradient', answers: answer(value, value === 'doubt' ? 'Geheim voor buiten.' : '') },
  })
  const votes = [
    cast('person-0001', 'partner-0', 'along', 'own'),
    cast('person-0002', 'partner-1', 'doubt', 'proxy'),
  ]
  const hands = [
    { partner: 'partner-2', people: 1, abstained: 0, counts: { 'proposal-1': { along: 1 } }, reasons: {} },
  ]
  const counted = tally(ballot, votes, hands)
  const entitled = { people: 4, partners: 3 }
  const dossier = await sampleDossier({
    definition: { text: 'Iedereen een eigen voordeur.', ballot: ballot.id },
  })
  const outcome = {
    ballot,
    turnout: { voters: 3, partners: 3 },
    entitled,
    tally: counted,
    outcome: outcomeOf(ballot, counted, entitled),
  }
  const told = { ...dossier, session: { ...dossier.session, chosen: 'proposal-1' }, outcomes: [outcome] }
  const pdf = await papers.pdf(told, address)
  const text = wordsOf(pdf)
  let from = 0
  for (const said of [
    'Gezamenlijke verklaring',
    'De opgave waar wij voor kozen',
    'Wij zijn',
    'Wij beginnen met tien huizen.',
    'Handtekeningen',
    'Noor Çelik',
    'Is dit document echt?',
    'Bijlage: waar elke zin vandaan komt',
    'Bijlage: hoe er is gestemd',
    'Ronde 2: in vijf stappen, één stem per persoon',
    'Gestemd: 3 mensen, 3 partners.',
    '1 persoon stemde met opgestoken hand.',
    'Eén stem is met volmacht',
    'Quorum gehaald: 3 van 3 partners (nodig: 2).',
    'Tekst 1 · Gekozen als opgave',
    'Eerst tien huizen.',
    'Kiezen we dit, dan beginnen we in mei',
    'Drempel gehaald: 2 van 3 partners voor (nodig: 2).',
    'Ik kan ermee leven 2 2',
    'Ik twijfel: zo nog niet 1 1',
    'Hoe deze verklaring tot stand kwam',
  ]) {
    const at = text.indexOf(said, from)
    expect([said, at >= from]).toEqual([said, true])
    from = at
  }
  mustBeProper(pdf)
  for (const hidden of ['Geheim voor buiten.', 'person-0009'])
    expect([text.includes(hidden), attachedDossier(pdf).toString().includes(hidden)]).toEqual([false, false])
  expect((await papers.verify(pdf)).verdict).toBe('intact')
  const json = (await papers.statement('json', told, address)).toString()
  expect(json).toContain('Geheim voor buiten.')
  expect((await papers.statement('md', told, address)).toString()).toMatch(
    /hoe er is gestemd[\s\S]*\| Ik kan ermee leven \| 2 \| 2 \|/,
  )
})

test('[X38] the file says that it is PDF/A-3a and PDF/UA-1; the compiler finds it both, whatever people wrote', async () => {
  const set = createTypst('ua-1')
  const heading = (level: 2 | 3, text: string): Block => ({
    ...{ type: 'heading', level, section: '' },
    content: [{ type: 'text', text, marks: [] }],
  })
  const cell = (text: string, header = false) => ({ header, content: [paragraph(text) as Paragraph] })
  const item = [paragraph('Punt') as Paragraph]
  const bodies: Block[][] = [
    [],
    [
      heading(3, 'Eerst een klein kopje'),
      paragraph('Tekst'),
      heading(2, 'Dan een groot'),
      heading(3, 'Weer klein'),
    ],
    [
      {
        type: 'table',
        rows: [
          [cell('Wie', true), cell('Wat', true)],
          [cell('Wij'), cell('Dit')],
        ],
      },
    ],
    [
      { type: 'bulletList', items: [item, item] },
      { type: 'orderedList', items: [item] },
    ],
    hostile.map(text => paragraph(text, ['bold'])),
  ]
  for (const body of bodies) {
    const dossier = await sampleDossier({ body })
    const document = JSON.stringify(await printedDocument(dossier, address, 1))
    const inputs = { document, dossier: '{}', attachment: 'mozaiekbord-verklaring.json' }
    expect(() => set({ template: 'statement', inputs, at: 1000 })).not.toThrow()
  }
  const pdf = await papers.pdf(await sampleDossier({ body: bodies[1] ?? [] }), address)
  const told = ask('pdfinfo', pdf, '-meta').said
  for (const said of ['<pdfaid:part>3<', '<pdfaid:conformance>A<', '<pdfuaid:part>1<'])
    expect(told).toContain(said)
  mustBeWellFormed(
    told.slice(told.indexOf('<x:xmpmeta'), told.indexOf('</x:xmpmeta>') + '</x:xmpmeta>'.length),
  )
  expect(pdf.toString('latin1')).toContain('/DisplayDocTitle true')
  // The field of the seal is among the tags, as each field has to be.
  expect(ask('pdfinfo', pdf, '-struct').said).toMatch(/\n +Form\n +Object \d+/)
  mustBeProper(pdf)
  // Of a text with a sign that there is no letter for, it says neither.
  const without = await papers.pdf(await sampleDossier({ body: [paragraph('Wij 🏠')] }), address)
  expect(ask('pdfinfo', without, '-meta').said).not.toMatch(/pdf[au]+id:part/)
})

test('[X27] a later signature is added behind the file: every byte stays, and so does each seal that was set before', async () => {
  const dossier = await sampleDossier()
  const [first, second] = dossier.signatures as [Signature, Signature]
  const said = {
    ...second.declaration,
    partner: 'partner-2',
    decision: 'declines',
    reason: 'Nog niet (5 0 R).',
  }
  const third = await sign({ ...said, name: 'Ans (A) Wit' } as Declaration, crypto.subtle)
  const all = [first, second, third]
  const files: Buffer[] = []
  for (const count of [1, 2, 3]) {
    const signed = { ...dossier, signatures: all.slice(0, count) }
    const former = files.at(-1)
    files.push(
      await papers.pdf(signed, address, former ? { file: former, signatures: count - 1, events: 0 } : null),
    )
  }
  for (const [index, pdf] of files.entries()) {
    const count = index + 1
    if (index > 0)
      expect(pdf.subarray(0, files[index - 1]?.length).equals(files[index - 1] as Buffer)).toBe(true)
    const seals = ask('pdfsig', pdf).said
    expect(seals.match(/Signature Validation: Signature is Valid/g)).toHaveLength(count)
    expect(seals.match(/Total document signed/g)).toHaveLength(1)
    expect(seals.trim().split('Signature #').at(-1)).toContain('Total document signed')
    mustBeProper(pdf)
    const answer = await papers.verify(pdf)
    expect([answer.verdict, answer.signatures.length]).toEqual(['intact', count])
    expect(answer.checks.map(({ id }) => id).includes('earlier-seals')).toBe(count > 1)
    expect(answer.statement?.hash).toBe(dossier.statementHash)
    expect(JSON.parse(attachedDossier(pdf).toString()).signatures).toEqual(all.slice(0, count))
  }
  const last = files.at(-1) as Buffer
  const text = wordsOf(last)
  for (const told of [
    'Later ondertekend',
    'Ans (A) Wit',
    'Nog niet (5 0 R).',
    'Stand op 24 november 2026, 14.30 uur.',
  ])
    expect(text).toContain(told)
  // Read aloud too: each page that was added stands among the tags, by its heading and its text, behind the rest.
  const tags = ask('pdfinfo', last, '-struct-text').said
  expect(tags.split('Later ondertekend')).toHaveLength(5)
  expect(tags.lastIndexOf('Ans (A) Wit')).toBeGreaterThan(tags.indexOf('Is dit document echt?'))
})

test('[X27] what stood in a file before more was signed can not be changed under the later seal', async () => {
  const dossier = await sampleDossier()
  const one = await papers.pdf({ ...dossier, signatures: dossier.signatures.slice(0, 1) }, address)
  const two = await papers.pdf(dossier, address, { file: one, signatures: 1, events: 0 })
  await fc.assert(
    fc.asyncProperty(fc.nat(two.length - 1), fc.integer({ min: 1, max: 255 }), async (at, flip) => {
      const changed = Buffer.from(two)
      changed.writeUInt8(two.readUInt8(at) ^ flip, at)
      const { verdict } = await verifyFile(changed, { own: [papers.certificate as Buffer], given: null })
      expect(verdict).toBe('changed')
    }),
    { numRuns: 200 },
  )
})

test('[X8] writes dates and times as people here do', () => {
  expect(writtenDates(['2026-11-24'], 'nl')).toBe('24 november 2026')
  expect(writtenDates(['2026-03-10', '2026-03-24'], 'nl')).toBe('10 en 24 maart 2026')
  expect(writtenDates(['2026-03-30', '2026-04-02'], 'nl')).toBe('30 maart 2026 en 2 april 2026')
  expect(writtenDates(['2026-03-10', '2026-03-24'], 'en')).toBe('10 and 24 March 2026')
  expect(writtenTime(Date.parse('2026-07-01T22:05:00Z'), 'nl')).toBe('00.05 uur')
})
