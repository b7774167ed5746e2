import { align, differenceOf, likenessOf, type Pair, type Piece } from './difference.ts'
import { type Block, type Cell, wordsOf } from './statement.ts'

/** A passage: a paragraph, a heading within a section, one item of a list, or one row of a table. `words`: what became of it, word by word. */
export type PassageDifference = { kind: 'same' | 'changed' | 'gone' | 'added'; words: Piece[] }
/**
 * A section of the statement; `title` as it reads now, or once did, and in `heading` what became of it, word by word. `kind` `changed`:
 * something in it differs.
 */
export type SectionDifference = {
  kind: 'same' | 'changed' | 'gone' | 'added'
  title: string
  heading: Piece[]
  passages: PassageDifference[]
}

export type Section = { id: string; title: string; passages: string[] }

/** From this much on in common two passages are one that was rewritten; below it, one that went and another that came. */
const REWRITTEN_FROM = 0.4

const textOf = (content: Parameters<typeof wordsOf>[0]): string => wordsOf(content, '\n')

const cellText = ({ content }: Cell): string => content.map(each => textOf(each.content)).join('\n')
/** A row of a table in one passage; nothing where all its cells are empty. */
function rowText(row: readonly Cell[]): string {
  const cells = row.map(cellText)
  return cells.some(text => text.trim() !== '') ? cells.join(' | ') : ''
}

/** The text by section: a heading of the first level opens one. What stands before the first has an empty title. */
export function sectionsOf(body: readonly Block[]): Section[] {
  const sections: Section[] = [{ id: '', title: '', passages: [] }]
  const put = (text: string) => text.trim() !== '' && sections.at(-1)?.passages.push(text)
  for (const block of body) {
    if (block.type === 'heading' && block.level === 2)
      sections.push({ id: block.section, title: textOf(block.content), passages: [] })
    else if (block.type === 'heading' || block.type === 'paragraph') put(textOf(block.content))
    else if (block.type === 'table') for (const row of block.rows) put(rowText(row))
    else for (const item of block.items) put(item.map(({ content }) => textOf(content)).join('\n'))
  }
  return sections.filter(({ id, title, passages }) => id !== '' || title !== '' || passages.length > 0)
}

/** The same section of the template, or one of its own under the same title. */
const sameSection = (a: Section, b: Section): number => {
  if (a.id !== '' || b.id !== '') return a.id === b.id ? 1 : 0
  return a.title === b.title ? 1 : 0
}

const rewritten = (a: string, b: string): number => {
  const like = likenessOf(a, b)
  return like < REWRITTEN_FROM ? 0 : like
}

const kindOf = ({ from, to }: Pair): 'gone' | 'added' | 'both' =>
  from === null ? 'added' : to === null ? 'gone' : 'both'

function passageDifference(
  former: string | undefined,
  now: string | undefined,
  pair: Pair,
): PassageDifference {
  const words = differenceOf(former ?? '', now ?? '')
  const kind = kindOf(pair)
  if (kind !== 'both') return { kind, words }
  return { kind: former === now ? 'same' : 'changed', words }
}

/** What became of passages, in the order in which one reads them now. */
export const passageDifferences = (from: readonly string[], to: readonly string[]): PassageDifference[] =>
  align(from, to, rewritten).map(each => passageDifference(from[each.from ?? -1], to[each.to ?? -1], each))

function sectionDifference(
  former: Section | undefined,
  now: Section | undefined,
  pair: Pair,
): SectionDifference {
  const [from, to] = [former?.passages ?? [], now?.passages ?? []]
  const passages = passageDifferences(from, to)
  const kind = kindOf(pair)
  const title = now?.title ?? former?.title ?? ''
  const heading = differenceOf(former?.title ?? title, now?.title ?? title)
  if (kind !== 'both') return { kind, title, heading, passages }
  const same = former?.title === now?.title && passages.every(passage => passage.kind === 'same')
  return { kind: same ? 'same' : 'changed', title, heading, passages }
}

/** What became of a statement, by section and passage, in the order in which one reads it now. */
export function statementDifference(former: readonly Block[], now: readonly Block[]): SectionDifference[] {
  const [from, to] = [sectionsOf(former), sectionsOf(now)]
  return align(from, to, sameSection).map(pair =>
    sectionDifference(from[pair.from ?? -1], to[pair.to ?? -1], pair),
  )
}
