import { bouwsteenContent } from '#lib/content/bouwstenen.ts'
import { bouwstenen } from '#lib/domain/bouwsteen.ts'
import type { Note } from '#lib/domain/note.ts'
import { type BoardContent, contentOf } from '#lib/domain/snapshot.ts'
import { type Block, type Passage as InText, passagesOf, wordsOf } from '#lib/domain/statement.ts'
import { documentMessages } from '#lib/i18n/document.ts'
import type { Dossier } from './dossier.ts'

/** What a passage comes from: what that is, its words, and whose they are ('' when that is said nowhere). */
export type PrintedRoot = { kind: string; text: string; by: string }
type Passage = { text: string; roots: PrintedRoot[] }
/** Every passage of the text with its roots, by section; and what lay on the board and came into no passage, by bouwsteen. */
export type PrintedAnnex = {
  sections: { title: string; passages: Passage[] }[]
  rest: { title: string; notes: { text: string; by: string }[] }[]
}

/** Finds what each sentence of a statement comes from. A root that is no longer known is passed over. */
export function annexOf(dossier: Dossier): PrintedAnnex {
  const board = contentOf(dossier.board)
  const find = finder(dossier, board)
  const used = new Set<string>()
  const passageOf = (passage: InText): Passage => {
    const ids = passage.roots.split(' ').filter(root => root !== '')
    for (const id of ids) used.add(id)
    return { text: wordsOf(passage.content).trim(), roots: ids.flatMap(id => find(id) ?? []) }
  }
  const sections = inSections(dossier.statement.body, dossier.statement.network).map(({ title, blocks }) => ({
    title,
    passages: blocks
      .flatMap(passagesOf)
      .map(passageOf)
      .filter(({ text }) => text !== ''),
  }))
  const { language } = dossier.statement
  const by = writerOf(dossier)
  const left = board.notes.filter(({ id, text }) => !used.has(`note:${id}`) && text.trim() !== '')
  const rest = bouwstenen.map(bouwsteen => ({
    title: bouwsteenContent[bouwsteen].name[language],
    notes: left
      .filter(note => note.bouwsteen === bouwsteen)
      .map(note => ({ text: oneLine(note.text), by: by(note) })),
  }))
  return {
    sections: sections.filter(({ passages }) => passages.length > 0),
    rest: rest.filter(({ notes }) => notes.length > 0),
  }
}

const oneLine = (text: string): string => text.trim().replaceAll(/\s+/g, ' ')

/** The blocks under each heading of the first level; what stands before the first is under `opening`. */
function inSections(body: readonly Block[], opening: string): { title: string; blocks: Block[] }[] {
  const sections: { title: string; blocks: Block[] }[] = [{ title: opening, blocks: [] }]
  for (const block of body) {
    if (block.type === 'heading' && block.level === 2)
      sections.push({ title: wordsOf(block.content).trim(), blocks: [block] })
    else sections.at(-1)?.blocks.push(block)
  }
  return sections
}

/** By partner; by person for who speaks for themself. */
function writerOf({ statement, people }: Dossier) {
  const names = new Map([...people, ...statement.partners].map(({ id, name }) => [id, name]))
  const { nameless } = documentMessages[statement.language]
  return ({ author, partner }: Pick<Note, 'author' | 'partner'>): string =>
    author === null ? nameless : (names.get(partner ?? author) ?? '')
}

function finder(dossier: Dossier, board: BoardContent): (root: string) => PrintedRoot | null {
  const { statement, outcomes } = dossier
  const t = documentMessages[statement.language]
  const by = writerOf(dossier)
  const known = new Map<string, PrintedRoot>()
  const add = (id: string, kind: string, text: string, by: string) =>
    known.set(id, { kind, text: oneLine(text), by })
  for (const note of board.notes) {
    const name = bouwsteenContent[note.bouwsteen].name[statement.language]
    add(`note:${note.id}`, t.rootNote(name), note.text, by(note))
  }
  for (const { id, title, about } of board.lines)
    add(`line:${id}`, t.rootLine, about.trim() === '' ? title : `${title}: ${about}`, '')
  for (const { id, what, author, lead } of board.results)
    add(`result:${id}`, t.rootResult, what, by({ author, partner: lead }))
  for (const { id, author, of, contribution } of board.breakthroughs)
    add(`breakthrough:${id}`, t.rootBreakthrough, contribution, by({ author, partner: of }))
  for (const { ballot, turnout } of outcomes)
    add(`ballot:${ballot.id}`, t.rootBallot, t.ballotSaid(ballot.round, turnout.voters, turnout.partners), '')
  return root => known.get(root) ?? null
}
