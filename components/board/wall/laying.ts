import { type Bouwsteen, bouwstenen } from '#lib/domain/bouwsteen.ts'
import type { Note } from '#lib/domain/note.ts'
import { type Arrangement, arrange, type PerTile, type Rect } from '#lib/wall/arrange.ts'
import { type NoteSize, noteSize } from '#lib/wall/note-size.ts'

/** Where a note lies: on which tile, as the how manieth, and where in the world. */
export type Lies = { tile: Bouwsteen; index: number; rect: Rect }

/** What one tile draws. `rects`: of its notes, seen from the corner of its cell. The same object while nothing of it changed. */
export type LaidTile = { cell: Rect; notes: readonly Note[]; rects: readonly Rect[]; content: Rect }

export type Laid = {
  arrangement: Arrangement
  tiles: PerTile<LaidTile>
  lies: ReadonlyMap<string, Lies>
}

/** Lays the board's notes on the wall, again and again as it changes; what stays where it was stays the same object. */
export class Laying {
  private readonly sizes = new WeakMap<Note, NoteSize>()
  private former: Laid | null = null
  private source: readonly Note[] | null = null

  /** `notes`: in their order, those in the bin included. */
  lay(notes: readonly Note[]): Laid {
    if (this.former && this.source === notes) return this.former
    this.source = notes
    const lying = Object.fromEntries(bouwstenen.map(each => [each, [] as Note[]])) as PerTile<Note[]>
    for (const note of notes) if (note.deletedAt === null) lying[note.bouwsteen].push(note)
    this.former =
      this.former && this.liesAsBefore(this.former, lying) ? said(this.former, lying) : this.arrange(lying)
    return this.former
  }

  sizeOf(note: Note): NoteSize {
    const known = this.sizes.get(note)
    if (known) return known
    const size = noteSize(note.text)
    this.sizes.set(note, size)
    return size
  }

  /** Whether the same notes lie in the same places as before, whatever they say: most of what happens is typing. */
  private liesAsBefore(former: Laid, lying: PerTile<Note[]>): boolean {
    return bouwstenen.every(tile =>
      sameList(
        former.tiles[tile].notes,
        lying[tile],
        (a, b) => a === b || (a.id === b.id && this.sizeOf(a).height === this.sizeOf(b).height),
      ),
    )
  }

  private arrange(lying: PerTile<Note[]>): Laid {
    const heights = each(tile => lying[tile].map(note => this.sizeOf(note).height))
    const arrangement = arrange(heights, this.former?.arrangement.columns ?? null)
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
