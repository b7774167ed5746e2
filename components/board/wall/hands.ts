import type { WallPresence } from '#components/live/wall-presence.ts'
import { toWorld, wheelFactor } from '#lib/wall/camera.ts'
import type { Point } from '#lib/wall/outline.ts'
import { tileAt, touches } from '#lib/wall/spatial.ts'
import { selection } from '../selection/selection.ts'
import { Carry, spotOf } from './carry.ts'
import type { Stage } from './stage.ts'

/** A hand that moves less than this, in px, did not mean to move anything. */
const STILL = 5
/** A finger that rests on a note for this long, in ms, takes it. */
const LONG_PRESS = 350
/** Two presses within this time, in ms, are one double press. */
const DOUBLE = 450
const LINE = 20

type Press = {
  pointer: number
  at: Point
  note: string | null
  touch: boolean
  more: boolean
  timer: number | null
}
type Doing =
  | { kind: 'press'; press: Press }
  | { kind: 'pan'; pointer: number; last: Point }
  | { kind: 'pinch'; middle: Point; distance: number }
  | { kind: 'frame'; pointer: number; from: Point; before: ReadonlySet<string> }
  | { kind: 'carry'; pointer: number; carry: Carry }

export type HandParts = Record<'frame' | 'mark' | 'lasso' | 'shield', HTMLElement>

/**
 * Mouse, pen, fingers and wheel on the wall. On the background: pan, with shift choose by a frame. On a note: choose, open, carry.
 * Two fingers: zoom. With alt, and where nothing may be moved, the browser selects text as everywhere.
 */
export class Hands {
  private readonly stage: Stage
  private readonly parts: HandParts
  private readonly presence: WallPresence | null
  private doing: Doing | null = null
  private release: (() => void) | null = null
  private readonly fingers = new Map<number, Point>()
  private latest: { note: string | null; at: number } = { note: null, at: 0 }
  /** The space bar is held: the whole wall is background. */
  space = false

  constructor(stage: Stage, parts: HandParts, presence: WallPresence | null) {
    this.stage = stage
    this.parts = parts
    this.presence = presence
  }

  mount(): () => void {
    const { frame } = this.parts
    const heard: [string, (event: never) => void, AddEventListenerOptions?][] = [
      ['pointerdown', this.down],
      ['pointermove', this.move],
      ['pointerup', this.up],
      ['pointercancel', this.cancelled],
      ['pointerleave', this.left],
      ['mousedown', this.keepFocus],
      ['dblclick', this.doubled],
      ['contextmenu', this.menu],
      ['wheel', this.wheel, { passive: false }],
    ]
    for (const [name, listener, options] of heard)
      frame.addEventListener(name, listener as EventListener, options)
    return () => {
      for (const [name, listener] of heard) frame.removeEventListener(name, listener as EventListener)
      this.cancel()
    }
  }

  /** Lets go of everything without having done it. Says whether there was anything. */
  cancel(): boolean {
    const { doing } = this
    if (doing?.kind === 'press' && doing.press.timer !== null) clearTimeout(doing.press.timer)
    if (doing?.kind === 'carry') doing.carry.cancel()
    if (doing?.kind === 'frame') selection.set(doing.before)
    this.done()
    return doing?.kind === 'carry' || doing?.kind === 'frame'
  }

  carries(note: string): boolean {
    return this.doing?.kind === 'carry' && this.doing.carry.has(note)
  }

  /** The notes in hand lie elsewhere in the world than they did. */
  refresh(): void {
    if (this.doing?.kind === 'carry') this.doing.carry.again()
  }

  private point(event: MouseEvent): Point {
    const { left, top } = this.parts.frame.getBoundingClientRect()
    return { x: event.clientX - left, y: event.clientY - top }
  }

  /** What lies under the pointer, also while the wall still moves and a shield lies over it. */
  private under(event: MouseEvent): Element {
    if (event.target !== this.parts.shield) return event.target as Element
    this.stage.camera.settle()
    return document.elementFromPoint(event.clientX, event.clientY) ?? this.parts.frame
  }

  private down = (event: PointerEvent): void => {
    const target = this.under(event)
    if (target.closest('button:not([data-note]), a, input, textarea')) return
    const at = this.point(event)
    const touch = event.pointerType === 'touch'
    if (touch) {
      this.fingers.set(event.pointerId, at)
      if (this.fingers.size === 2) return this.pinch()
    }
    if (this.doing !== null) return
    const note = target.closest<HTMLElement>('[data-note]')?.dataset.note ?? null
    const anywhere = event.button === 1 || this.space
    if (event.button > 1 || (event.button === 1 && event.pointerType !== 'mouse')) return
    if (event.button === 1) event.preventDefault()
    if (anywhere) return this.begin({ kind: 'pan', pointer: event.pointerId, last: at })
    if (note !== null && this.readsText(event)) return
    const more = event.shiftKey || event.ctrlKey || event.metaKey
    if (note === null && event.shiftKey)
      return this.begin({ kind: 'frame', pointer: event.pointerId, from: at, before: selection.read() })
    const timer =
      touch && note !== null && this.stage.acts.move
        ? window.setTimeout(() => this.take(note, event.pointerId, at), LONG_PRESS)
        : null
    this.doing = { kind: 'press', press: { pointer: event.pointerId, at, note, touch, more, timer } }
  }

  /** Whether this press is the browser's own, to select text with. */
  private readsText(event: MouseEvent): boolean {
    return event.altKey || (this.stage.acts.move === null && event.type !== 'pointerdown')
  }

  private begin(doing: Doing): void {
    this.doing = doing
    this.release ??= this.stage.camera.hold()
    if ('pointer' in doing) this.parts.frame.setPointerCapture(doing.pointer)
    this.parts.frame.dataset.hand = doing.kind
  }

  private done(): void {
    this.doing = null
    this.release?.()
    this.release = null
    this.parts.lasso.hidden = true
    delete this.parts.frame.dataset.hand
  }

  private move = (event: PointerEvent): void => {
    const at = this.point(event)
    if (this.fingers.has(event.pointerId)) this.fingers.set(event.pointerId, at)
    this.tellPointer(at)
    const { doing } = this
    if (doing === null) return
    if (doing.kind === 'pinch') return this.pinched(doing)
    if (doing.kind === 'press') return this.pressMoved(doing.press, at, event.pointerId)
    if (doing.pointer !== event.pointerId) return
    if (doing.kind === 'pan') {
      this.stage.camera.panBy(at.x - doing.last.x, at.y - doing.last.y)
      doing.last = at
    }
    if (doing.kind === 'frame') this.draw(doing.from, at, doing.before)
    if (doing.kind === 'carry') doing.carry.follow(at)
  }

  private pressMoved(press: Press, at: Point, pointer: number): void {
    if (press.pointer !== pointer || Math.hypot(at.x - press.at.x, at.y - press.at.y) < STILL) return
    if (press.timer !== null) clearTimeout(press.timer)
    if (press.note === null || press.touch) {
      this.begin({ kind: 'pan', pointer, last: press.at })
      this.stage.camera.panBy(at.x - press.at.x, at.y - press.at.y)
      this.begin({ kind: 'pan', pointer, last: at })
    } else if (this.stage.acts.move) {
      this.take(press.note, pointer, press.at)
      if (this.doing?.kind === 'carry') this.doing.carry.follow(at)
    }
  }

  /** Takes a note in the hand, and with it all that are chosen when it is one of them. */
  private take(note: string, pointer: number, at: Point): void {
    if (!selection.has(note)) selection.set([note])
    const order = (id: string) => this.stage.laid?.lies.get(id)
    const others = [...selection.read()]
      .filter(id => id !== note && order(id))
      .sort(
        (a, b) =>
          (order(a)?.rect.y ?? 0) - (order(b)?.rect.y ?? 0) ||
          (order(a)?.index ?? 0) - (order(b)?.index ?? 0),
      )
    const carry = new Carry(this.stage, {
      ids: [note, ...others],
      at,
      mark: this.parts.mark,
      presence: this.presence,
    })
    this.begin({ kind: 'carry', pointer, carry })
  }

  private up = (event: PointerEvent): void => {
    this.fingers.delete(event.pointerId)
    const { doing } = this
    if (doing === null) return
    if (doing.kind === 'pinch') {
      if (this.fingers.size < 2) this.done()
      return
    }
    if (doing.kind === 'press') {
      if (doing.press.timer !== null) clearTimeout(doing.press.timer)
      if (doing.press.pointer === event.pointerId) this.pressed(doing.press)
    }
    if (doing.kind === 'carry' && doing.pointer === event.pointerId) doing.carry.drop()
    this.done()
  }

  /** A press and nothing more: chooses a note; once more opens it; beside all notes lets go of what was chosen. */
  private pressed({ note, more }: Press): void {
    const now = performance.now()
    const again = note !== null && this.latest.note === note && now - this.latest.at < DOUBLE
    this.latest = { note, at: now }
    if (note === null) {
      if (!more) selection.clear()
    } else if (more) selection.toggle(note)
    else if (again) this.stage.acts.open(note)
    else selection.set([note])
  }

  private cancelled = (event: PointerEvent): void => {
    this.fingers.delete(event.pointerId)
    this.cancel()
  }

  private left = (): void => {
    if (this.doing === null) this.presence?.point(null)
  }

  private tellPointer(at: Point): void {
    this.presence?.point(spotOf(this.stage, toWorld(this.stage.camera.camera, at)))
  }

  private pinch(): void {
    this.cancel()
    this.begin({ kind: 'pinch', ...this.span() })
  }

  private span(): { middle: Point; distance: number } {
    const [a, b] = [...this.fingers.values()] as [Point, Point]
    return {
      middle: { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 },
      distance: Math.max(1, Math.hypot(a.x - b.x, a.y - b.y)),
    }
  }

  private pinched(doing: Doing & { kind: 'pinch' }): void {
    if (this.fingers.size < 2) return
    const { middle, distance } = this.span()
    const { camera } = this.stage
    camera.panBy(middle.x - doing.middle.x, middle.y - doing.middle.y)
    camera.zoomBy(distance / doing.distance, middle)
    doing.middle = middle
    doing.distance = distance
  }

  /** Chooses what the frame that is drawn touches, beside what was chosen before. */
  private draw(from: Point, to: Point, before: ReadonlySet<string>): void {
    const [left, top] = [Math.min(from.x, to.x), Math.min(from.y, to.y)]
    const [width, height] = [Math.abs(from.x - to.x), Math.abs(from.y - to.y)]
    const { lasso } = this.parts
    lasso.hidden = false
    Object.assign(lasso.style, {
      left: `${left}px`,
      top: `${top}px`,
      width: `${width}px`,
      height: `${height}px`,
    })
    const { camera } = this.stage.camera
    const corner = toWorld(camera, { x: left, y: top })
    const within = { ...corner, width: width / camera.zoom, height: height / camera.zoom }
    const caught = [...(this.stage.laid?.lies ?? [])].filter(([, { rect }]) => touches(rect, within))
    selection.set([...before, ...caught.map(([id]) => id)])
  }

  /** Without this, a press on a note would begin to select its text. The focus goes to it all the same. */
  private keepFocus = (event: MouseEvent): void => {
    const note = this.under(event).closest<HTMLElement>('[data-note]')
    if (!note || this.readsText(event)) return
    event.preventDefault()
    note.focus({ preventScroll: true })
  }

  private doubled = (event: MouseEvent): void => {
    const target = event.target as Element
    if (target.closest('button, [data-note]') || this.latest.note !== null) return
    const { laid, acts, camera } = this.stage
    if (!laid) return
    const head = target.closest<HTMLElement>('[data-head]')
    const tile = tileAt(laid.arrangement, toWorld(camera.camera, this.point(event)))
    if (head) this.stage.zoomTo(tile)
    else acts.add?.(tile)
  }

  /** A long press takes a note; it should not also ask what to do with it. */
  private menu = (event: Event): void => {
    if (this.fingers.size > 0) event.preventDefault()
  }

  private wheel = (event: WheelEvent): void => {
    event.preventDefault()
    const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? LINE : 1
    const { camera } = this.stage
    if (event.ctrlKey || event.metaKey)
      return camera.zoomBy(wheelFactor(event.deltaY * unit), this.point(event))
    const sideways = event.shiftKey && event.deltaX === 0
    camera.panBy(-unit * (sideways ? event.deltaY : event.deltaX), -unit * (sideways ? 0 : event.deltaY))
  }
}
