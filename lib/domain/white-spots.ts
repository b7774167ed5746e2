import { type Bouwsteen, bouwstenen } from './bouwsteen.ts'
import type { Note } from './note.ts'
import type { Partner } from './partner.ts'

/** Whose notes a row counts: a partner's by its id, those of people who speak for themselves, or those without a name. */
export type Source = { partner: string } | 'self' | 'nameless'
/** How many notes, and how many different people are known to have written them. */
export type Cell = { notes: number; people: number }
export type Row = { source: Source; cells: Record<Bouwsteen, Cell>; total: Cell }

/** What lies under one bouwsteen. `partners`: those with a note there, in the order of the session. */
export type Column = Cell & { bouwsteen: Bouwsteen; partners: string[] }

/** Who wrote what about which bouwsteen, and where nobody did. */
export type WhiteSpots = {
  rows: Row[]
  columns: Column[]
  total: Cell
  /** Bouwstenen on which nothing lies, and those on which all that partners laid is of one of them. */
  empty: Bouwsteen[]
  onOne: { bouwsteen: Bouwsteen; partner: string }[]
  /** Partners of whom nothing lies on the board. */
  silent: string[]
  /** How many notes lie in no line. */
  loose: number
}

type Written = Pick<Note, 'bouwsteen' | 'partner' | 'line' | 'deletedAt'> & { author: string | null }

const keyOf = ({ author, partner }: Written): string =>
  partner !== null ? `partner ${partner}` : author === null ? 'nameless' : 'self'

/**
 * The bouwsteen × partner matrix of the notes that lie on the board. Every partner has a row, in their own order and never by how
 * much they wrote; who speaks for themself and what has no name get a row when there is any. `lines`: the ids of those not binned.
 */
export function whiteSpots(
  notes: readonly Written[],
  partners: readonly Pick<Partner, 'id'>[],
  lines: ReadonlySet<string>,
): WhiteSpots {
  const lying = notes.filter(note => note.deletedAt === null)
  const bySource = new Map<string, Written[]>()
  for (const note of lying) bySource.set(keyOf(note), [...(bySource.get(keyOf(note)) ?? []), note])
  const known = partners.map(({ id }) => id)
  // A partner that is no partner any more keeps the row of what it wrote.
  const former = lying.flatMap(({ partner }) =>
    partner === null || known.includes(partner) ? [] : [partner],
  )
  const ids = [...new Set([...known, ...former])]
  const sources: Source[] = [
    ...ids.map(partner => ({ partner })),
    ...(['self', 'nameless'] as const).filter(each => bySource.has(each)),
  ]
  const rows = sources.map(source =>
    rowOf(source, bySource.get(typeof source === 'string' ? source : `partner ${source.partner}`) ?? []),
  )
  const columns = bouwstenen.map(bouwsteen => {
    const here = lying.filter(note => note.bouwsteen === bouwsteen)
    const wrote = new Set(here.map(({ partner }) => partner))
    return { bouwsteen, ...count(here), partners: ids.filter(id => wrote.has(id)) }
  })
  return {
    rows,
    columns,
    total: count(lying),
    empty: columns.filter(each => each.notes === 0).map(({ bouwsteen }) => bouwsteen),
    onOne: columns.flatMap(({ bouwsteen, partners: [partner, ...others] }) =>
      partner !== undefined && others.length === 0 ? [{ bouwsteen, partner }] : [],
    ),
    silent: known.filter(id => !bySource.has(`partner ${id}`)),
    loose: lying.filter(({ line }) => line === null || !lines.has(line)).length,
  }
}

function rowOf(source: Source, notes: readonly Written[]): Row {
  const cells = bouwstenen.map(each => [each, count(notes.filter(({ bouwsteen }) => bouwsteen === each))])
  return { source, cells: Object.fromEntries(cells) as Record<Bouwsteen, Cell>, total: count(notes) }
}

const count = (notes: readonly Written[]): Cell => ({
  notes: notes.length,
  people: new Set(notes.flatMap(({ author }) => author ?? [])).size,
})
