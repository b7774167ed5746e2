import { type Bouwsteen, bouwsteenSchema } from '#lib/domain/bouwsteen.ts'
import type { Rect } from '#lib/wall/arrange.ts'
import { toWorld } from '#lib/wall/camera.ts'
import { type Direction, nextTo, tileAt } from '#lib/wall/spatial.ts'
import { selection } from '../selection/selection.ts'
import type { Hands } from './hands.ts'
import type { Stage } from './stage.ts'

const STEP = 1.3
/** How far an arrow pans, in px. */
const PAN = 90
const arrows: Record<string, { direction: Direction; x: number; y: number }> = {
  ArrowLeft: { direction: 'left', x: 1, y: 0 },
  ArrowRight: { direction: 'right', x: -1, y: 0 },
  ArrowUp: { direction: 'up', x: 0, y: 1 },
  ArrowDown: { direction: 'down', x: 0, y: -1 },
}

type Spot = { rect: Rect; element: HTMLElement }

/** The keys of the wall, while the focus is on it. Gives whether it took the key. */
export function pressKey(event: KeyboardEvent, stage: Stage, hands: Hands, frame: HTMLElement): boolean {
  const target = event.target as HTMLElement
  if (target.closest('input, textarea, select, dialog')) return false
  const note = target.closest<HTMLElement>('[data-note]')?.dataset.note
  if (event.altKey) return false
  if (event.ctrlKey || event.metaKey) return event.key.toLowerCase() === 'a' && chooseTile(stage, target)
  const arrow = arrows[event.key]
  if (arrow) {
    if (target === frame || event.shiftKey) stage.camera.panBy(arrow.x * PAN, arrow.y * PAN)
    else walk(stage, frame, target, arrow.direction)
    return true
  }
  switch (event.key) {
    case '+':
    case '=':
      stage.camera.step(STEP)
      return true
    case '-':
    case '_':
      stage.camera.step(1 / STEP)
      return true
    case '0':
      stage.camera.showAll()
      return true
    case 'Escape':
      return leave(stage, hands)
    case 'n':
    case 'N':
      if (!stage.acts.add || event.repeat) return false
      stage.acts.add(tileOf(target) ?? inMiddle(stage))
      return true
    case ' ':
      if (note === undefined) {
        hands.space = target === frame
        return target === frame
      }
      selection.toggle(note)
      return true
    case 'Enter':
      if (note === undefined) return false
      stage.acts.open(note)
      return true
    default:
      return false
  }
}

/** Step by step back: what is in hand, then what is chosen, then to the whole. */
function leave(stage: Stage, hands: Hands): boolean {
  if (hands.cancel()) return true
  if (selection.read().size > 0) {
    selection.clear()
    return true
  }
  if (stage.camera.showsAll) return false
  stage.camera.showAll()
  return true
}

const tileOf = (target: HTMLElement): Bouwsteen | undefined =>
  bouwsteenSchema.safeParse(target.closest<HTMLElement>('[data-tile]')?.dataset.tile).data

function inMiddle({ laid, camera }: Stage): Bouwsteen {
  const { width, height } = camera.view
  return laid ? tileAt(laid.arrangement, toWorld(camera.camera, { x: width / 2, y: height / 2 })) : 'opgave'
}

function chooseTile(stage: Stage, target: HTMLElement): boolean {
  const tile = tileOf(target) ?? inMiddle(stage)
  selection.set(stage.laid?.tiles[tile].notes.map(note => note.id) ?? [])
  return true
}

/** Where the focus may go: every note, and the head of every tile. */
function* spots(stage: Stage, frame: HTMLElement): Iterable<Spot> {
  for (const [id, { rect }] of stage.laid?.lies ?? []) {
    const element = stage.notes.get(id)
    if (element) yield { rect, element }
  }
  for (const element of frame.querySelectorAll<HTMLElement>('[data-nearer]')) {
    const cell = stage.laid?.arrangement.cells[tileOf(element) ?? 'opgave']
    if (cell) yield { rect: { ...cell, height: 30 }, element }
  }
}

function walk(stage: Stage, frame: HTMLElement, target: HTMLElement, direction: Direction): void {
  const tile = tileOf(target)
  const note = target.closest<HTMLElement>('[data-note]')?.dataset.note
  const cell = tile && stage.laid?.arrangement.cells[tile]
  // Who walks on from the one note that a click chose means the next one from here on.
  if (note !== undefined && selection.has(note) && selection.read().size === 1) selection.clear()
  const from = note === undefined ? cell && { ...cell, height: 30 } : stage.laid?.lies.get(note)?.rect
  if (from) nextTo(from, direction, spots(stage, frame))?.element.focus({ preventScroll: true })
}
