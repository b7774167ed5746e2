import type { Board } from '#lib/documents/board.ts'
import type { Bouwsteen } from '#lib/domain/bouwsteen.ts'

/** What the bin shows; a reaction that was taken back is nothing that was thrown away. */
export const binRoots = [
  'notes',
  'lines',
  'proposals',
  'cement',
  'replies',
  'breakthroughs',
  'results',
] as const
export type BinRoot = (typeof binRoots)[number]

/**
 * Something in the bin. `near`: the texts that say where it was, the note of a reply, both notes of cement. `partner` undefined: of what is not
 * brought in a partner's name; `author` null: laid down without a name.
 */
export type Thrown = {
  root: BinRoot
  id: string
  text: string
  tile: Bouwsteen | null
  near: readonly string[]
  author: string | null
  partner: string | null | undefined
  at: number
}

function wordsOf(entry: Board[BinRoot][number]): string {
  if ('title' in entry) return entry.title
  if ('what' in entry) return entry.what
  if ('obstacle' in entry) return [entry.obstacle, entry.contribution].filter(Boolean).join(' / ')
  return entry.text
}

/** All that lies in the bin, what was thrown away last first. */
export function thrownAway(board: Board): Thrown[] {
  const texts = new Map(board.notes.map(note => [note.id, note.text]))
  const textOf = (note: string) => texts.get(note) ?? ''
  const found: Thrown[] = []
  for (const root of binRoots)
    for (const entry of board[root]) {
      if (entry.deletedAt === null) continue
      found.push({
        root,
        id: entry.id,
        text: wordsOf(entry),
        tile: 'bouwsteen' in entry ? entry.bouwsteen : null,
        near:
          'note' in entry
            ? [textOf(entry.note)]
            : 'from' in entry
              ? [textOf(entry.from), textOf(entry.to)]
              : [],
        author: entry.author,
        partner: 'partner' in entry ? entry.partner : undefined,
        at: entry.deletedAt,
      })
    }
  return found.sort((a, b) => b.at - a.at || (a.id < b.id ? -1 : 1))
}

/** How much lies in the bin. */
export const countThrown = (board: Board): number =>
  binRoots.reduce((sum, root) => sum + board[root].filter(entry => entry.deletedAt !== null).length, 0)
