import { sight } from '#lib/wall/camera.ts'
import { type Detail, detailAt, LEGIBLE, type Legibility, legibleFor, zoomsFor } from '#lib/wall/detail.ts'
import { touches } from '#lib/wall/spatial.ts'
import type { CameraControl } from './camera-control.ts'
import type { Laid, Lies } from './laying.ts'

/** While one moves over the wall, what comes near is looked after once in so many moves. */
const MOVES = 8
/** How far about what is in sight texts are drawn, in widths and heights of the window. */
const AHEAD = 0.5
/** Least line height of shortened text, as a part of its size; what room is left over it shares out. */
const LEADING = 1.09
/** From this near on there is room for who wrote a note beside whose partner did. */
const CLOSE = 0.95
/** Names of tiles stand at least so large on the screen, as a part of their size at a zoom of 1. */
const HEAD = 0.86
/** In a large picture they are larger also from nearby, by this part of how much larger it is. */
const LARGER = 0.6
/** And no larger than there is room for above the notes. */
const ROOM = 1.22

/**
 * Keeps on the wall no more text than one can see: what is too small to read or out of sight is not laid out or painted, but stays
 * in the page, where the browser's own search finds it. Writes to the elements themselves, for fifteen hundred of them.
 */
export class DetailKeeper {
  detail: Detail = 'near'
  private readonly camera: CameraControl
  private readonly notes: ReadonlyMap<string, HTMLElement>
  private lies: ReadonlyMap<string, Lies> = new Map()
  private legible: Legibility = LEGIBLE.table
  private unit = 1
  private moves = 0
  private parts: { frame: HTMLElement; world: HTMLElement } | null = null

  constructor(camera: CameraControl, notes: ReadonlyMap<string, HTMLElement>) {
    this.camera = camera
    this.notes = notes
  }

  mount(parts: { frame: HTMLElement; world: HTMLElement }): () => void {
    this.parts = parts
    const ends = [
      this.camera.onRest(() => this.rest()),
      this.camera.onMove(() => {
        if (++this.moves % MOVES === 0) this.look()
      }),
    ]
    parts.world.addEventListener('beforematch', this.found)
    return () => {
      for (const end of ends) end()
      parts.world.removeEventListener('beforematch', this.found)
      this.parts = null
    }
  }

  /** The notes lie like this now. */
  laid({ lies, arrangement }: Laid): void {
    this.lies = lies
    if (this.unit === arrangement.unit) return this.look()
    this.unit = arrangement.unit
    this.rest()
  }

  /** From how near the beginnings of the texts are shown, and from how near all of them. */
  get zooms(): { near: number; middle: number } {
    return zoomsFor(this.legible)
  }

  /** `hall`: large enough for the back row. */
  for(hall: boolean): void {
    this.legible = legibleFor(hall, screen.height)
    this.rest()
  }

  private rest(): void {
    if (!this.parts) return
    const { frame, world } = this.parts
    const { zoom } = this.camera.camera
    this.detail = detailAt(zoom, this.legible)
    frame.dataset.detail = this.detail
    frame.toggleAttribute('data-close', zoom >= CLOSE)
    const text = this.legible.least / zoom
    const least = HEAD * (this.legible.least / LEGIBLE.table.least) ** 0.75
    const head = Math.min(ROOM * this.unit, Math.max(1, LARGER * this.unit, least / zoom))
    world.style.setProperty('--head', `${head}`)
    if (this.detail === 'middle') {
      world.style.setProperty('--text', `${text}px`)
      world.style.setProperty('--per-unit', `${1 / (text * LEADING)}`)
    }
    this.look()
  }

  /** Shows the texts that can be read from here and puts the others away. */
  private look(): void {
    const { camera, view } = this.camera
    const seen = sight(camera, view)
    const near = {
      x: seen.x - seen.width * AHEAD,
      y: seen.y - seen.height * AHEAD,
      width: seen.width * (1 + 2 * AHEAD),
      height: seen.height * (1 + 2 * AHEAD),
    }
    for (const [id, note] of this.notes) {
      const lies = this.lies.get(id)
      const text = note.firstElementChild
      if (!lies || !text) continue
      const shown = this.detail !== 'far' && touches(lies.rect, near)
      if (shown === !text.hasAttribute('hidden')) continue
      if (shown) text.removeAttribute('hidden')
      else text.setAttribute('hidden', 'until-found')
    }
  }

  /** The browser's search found a text that was put away: one goes there before it is shown. */
  private found = (event: Event): void => {
    const note = (event.target as Element).closest<HTMLElement>('[data-note]')
    const lies = this.lies.get(note?.dataset.note ?? '')
    if (!lies) return
    this.camera.bringIn(lies.rect, 1)
    this.camera.arrive()
  }
}
