import type { StatementSection } from '#lib/content/schema.ts'
import type { Line } from '#lib/domain/line.ts'
import type { Note } from '#lib/domain/note.ts'
import type { Partner } from '#lib/domain/partner.ts'
import type { Language } from '#lib/domain/session.ts'
import type { BoardSnapshot } from '#lib/domain/snapshot.ts'
import type { Block, Paragraph } from '#lib/domain/statement.ts'

export type Definition = { ballot: string; text: string }

/**
 * Composes the draft of the statement from the frozen board: the template's sections in their order, each with what was
 * brought up on its bouwstenen, by line, and every passage with its roots. A note stands in the first section that
 * asks for its bouwsteen, so that nothing is said twice; a section without notes invites with its starter. The first results, and what
 * each partner does itself, open the section of what is done together first.
 */
export function compose(
  board: BoardSnapshot,
  definition: Definition,
  sections: readonly StatementSection[],
  language: Language,
  partners: readonly Partner[],
): Block[] {
  const promised = promises(board, language, partners)
  const left = new Set(board.notes)
  return sections.flatMap(section => {
    const notes = board.notes.filter(note => left.has(note) && section.bouwstenen.includes(note.bouwsteen))
    for (const note of notes) left.delete(note)
    const passages = [
      ...(section.id === 'opgave' ? [paragraph(definition.text, `ballot:${definition.ballot}`)] : []),
      ...(section.id === 'eerst-samen-doen' ? promised : []),
      ...byLine(notes, board.lines),
    ]
    // Signatures are set under the frozen text; the draft has no words for them.
    if (section.kind === 'signatures') return []
    const content = passages.length > 0 ? passages : [paragraph(section.starter[language], '')]
    return [heading(section.title[language], section.id), ...content]
  })
}

/** Notes under the title of their line and what it is about, lines in their order; notes without one come last, in one list. */
function byLine(notes: readonly Note[], lines: readonly Line[]): Block[] {
  const titled = lines.flatMap((line): Block[] => {
    const within = notes.filter(note => note.line === line.id)
    const title = oneLine(line.title)
    if (within.length === 0) return []
    const about = oneLine(line.about)
    return [
      ...(title === '' ? [] : [paragraph(title, `line:${line.id}`, true)]),
      ...(about === '' ? [] : [paragraph(about, `line:${line.id}`)]),
      list(within),
    ]
  })
  const known = new Set(lines.map(line => line.id))
  const loose = notes.filter(note => note.line === null || !known.has(note.line))
  return loose.length > 0 ? [...titled, list(loose)] : titled
}

const said = {
  nl: {
    lead: 'Trekker',
    nobody: 'nog niemand',
    when: 'Klaar',
    own: 'Wat ieder er zelf aan doet',
    against: 'Wat tegenhoudt',
  },
  en: {
    lead: 'Lead',
    nobody: 'nobody yet',
    when: 'Ready',
    own: 'What each does about it',
    against: 'What holds back',
  },
}

/** The first results with who leads and when, and what each partner does itself about what holds it back. */
function promises(board: BoardSnapshot, language: Language, partners: readonly Partner[]): Block[] {
  const t = said[language]
  const nameOf = (id: string | null) => partners.find(each => each.id === id)?.name
  const results = board.results.flatMap(({ id, what, when, lead }) => {
    const text = oneLine(what)
    if (text === '') return []
    const [by, at] = [nameOf(lead) ?? t.nobody, oneLine(when) || '…']
    return [[paragraph(`${sentence(text)} ${t.lead}: ${by}. ${t.when}: ${at}`, `result:${id}`)]]
  })
  const own = board.breakthroughs.flatMap(({ id, of, obstacle, contribution }) => {
    const [name, against, does] = [nameOf(of), oneLine(obstacle), oneLine(contribution)]
    if (name === undefined || (against === '' && does === '')) return []
    const because = against === '' ? '' : ` ${t.against}: ${against}`
    return [[paragraph(`${name}: ${does === '' ? '…' : sentence(does)}${because}`, `breakthrough:${id}`)]]
  })
  return [
    ...(results.length > 0 ? [{ type: 'bulletList' as const, items: results }] : []),
    ...(own.length > 0 ? [paragraph(t.own, '', true), { type: 'bulletList' as const, items: own }] : []),
  ]
}

/** With a full stop, where it has no end of its own. */
const sentence = (text: string): string => (/[.!?…]$/.test(text) ? text : `${text}.`)

const oneLine = (text: string): string => text.trim().replaceAll(/\s+/g, ' ')

function list(notes: readonly Note[]): Block {
  return { type: 'bulletList', items: notes.map(note => [paragraph(oneLine(note.text), `note:${note.id}`)]) }
}

function paragraph(text: string, roots: string, bold = false): Paragraph {
  const content = text === '' ? [] : [{ type: 'text' as const, text, marks: bold ? ['bold' as const] : [] }]
  return { type: 'paragraph', roots, content }
}

function heading(text: string, section: string): Block {
  return { type: 'heading', level: 2, section, content: [{ type: 'text', text, marks: [] }] }
}
