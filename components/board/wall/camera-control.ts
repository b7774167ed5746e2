import type { Rect } from '#lib/wall/arrange.ts'
import {
  between,
  type Camera,
  cameraOn,
  reveal,
  type Size,
  sight,
  within,
  zoomAbout,
} from '#lib/wall/camera.ts'
import type { Point } from '#lib/wall/outline.ts'
import { touches } from '#lib/wall/spatial.ts'

/**
 * `frame`: the window on the wall. `scroller`: fills it, and is scrolled by nothing but the browser itself. `glider`: what is moved in
 * it. `world`: what is drawn, as large as it is laid out. `shield`: lies over it while it moves.
 */
export type Parts = Record<'frame' | 'scroller' | 'glider' | 'world' | 'shield', HTMLElement>

/** Still for this long, in ms, the wall is laid out anew for how near one is, so that its letters are sharp. */
const REST = 140
const GLIDE = 220
/**
 * While one zooms, the picture is stretched like a photograph. Beyond this it is laid out anew on the way: from further off there
 * would be more of it in sight than is kept ready.
 */
const STRETCH = { least: 0.22, most: 5 }
/** Room about a part that is shown, in px of the screen. */
const ABOUT = 16
/** From this much larger on it is worth it to show everything nearer again. */
const NEARER = 1.05
/** The scroller can be scrolled this far each way: what the browser itself brings into view, finding or focusing, is found so. In px. */
export const ROOM = 20_000

const UNKNOWN: Size = { width: 1, height: 1 }

export const prefersStill = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches

/**
 * Moves the wall without drawing anything anew: while it moves, one layer is moved and stretched, and nothing in it is laid out or
 * painted. Once it rests the layer is laid out at the size at which it is seen. React hears of it only then.
 */
export class CameraControl {
  camera: Camera = { x: 0, y: 0, zoom: 1 }
  view: Size = UNKNOWN
  /** Whether everything is in sight, and goes on being so when it grows. */
  showsAll = true
  private world: Size = { width: 1, height: 1 }
  private parts: Parts | null = null
  /** The zoom for which the wall is laid out; while one zooms it is stretched from that. 0: not yet. */
  laidAt = 0
  private held = 0
  private timer: ReturnType<typeof setTimeout> | null = null
  private frame: number | null = null
  /** Where it glides to, while `frame` is set. */
  private goal: Camera | null = null
  private readonly moves = new Set<() => void>()
  private readonly rests = new Set<() => void>()

  mount(parts: Parts): () => void {
    this.parts = parts
    const sizes = new ResizeObserver(() => this.measure())
    sizes.observe(parts.frame)
    parts.scroller.addEventListener('scroll', this.scrolled)
    this.center()
    this.view = UNKNOWN
    this.measure()
    return () => {
      sizes.disconnect()
      parts.scroller.removeEventListener('scroll', this.scrolled)
      this.stop()
      if (this.timer !== null) clearTimeout(this.timer)
      this.parts = null
    }
  }

  onMove = (listener: () => void): (() => void) => listen(this.moves, listener)
  /** Calls when the wall was laid out for how near one is. */
  onRest = (listener: () => void): (() => void) => listen(this.rests, listener)

  /** The world became this large; `shift`: how far what one looks at moved in it. */
  setWorld(world: Size, shift: Point): void {
    const same = world.width === this.world.width && world.height === this.world.height
    this.world = world
    if (!this.parts) return
    if (this.showsAll) {
      const all = this.all()
      const fits = all.zoom >= this.camera.zoom && all.zoom < this.camera.zoom * NEARER
      if (!same && !fits) this.glideTo(all, true)
      else if (!same) this.glideTo({ ...cameraAt(this.camera.zoom, world, this.view) }, true)
    } else if (shift.x !== 0 || shift.y !== 0) {
      const { x, y, zoom } = this.camera
      this.put({ zoom, x: x - shift.x * zoom, y: y - shift.y * zoom })
    }
  }

  panBy(x: number, y: number): void {
    this.stop()
    this.showsAll = false
    this.put({ ...this.camera, x: this.camera.x + x, y: this.camera.y + y })
  }

  /** `at`: the point of the frame that stays where it is. */
  zoomBy(factor: number, at: Point = { x: this.view.width / 2, y: this.view.height / 2 }): void {
    this.stop()
    this.showsAll = false
    const zoom = within({ ...this.camera, zoom: this.camera.zoom * factor }, this.world, this.view).zoom
    this.put(zoomAbout(this.camera, at, zoom))
  }

  /** Zooms by steps that one sees, for a key or a button. */
  step(factor: number): void {
    const middle = { x: this.view.width / 2, y: this.view.height / 2 }
    this.showsAll = false
    this.glideTo(zoomAbout(this.camera, middle, this.camera.zoom * factor))
  }

  showAll(): void {
    this.showsAll = true
    this.glideTo(this.all(), true)
  }

  /**
   * Shows a part as large as it fits, but not larger than `most`; from its beginning where it would be smaller than `least`. Gives
   * whether one was there already.
   */
  show(part: Rect, most: number, least = 0): boolean {
    const whole = cameraOn(part, this.view, most, ABOUT)
    const near = whole.zoom < least ? reveal({ x: 0, y: 0, zoom: least }, part, this.view, ABOUT) : whole
    const goal = within(near, this.world, this.view)
    const { x, y, zoom } = this.camera
    const there = Math.abs(zoom / goal.zoom - 1) < 0.01 && Math.hypot(x - goal.x, y - goal.y) < 2
    this.showsAll = false
    this.glideTo(goal)
    return there
  }

  /** Brings a part into sight as it is seen now, or no smaller than at a zoom of `least`. */
  bringIn(part: Rect, least = 0): void {
    if ((this.goal ?? this.camera).zoom < least) {
      this.show(part, least)
      return
    }
    // On the way to somewhere it counts what is in sight there. Where all is in sight nothing need move for room about a part of it.
    const from = this.goal ?? this.camera
    if (this.showsAll && touches(part, sight(from, this.view))) return
    const camera = reveal(from, part, this.view)
    if (camera.x === from.x && camera.y === from.y) return
    this.showsAll = false
    this.glideTo(camera)
  }

  /** Puts a point of the world in the middle. */
  look(at: Point): void {
    this.stop()
    this.showsAll = false
    const { zoom } = this.camera
    this.put({ zoom, x: this.view.width / 2 - at.x * zoom, y: this.view.height / 2 - at.y * zoom })
  }

  /** While a hand holds the wall it does not come to rest. */
  hold(): () => void {
    this.held++
    let holds = true
    return () => {
      if (!holds) return
      holds = false
      this.held--
      this.restSoon()
    }
  }

  /** Lays it out at once for where one is. */
  settle(): void {
    this.stop()
    this.rest()
  }

  /** Is at once where it was on its way to. */
  arrive(): void {
    if (this.goal) this.put(this.goal)
    this.settle()
  }

  get isMoving(): boolean {
    return this.timer !== null || this.held > 0
  }

  get zoomOfAll(): number {
    return this.all().zoom
  }

  private all(): Camera {
    return cameraOn({ x: 0, y: 0, ...this.world }, this.view)
  }

  private glideTo(to: Camera, exact = false): void {
    this.stop()
    const goal = exact ? to : within(to, this.world, this.view)
    if (this.laidAt === 0 || prefersStill()) {
      this.put(goal)
      return this.rest()
    }
    this.goal = goal
    const from = this.camera
    const start = performance.now()
    const step = (now: number) => {
      const part = Math.min(1, Math.max(0, now - start) / GLIDE)
      this.put(between(from, goal, 1 - (1 - part) ** 3, this.view), exact)
      if (part < 1) this.frame = requestAnimationFrame(step)
      else this.settle()
    }
    this.frame = requestAnimationFrame(step)
  }

  private stop(): void {
    if (this.frame !== null) cancelAnimationFrame(this.frame)
    this.frame = null
    this.goal = null
  }

  private put(camera: Camera, exact = false): void {
    if (!this.parts) return
    this.camera = exact || this.showsAll ? camera : within(camera, this.world, this.view)
    const { x, y, zoom } = this.camera
    const stretch = zoom / this.laidAt
    if (this.laidAt !== 0 && (stretch < STRETCH.least || stretch > STRETCH.most)) this.layOut()
    else this.parts.glider.style.transform = `translate(${x}px, ${y}px) scale(${stretch})`
    for (const listener of this.moves) listener()
    if (this.parts.shield.hidden) this.parts.shield.hidden = false
    this.restSoon()
  }

  private restSoon(): void {
    if (this.timer !== null) clearTimeout(this.timer)
    this.timer = setTimeout(() => this.rest(), REST)
  }

  private rest(): void {
    if (this.timer !== null) clearTimeout(this.timer)
    this.timer = null
    if (this.held > 0 || !this.parts) return
    // Between two pixels letters would be blurred.
    const { x, y, zoom } = this.camera
    this.camera = { zoom, x: Math.round(x), y: Math.round(y) }
    this.parts.shield.hidden = true
    this.layOut()
  }

  private layOut(): void {
    if (!this.parts) return
    const { glider, world } = this.parts
    const { x, y, zoom } = this.camera
    if (zoom !== this.laidAt) {
      this.laidAt = zoom
      world.style.setProperty('zoom', `${zoom}`)
      world.style.setProperty('--zoom', `${zoom}`)
    }
    glider.style.transform = `translate(${x}px, ${y}px)`
    for (const listener of this.rests) listener()
  }

  private measure(): void {
    const { frame } = this.parts ?? {}
    if (!frame || frame.clientWidth === 0) return
    const view = { width: frame.clientWidth, height: frame.clientHeight }
    if (view.width === this.view.width && view.height === this.view.height) return
    this.view = view
    if (this.showsAll) this.put(this.all())
    else this.put(this.goal ?? this.camera)
    this.settle()
  }

  private center(): void {
    this.parts?.scroller.scrollTo({ left: ROOM, top: ROOM, behavior: 'instant' })
  }

  /** The browser brought something into view by scrolling; the camera goes there instead. */
  private scrolled = (): void => {
    const { scroller } = this.parts ?? {}
    if (!scroller) return
    const x = scroller.scrollLeft - ROOM
    const y = scroller.scrollTop - ROOM
    if (x === 0 && y === 0) return
    this.center()
    // On the way to somewhere it is that which is to be seen, and not from where one still was.
    if (this.goal !== null) return
    this.panBy(-x, -y)
    this.settle()
  }
}

function cameraAt(zoom: number, world: Size, view: Size): Camera {
  return { zoom, x: (view.width - world.width * zoom) / 2, y: (view.height - world.height * zoom) / 2 }
}

function listen(listeners: Set<() => void>, listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
