import { type Bouwsteen, bouwstenen } from '#lib/domain/bouwsteen.ts'
import type { Note } from '#lib/domain/note.ts'

/** What the colour of a note tells: its bouwsteen, whose partner wrote it, or who. Each reader chooses for themself. */
export const colourings = ['bouwsteen', 'partner', 'author'] as const
export type Colouring = (typeof colourings)[number]

/** CSS colours: of the paper that ink is written on, and of a mark that `--paper` is written on. */
export type Paper = { note: string; mark: string }

/** A paper in hexadecimal, for light and for dark. */
export type Swatch = { note: readonly [string, string]; mark: readonly [string, string] }

/**
 * Twelve hues of OKLCH, each five steps from the next so that neighbours in a list are far apart, and neighbours on the wheel
 * in another tone; then each hue in its other tone. Past twenty-four they come round again: the letters beside them don't.
 */
export const swatches: readonly Swatch[] = [
  { note: ['#ffd4cf', '#582c29'], mark: ['#923a37', '#ffa098'] },
  { note: ['#80d0bb', '#216858'], mark: ['#00483b', '#7df8d9'] },
  { note: ['#f7d2f8', '#4b2e4d'], mark: ['#7b407f', '#e5a3e8'] },
  { note: ['#bcc585', '#59602b'], mark: ['#3c4200', '#dbe889'] },
  { note: ['#d1e0ff', '#2a395c'], mark: ['#39579e', '#9ebdff'] },
  { note: ['#e9b089', '#7b4f30'], mark: ['#602d00', '#fed4b9'] },
  { note: ['#adedf4', '#024349'], mark: ['#016770', '#44d4e2'] },
  { note: ['#eaa7c0', '#7c485d'], mark: ['#691840', '#ffcfe0'] },
  { note: ['#c6ecc6', '#234324'], mark: ['#256c2c', '#8bd28d'] },
  { note: ['#c1b3ef', '#5e5281'], mark: ['#432b74', '#e0d8ff'] },
  { note: ['#f4ddaf', '#4a370a'], mark: ['#735601', '#e1b75c'] },
  { note: ['#86c7ed', '#2a617f'], mark: ['#01435f', '#bbe5fe'] },
  { note: ['#f0a9a2', '#804945'], mark: ['#6f191a', '#ffd1cd'] },
  { note: ['#b3eedd', '#024539'], mark: ['#026b58', '#59d7b9'] },
  { note: ['#daabdc', '#704c72'], mark: ['#5b205f', '#fccaff'] },
  { note: ['#dee5b4', '#3a3e12'], mark: ['#596101', '#bbc769'] },
  { note: ['#a3bdf5', '#465a85'], mark: ['#1d377b', '#cfdeff'] },
  { note: ['#ffd7bc', '#543016'], mark: ['#8b4501', '#f9a870'] },
  { note: ['#77ced8', '#13676f'], mark: ['#00464d', '#82f2ff'] },
  { note: ['#ffd1e1', '#552b3c'], mark: ['#8c395e', '#fb9dc2'] },
  { note: ['#9ccd9c', '#3f6640'], mark: ['#004b0e', '#abf3ad'] },
  { note: ['#e1daff', '#3d3359'], mark: ['#614a96', '#c3affe'] },
  { note: ['#d7ba7d', '#6e5724'], mark: ['#4f3900', '#ffd988'] },
  { note: ['#bfe6fe', '#0f3f57'], mark: ['#00638a', '#69caff'] },
]

const themed = ([light, dark]: readonly [string, string]): string => `light-dark(${light}, ${dark})`
const papers: readonly Paper[] = swatches.map(({ note, mark }) => ({
  note: themed(note),
  mark: themed(mark),
}))

/** For who speaks for nobody else, and for notes without a name. */
export const plainPaper: Paper = { note: 'light-dark(#ece5db, #3b342c)', mark: 'var(--muted)' }

/** The paper of the partner or person with this place in the list; plain for one that is not in it. */
export const paperAt = (index: number | undefined): Paper =>
  index === undefined ? plainPaper : (papers[index % papers.length] ?? plainPaper)

const tilePapers = Object.fromEntries(
  bouwstenen.map(each => [each, { note: `var(--note-${each})`, mark: `var(--accent-${each})` }]),
) as Record<Bouwsteen, Paper>

/** Where each partner and person stands in their list, by id. */
export type Ranks = { partners: ReadonlyMap<string, number>; people: ReadonlyMap<string, number> }

/** The colour of a note, as its reader chose. */
export function paperOf(
  note: Pick<Note, 'bouwsteen' | 'partner' | 'author'>,
  by: Colouring,
  ranks: Ranks,
): Paper {
  if (by === 'bouwsteen') return tilePapers[note.bouwsteen]
  if (by === 'partner') return paperAt(ranks.partners.get(note.partner ?? ''))
  return paperAt(ranks.people.get(note.author ?? ''))
}

/** Words that say nothing of who somebody is. */
const small = new Set([
  'de',
  'het',
  'een',
  'en',
  'van',
  'voor',
  'in',
  'op',
  'te',
  'der',
  'den',
  'the',
  'of',
  'and',
])

/**
 * Two or three letters for each name, none the same as another's: a partner is known by them where its whole name has no
 * room and its colour can't be told.
 */
export function marksOf(names: readonly string[]): string[] {
  const taken = new Set<string>()
  return names.map(name => {
    const mark = candidates(name).find(each => !taken.has(each)) ?? ''
    taken.add(mark)
    return mark
  })
}

function candidates(name: string): string[] {
  const words = name.split(/[^\p{L}\p{N}]+/u).filter(Boolean)
  const telling = words.filter(word => !small.has(word.toLowerCase()))
  const [first = '?', ...rest] = telling.length > 0 ? telling : words
  const last = rest.at(-1)
  const heads = [first, ...rest].map(word => [...word][0]?.toLocaleUpperCase('nl') ?? '')
  const head = heads[0] ?? '?'
  const letters = [...(last ?? first)].slice(1)
  const two = last === undefined ? head + (letters[0] ?? '') : head + (heads.at(-1) ?? '')
  const three = heads.length > 2 ? [heads.slice(0, 3).join('')] : []
  const more =
    last === undefined ? letters.slice(1).map(letter => two + letter) : letters.map(letter => two + letter)
  const numbered = Array.from({ length: 99 }, (_, index) => `${two}${index + 2}`)
  return [two, ...three, ...more, ...numbered]
}
