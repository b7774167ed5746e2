import { type Bouwsteen, bouwsteenSchema } from '#lib/domain/bouwsteen.ts'
import { idSchema } from '#lib/domain/id.ts'

/** The three equal views of the board, and the pages beside them that stand on the same document. */
export const views = [
  ...(['wall', 'phone', 'list', 'lines', 'overview', 'proposals'] as const),
  ...(['breakthrough', 'results', 'people'] as const),
] as const
export type View = (typeof views)[number]

/** The views that a device remembers; the others belong to a moment. */
export const equalViews = ['wall', 'phone', 'list'] as const satisfies readonly View[]

/** Where somebody is on the board: on a note, in a line, at a tile; the most precise that is known. Empty: nowhere yet. */
export type Place = { tile?: Bouwsteen; line?: string; note?: string }

const nameOf = (value: string | null): string | null => {
  const parsed = idSchema.safeParse(value)
  return parsed.success ? parsed.data : null
}

/** The view that an address asks for; null when it asks for none, or for one that isn't there. */
export function parseView(search: URLSearchParams): View | null {
  return views.find(each => each === search.get('view')) ?? null
}

/** The place that an address points at. What is no place is left out, so that a link that came over broken opens the board. */
export function parsePlace(search: URLSearchParams): Place {
  const note = nameOf(search.get('note'))
  if (note !== null) return { note }
  const line = nameOf(search.get('line'))
  if (line !== null) return { line }
  const tile = bouwsteenSchema.safeParse(search.get('tile'))
  return tile.success ? { tile: tile.data } : {}
}

/** A place as the one parameter of an address that points at it best. */
export function formatPlace({ note, line, tile }: Place): Record<string, string> {
  if (note !== undefined) return { note }
  if (line !== undefined) return { line }
  return tile === undefined ? {} : { tile }
}

export const isSamePlace = (a: Place, b: Place): boolean =>
  a.note === b.note && a.line === b.line && a.tile === b.tile
