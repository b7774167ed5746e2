import type { Language } from '#lib/domain/session.ts'
import { type Inline, wordsOf } from '#lib/domain/statement.ts'
import type { PrintedBlock, PrintedCell, PrintedDocument, PrintedSignature } from '../document.ts'

/** What a paragraph is, by which each format has a style for it. */
export type ParagraphRole = 'text' | 'kind' | 'title' | 'subtitle' | 'quote' | 'small' | 'passage'

/** A statement as a row of pieces that every text format has. */
export type Piece =
  | { kind: 'paragraph'; role: ParagraphRole; content: Inline[] }
  /** `newPage`: begins a part of its own. */
  | { kind: 'heading'; level: 1 | 2 | 3; newPage?: true; content: Inline[] }
  | { kind: 'list'; ordered: boolean; items: Inline[][][] }
  /** `name` says what the table is, for who does not see it. `head` may be empty. */
  | { kind: 'table'; name: string; head: string[]; rows: Inline[][][] }

export type Article = { language: Language; title: string; subject: string; foot: string; pieces: Piece[] }

export const words = (text: string, marks: ('bold' | 'italic')[] = []): Inline[] => {
  const lines = text.split('\n')
  return lines.flatMap((line, index): Inline[] => [
    ...(index > 0 ? [{ type: 'hardBreak' as const }] : []),
    ...(line === '' ? [] : [{ type: 'text' as const, text: line, marks }]),
  ])
}
const paragraph = (role: ParagraphRole, text: string): Piece[] =>
  text === '' ? [] : [{ kind: 'paragraph', role, content: words(text) }]
const heading = (level: 1 | 2 | 3, text: string): Piece => ({ kind: 'heading', level, content: words(text) })

/** Lays out a statement for the formats of word processors. Those can be changed by anybody, so it says where the real one is. */
export function articleOf(printed: PrintedDocument): Article {
  const { words: w } = printed
  const said = (key: string): string => w[key] ?? ''
  return {
    language: printed.language,
    title: printed.title,
    subject: printed.version,
    foot: printed.version,
    pieces: [
      ...paragraph('kind', said('kind')),
      ...paragraph('title', printed.network),
      ...paragraph('subtitle', printed.subtitle),
      ...paragraph('small', printed.dates),
      ...paragraph('small', `${printed.version}. ${[printed.asOf, ...printed.status].join(' ')}`),
      heading(1, said('definition')),
      ...paragraph('quote', printed.definition),
      ...partnersOf(printed, said('partners')),
      ...printed.body.map((block): Piece => {
        if (block.kind === 'paragraph') return { kind: 'paragraph', role: 'text', content: block.content }
        if (block.kind === 'list') return block
        if (block.kind === 'table') return tableOf(block, said('table'))
        return { kind: 'heading', level: block.level === 2 ? 1 : 2, content: block.content }
      }),
      ...reservationsOf(printed, said),
      ...signaturesOf(printed, said),
      heading(1, said('authenticity')),
      ...paragraph('text', `${said('copyNote')} ${said('check')} ${printed.address}`),
      ...paragraph('small', `${said('hash')}: ${printed.hash}`),
      ...paragraph('small', `${said('boardHash')}: ${printed.boardHash}`),
      ...(printed.formerHash === ''
        ? []
        : paragraph('small', `${said('formerHash')}: ${printed.formerHash}`)),
      ...annexOf(printed, said),
      ...ballotsOf(printed, said),
    ],
  }
}

function partnersOf({ partners }: PrintedDocument, title: string): Piece[] {
  if (partners.length === 0) return []
  const items = partners.map(({ name, kind }) => [words(kind === '' ? name : `${name} (${kind})`)])
  return [heading(1, title), { kind: 'list', ordered: false, items }]
}

/** A table of the text; what heads a row is bold, and paragraphs of a cell stand under each other. */
function tableOf({ columns, head, cells }: Extract<PrintedBlock, { kind: 'table' }>, name: string): Piece {
  const inOne = ({ header, content }: PrintedCell): Inline[] =>
    content
      .flatMap((each, index): Inline[] => [...(index > 0 ? [{ type: 'hardBreak' as const }] : []), ...each])
      .map(each =>
        header && each.type === 'text'
          ? { ...each, marks: [...new Set([...each.marks, 'bold' as const])] }
          : each,
      )
  const rows = Array.from({ length: Math.ceil(cells.length / columns) }, (_, row) =>
    cells.slice(row * columns, (row + 1) * columns).map(inOne),
  )
  return {
    kind: 'table',
    name,
    head: head.map(({ content }) => content.map(each => wordsOf(each)).join(' ')),
    rows,
  }
}

function reservationsOf({ reservations }: PrintedDocument, said: (key: string) => string): Piece[] {
  if (reservations.length === 0) return []
  return [
    heading(1, said('reservations')),
    ...paragraph('text', said('reservationsLead')),
    ...reservations.flatMap(({ section, partner, text, by }) => [
      heading(2, `${partner} · ${section}`),
      ...paragraph('text', text),
      ...paragraph('small', by),
    ]),
  ]
}

function signaturesOf({ signatures }: PrintedDocument, said: (key: string) => string): Piece[] {
  if (signatures.length === 0) return []
  const state = ({ state }: PrintedSignature): string => said(state === 'open' ? 'notYet' : state)
  const lines = (...all: string[]): Inline[] => words(all.filter(line => line !== '').join('\n'))
  const after = (key: string, text: string): string => (text === '' ? '' : `${said(key)} ${text}`)
  const rows = signatures.map(one => [
    [...words(one.partner, ['bold']), ...(one.joint === '' ? [] : words(`\n${one.joint}`))],
    lines(one.name, one.function, after('by', one.mandate), one.withdrawn, after('reason', one.reason)),
    lines(state(one), one.day, one.time, one.place),
    words(one.key),
  ])
  const head = ['onBehalf', 'signatory', 'decision', 'key'].map(said)
  return [
    { ...heading(1, said('signatures')), newPage: true } as Piece,
    { kind: 'table', name: said('signatures'), head, rows },
    ...paragraph('small', said('keyNote')),
  ]
}

function ballotsOf({ ballots }: PrintedDocument, said: (key: string) => string): Piece[] {
  if (ballots.length === 0) return []
  const head = ['ballotStands', 'ballotPeople', 'ballotPartners'].map(said)
  return [
    { ...heading(1, said('ballots')), newPage: true } as Piece,
    ...paragraph('text', said('ballotsNote')),
    ...ballots.flatMap(({ title, notes, options }) => [
      heading(2, title),
      ...paragraph('text', notes.join(' ')),
      ...options.flatMap((option): Piece[] => [
        heading(3, option.title),
        ...paragraph('passage', option.text),
        ...paragraph('small', option.meaning),
        ...paragraph('text', option.said.join(' ')),
        ...(option.rows.length === 0
          ? []
          : [
              {
                kind: 'table' as const,
                name: option.title,
                head,
                rows: option.rows.map(row => row.map(cell => words(cell))),
              },
            ]),
      ]),
    ]),
  ]
}

function annexOf({ annex }: PrintedDocument, said: (key: string) => string): Piece[] {
  const root = (kind: string, text: string, by: string) =>
    [...words(kind, ['italic']), ...words(` ${text}${by === '' ? '' : ` (${by})`}`)] satisfies Inline[]
  return [
    { ...heading(1, said('annex')), newPage: true } as Piece,
    ...paragraph('text', said('annexNote')),
    ...annex.sections.flatMap(section => [
      heading(2, section.title),
      ...section.passages.flatMap(({ text, roots }): Piece[] => [
        ...paragraph('passage', text),
        roots.length === 0
          ? { kind: 'paragraph', role: 'small', content: words(said('noRoots')) }
          : { kind: 'list', ordered: false, items: roots.map(each => [root(each.kind, each.text, each.by)]) },
      ]),
    ]),
    ...annex.rest.flatMap((group, index): Piece[] => [
      ...(index === 0 ? [heading(1, said('rest'))] : []),
      heading(2, group.title),
      {
        kind: 'list',
        ordered: false,
        items: group.notes.map(({ text, by }) => [words(by === '' ? text : `${text} (${by})`)]),
      },
    ]),
  ]
}
