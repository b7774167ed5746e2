import { createContext, useContext } from 'react'
import type { Bouwsteen } from '#lib/domain/bouwsteen.ts'
import { about, type Slot } from '#lib/wall/spatial.ts'
import { CameraControl } from './camera-control.ts'
import { DetailKeeper } from './detail-keeper.ts'
import type { Laid } from './laying.ts'

/** What hands and keys bring about; null while this person may not. */
export type Acts = {
  /** Lays notes where one let go of them, in this order. */
  move: ((notes: readonly string[], slot: Slot) => void) | null
  open: (note: string) => void
  /** Begins a new note on a tile. */
  add: ((tile: Bouwsteen) => void) | null
}

/** Largest at which a tile, and several notes, are shown as a whole. */
const WHOLE_TILE = 1.4
const SOME_NOTES = 1
/** How long notes that are pointed at show it, in ms. */
const MARKED = 2000

/** What all of one wall share beside React: where one looks, the elements of the notes, and how they lie. */
export class Stage {
  readonly camera = new CameraControl()
  readonly notes = new Map<string, HTMLElement>()
  readonly detail = new DetailKeeper(this.camera, this.notes)
  /** As it is drawn now. */
  laid: Laid | null = null
  /** When notes last glided to another place, in ms. */
  glided = Number.NEGATIVE_INFINITY
  /** The note that the focus is on. */
  focused: string | null = null
  acts: Acts = { move: null, open: () => {}, add: null }

  /** To be given as `ref` to every note. */
  keep = (note: HTMLElement | null): (() => void) | undefined => {
    const id = note?.dataset.note
    if (!note || id === undefined) return
    this.notes.set(id, note)
    return () => {
      if (this.notes.get(id) === note) this.notes.delete(id)
    }
  }

  /** Shows where these notes lie, marks them for a moment and lays the focus on the first. Gives whether any of them is there. */
  point(notes: readonly string[]): boolean {
    const lying = notes.flatMap(id => this.notes.get(id) ?? [])
    const part = about(notes.flatMap(id => this.laid?.lies.get(id)?.rect ?? []))
    if (!part || lying.length === 0) return false
    lying[0]?.focus({ preventScroll: true })
    this.camera.show(part, SOME_NOTES, this.detail.zooms.middle)
    for (const note of lying) note.setAttribute('data-arrived', '')
    setTimeout(() => {
      for (const note of lying) note.removeAttribute('data-arrived')
    }, MARKED)
    return true
  }

  /** Goes near a tile: to all of it, or so near that the beginnings of its texts are read; from there to where they are read whole. */
  zoomTo(tile: Bouwsteen): void {
    const cell = this.laid?.arrangement.cells[tile]
    if (!cell) return
    const { near, middle } = this.detail.zooms
    const there = this.camera.show(cell, WHOLE_TILE, middle)
    if (there) this.camera.show(cell, WHOLE_TILE, Math.max(1, near))
  }
}

const StageContext = createContext<Stage | null>(null)
export const StageProvider = StageContext.Provider

export function useStage(): Stage {
  const stage = useContext(StageContext)
  if (!stage) throw new Error('outside a wall')
  return stage
}
