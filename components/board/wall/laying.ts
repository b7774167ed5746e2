import { type Bouwsteen, bouwstenen } from '#lib/domain/bouwsteen.ts'
import type { Note } from '#lib/domain/note.ts'
import { type Arrangement, arrange, type PerTile, type Rect, TABLE_ASPECT } from '#lib/wall/arrange.ts'
import { LETTERS, type Letters, type NoteSize, noteSize } from '#lib/wall/note-size.ts'

/** Where a note lies: on which tile, as the how manieth, and where in the world. */
export type Lies = { tile: Bouwsteen; index: number; rect: Rect }

/** What one tile draws. `rects`: of its notes, seen from the corner of its cell. The same object while nothing of it changed. */
export type LaidTile = { cell: Rect; notes: readonly Note[]; rects: readonly Rect[]; content: Rect }

export type Laid = {
  arrangement: Arrangement
  tiles: PerTile<LaidTile>
  lies: ReadonlyMap<string, Lies>
}

/**
 * What it is laid for. `aspect`: width to height of the screen. `shelf`: whether a note has room below its text for what others say
 * of it.
 */
export type LaidFor = { aspect: number; letters: Letters; shelf: (note: string) => boolean }
const table: LaidFor = { aspect: TABLE_ASPECT, letters: LETTERS.table, shelf: () => false }

/** Lays the board's notes on the wall, again and again as it changes; what stays where it was stays the same object. */
export class Laying {
  private sizes = new WeakMap<Note, NoteSize>()
  private seen = table
  private former: Laid | null = null
  private source: readonly Note[] | null = null

  /** `notes`: in their order, those in the bin included. */
  lay(notes: readonly Note[], seen = table): Laid {
    if (this.former && this.source === notes && this.seen === seen) return this.former
    const anew = this.seen.aspect !== seen.aspect
    if (this.seen.letters !== seen.letters) this.sizes = new WeakMap()
    this.source = notes
    this.seen = seen
    const lying = Object.fromEntries(bouwstenen.map(each => [each, [] as Note[]])) as PerTile<Note[]>
    for (const note of notes) if (note.deletedAt === null) lying[note.bouwsteen].push(note)
    const stays = this.former && !anew && this.liesAsBefore(this.former, lying)
    const columns = anew ? null : (this.former?.arrangement.columns ?? null)
    this.former = this.former && stays ? said(this.former, lying) : this.arrange(lying, columns)
    return this.former
  }

  sizeOf(note: Note): NoteSize {
    const shelf = this.seen.shelf(note.id)
    const known = this.sizes.get(note)
    if (known?.shelf === shelf) return known
    const size = noteSize(note.text, shelf, this.seen.letters)
    this.sizes.set(note, size)
    return size
  }

  /** Whether the same notes lie in the same places as before, whatever they say: most of what happens is typing. */
  private liesAsBefore(former: Laid, lying: PerTile<Note[]>): boolean {
    return bouwstenen.every(tile => {
      const { notes, rects } = former.tiles[tile]
      const stays = (note: Note, index: number) =>
        note.id === notes[index]?.id && this.sizeOf(note).height === rects[index]?.height
      return notes.length === lying[tile].length && lying[tile].every(stays)
    })
  }

  private arrange(lying: PerTile<Note[]>, columns: Arrangement['columns'] | null): Laid {
    const heights = each(tile => lying[tile].map(note => this.sizeOf(note).height))
    const arrangement = arrange(heights, columns, this.seen.aspect)
    const lies = new Map<string, Lies>()
    for (const tile of bouwstenen)
      for (const [index, note] of lying[tile].entries())
        lies.set(note.id, { tile, index, rect: arrangement.notes[tile][index] as Rect })
    return { arrangement, tiles: each(tile => this.tile(tile, lying[tile], arrangement)), lies }
  }

  private tile(tile: Bouwsteen, notes: readonly Note[], arrangement: Arrangement): LaidTile {
    const cell = arrangement.cells[tile]
    const seen = (rect: Rect): Rect => ({ ...rect, x: rect.x - cell.x, y: rect.y - cell.y })
    const rects = arrangement.notes[tile].map(seen)
    const next = { cell, notes, rects, content: seen(arrangement.content[tile]) }
    const former = this.former?.tiles[tile]
    if (!former) return next
    const kept = {
      cell: sameRect(former.cell, cell) ? former.cell : cell,
      notes: sameList(former.notes, notes, Object.is) ? former.notes : notes,
      rects: sameList(former.rects, rects, sameRect) ? former.rects : rects,
      content: sameRect(former.content, next.content) ? former.content : next.content,
    }
    const keys = Object.keys(kept) as (keyof LaidTile)[]
    return keys.every(key => kept[key] === former[key]) ? former : kept
  }
}

/** Everything where it was; only what is on the notes is new. */
function said(former: Laid, lying: PerTile<Note[]>): Laid {
  const tiles = each(tile => {
    const before = former.tiles[tile]
    return sameList(before.notes, lying[tile], Object.is) ? before : { ...before, notes: lying[tile] }
  })
  return { ...former, tiles }
}

const each = <T>(make: (tile: Bouwsteen) => T): PerTile<T> =>
  Object.fromEntries(bouwstenen.map(tile => [tile, make(tile)])) as PerTile<T>

const sameRect = (a: Rect, b: Rect): boolean =>
  a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height

function sameList<T>(a: readonly T[], b: readonly T[], same: (a: T, b: T) => boolean): boolean {
  return a.length === b.length && a.every((one, index) => same(one, b[index] as T))
}
