import type { Rect } from './arrange.ts'
import type { Point } from './outline.ts'

/** How the world is seen: a world point p stands on the screen at p × zoom + (x, y), in px from the wall's upper left corner. */
export type Camera = { x: number; y: number; zoom: number }
export type Size = { width: number; height: number }

export const ZOOM_MAX = 4
/** Largest at which the whole picture is shown: one note on a large screen needs no letters of an inch. */
const FIT_MAX = 1.5
/** Room about the picture, in px of the screen. */
const MARGIN = 8

export const toScreen = (camera: Camera, point: Point): Point => ({
  x: point.x * camera.zoom + camera.x,
  y: point.y * camera.zoom + camera.y,
})

export const toWorld = (camera: Camera, point: Point): Point => ({
  x: (point.x - camera.x) / camera.zoom,
  y: (point.y - camera.y) / camera.zoom,
})

/** Shows a part of the world as large as it fits, in the middle. */
export function cameraOn(part: Rect, view: Size, most = FIT_MAX, margin = MARGIN): Camera {
  const zoom = Math.min(
    most,
    Math.max(0.01, (view.width - 2 * margin) / part.width),
    Math.max(0.01, (view.height - 2 * margin) / part.height),
  )
  return {
    zoom,
    x: view.width / 2 - (part.x + part.width / 2) * zoom,
    y: view.height / 2 - (part.y + part.height / 2) * zoom,
  }
}

/** Zooms so that what lies under a point of the screen stays under it. */
export function zoomAbout(camera: Camera, at: Point, zoom: number): Camera {
  const under = toWorld(camera, at)
  return { zoom, x: at.x - under.x * zoom, y: at.y - under.y * zoom }
}

/** The nearest camera from which the world can't be lost: not too far, not too near, and something of it in the middle. */
export function within(camera: Camera, world: Size, view: Size): Camera {
  const whole = cameraOn({ x: 0, y: 0, ...world }, view)
  const zoom = clamp(camera.zoom, Math.min(whole.zoom * 0.7, 1), ZOOM_MAX)
  const held =
    zoom === camera.zoom ? camera : zoomAbout(camera, { x: view.width / 2, y: view.height / 2 }, zoom)
  return {
    zoom,
    x: clampAxis(held.x, world.width * zoom, view.width),
    y: clampAxis(held.y, world.height * zoom, view.height),
  }
}

/** The least move that brings a part into sight, with room about it; what is larger than the screen is shown from its beginning. */
export function reveal(camera: Camera, part: Rect, view: Size, margin = 48): Camera {
  const { x, y } = toScreen(camera, part)
  const along = (start: number, length: number, room: number) => {
    const inset = Math.min(margin, Math.max(0, (room - length) / 2))
    if (start < inset || length > room) return inset - start
    return Math.min(0, room - inset - (start + length))
  }
  return {
    zoom: camera.zoom,
    x: camera.x + along(x, part.width * camera.zoom, view.width),
    y: camera.y + along(y, part.height * camera.zoom, view.height),
  }
}

/** The part of the world in sight. */
export function sight(camera: Camera, view: Size): Rect {
  const { x, y } = toWorld(camera, { x: 0, y: 0 })
  return { x, y, width: view.width / camera.zoom, height: view.height / camera.zoom }
}

/** A camera on the way between two, at `part` of it (0 to 1); zooms evenly to the eye. */
export function between(from: Camera, to: Camera, part: number, view: Size): Camera {
  const zoom = from.zoom * (to.zoom / from.zoom) ** part
  const middle = { x: view.width / 2, y: view.height / 2 }
  const [start, end] = [toWorld(from, middle), toWorld(to, middle)]
  // With the zoom changing, the middle must run in step with it to seem to go straight.
  // Where it hardly changes that is the part itself, and the difference of two nearly equal numbers is worth nothing.
  const still = Math.abs(from.zoom / to.zoom - 1) < 1e-4
  const ends = part === 0 || part === 1
  const share = still || ends ? part : (1 / from.zoom - 1 / zoom) / (1 / from.zoom - 1 / to.zoom)
  return {
    zoom,
    x: middle.x - (start.x + (end.x - start.x) * share) * zoom,
    y: middle.y - (start.y + (end.y - start.y) * share) * zoom,
  }
}

/** What a wheel event of so many px zooms by. */
export const wheelFactor = (delta: number): number => 2 ** (-clamp(delta, -120, 120) / 180)

const clamp = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value))

/** Keeps a length from running out of the view: half the view at most stays empty on one side. */
function clampAxis(start: number, length: number, room: number): number {
  return clamp(start, room / 2 - length, room / 2)
}
