import { sight } from '#lib/wall/camera.ts'
import type { Point } from '#lib/wall/outline.ts'
import { touches } from '#lib/wall/spatial.ts'
import { prefersStill } from './camera-control.ts'
import type { Laid } from './laying.ts'
import type { Stage } from './stage.ts'

const GLIDE = 150
/** Of more than this at once nobody follows where each goes; each would be a layer of its own while it glides. */
const MOST = 40
/** Nor when something glides again so soon, in ms. */
const AGAIN = 700

/** Where what one looks at lay and lies: the note that has the focus, else the one nearest to the middle of the window. */
export function shiftBetween(before: Laid, after: Laid, stage: Stage): Point {
  const focused = (document.activeElement as HTMLElement | null)?.closest<HTMLElement>('[data-note]')?.dataset
    .note
  const seen = sight(stage.camera.camera, stage.camera.view)
  const own = focused === undefined ? undefined : before.lies.get(focused)
  const anchor =
    own && touches(own.rect, seen)
      ? focused
      : nearestTo(seen.x + seen.width / 2, seen.y + seen.height / 2, before)
  const [was, is] = [before.lies.get(anchor ?? ''), after.lies.get(anchor ?? '')]
  // A note that was carried elsewhere takes nobody along.
  if (!was || !is || was.tile !== is.tile) return { x: 0, y: 0 }
  return { x: is.rect.x - was.rect.x, y: is.rect.y - was.rect.y }
}

function nearestTo(x: number, y: number, { lies }: Laid): string | undefined {
  let nearest: string | undefined
  let least = Number.POSITIVE_INFINITY
  for (const [id, { rect }] of lies) {
    const far = Math.hypot(rect.x + rect.width / 2 - x, rect.y + rect.height / 2 - y)
    if (far >= least) continue
    nearest = id
    least = far
  }
  return nearest
}

/** Lets notes that lie elsewhere now glide there. `shift`: how far the camera went along. */
export function glide(before: Laid, after: Laid, stage: Stage, shift: Point): void {
  if (prefersStill()) return
  const seen = sight(stage.camera.camera, stage.camera.view)
  const moved: { element: HTMLElement; x: number; y: number }[] = []
  for (const [id, { rect, tile }] of after.lies) {
    const was = before.lies.get(id)
    if (!was) continue
    const x = was.rect.x - rect.x + shift.x
    const y = was.rect.y - rect.y + shift.y
    // A tile that moves as a whole takes its notes along at once.
    const [from, to] = [before.arrangement.cells[was.tile], after.arrangement.cells[tile]]
    const withTile =
      was.tile === tile && was.rect.x - from.x === rect.x - to.x && was.rect.y - from.y === rect.y - to.y
    if (withTile || (x === 0 && y === 0) || !touches(rect, seen)) continue
    const element = stage.notes.get(id)
    if (element && element.dataset.carried === undefined) moved.push({ element, x, y })
  }
  const now = performance.now()
  const soon = now < stage.glided + AGAIN
  if (moved.length > 0) stage.glided = now
  if (soon || moved.length > MOST) return
  for (const { element, x, y } of moved)
    element.animate([{ transform: `translate(${x}px, ${y}px)` }, { transform: 'none' }], {
      duration: GLIDE,
      easing: 'ease-out',
    })
}
