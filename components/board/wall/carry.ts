import { flushSync } from 'react-dom'
import type { WallPresence } from '#components/live/wall-presence.ts'
import { GAP } from '#lib/wall/arrange.ts'
import { toWorld } from '#lib/wall/camera.ts'
import type { Point } from '#lib/wall/outline.ts'
import { type Slot, slotAt, tileAt } from '#lib/wall/spatial.ts'
import { prefersStill } from './camera-control.ts'
import type { Stage } from './stage.ts'

/** This near to the edge of the window, in px, the wall comes along; so fast at the edge itself, in px a frame. */
const EDGE = 44
const SPEED = 16
const LANDING = 150

type Carried = { id: string; from: Point }

/**
 * Notes in one's hand. They are moved by style alone, above everything; where they would land is marked. Only letting go is an edit.
 */
export class Carry {
  private readonly stage: Stage
  private readonly presence: WallPresence | null
  private readonly mark: HTMLElement
  private readonly carried: Carried[]
  /** From the first note's corner to the hand, in world units. */
  private readonly grip: Point
  private hand: Point
  private slot: Slot | null = null
  private frame: number | null = null
  private readonly ends: (() => void)[]

  /** `at`: where on the frame the hand took hold; `ids`: the note under it first. */
  constructor(
    stage: Stage,
    given: { ids: readonly string[]; at: Point; mark: HTMLElement; presence: WallPresence | null },
  ) {
    this.stage = stage
    this.presence = given.presence
    this.mark = given.mark
    this.hand = given.at
    this.carried = given.ids.flatMap(id => {
      const from = stage.laid?.lies.get(id)?.rect
      return from ? [{ id, from }] : []
    })
    const at = toWorld(stage.camera.camera, given.at)
    const first = this.carried[0]?.from ?? at
    this.grip = { x: at.x - first.x, y: at.y - first.y }
    this.ends = [stage.camera.hold(), stage.camera.onMove(() => this.again())]
    // The hand is to be followed at every frame.
    if (this.presence) this.ends.push(this.presence.calm())
    this.presence?.take(this.carried.map(each => each.id))
    this.follow(given.at)
    this.frame = requestAnimationFrame(this.pullAlong)
  }

  has(id: string): boolean {
    return this.carried.some(each => each.id === id)
  }

  follow(hand: Point): void {
    this.hand = hand
    const { laid, camera } = this.stage
    if (!laid) return
    const at = toWorld(camera.camera, hand)
    const lead = { x: at.x - this.grip.x, y: at.y - this.grip.y }
    const first = this.carried[0]
    if (!first) return
    for (const [index, { id, from }] of this.carried.entries()) {
      // What others do to it meanwhile draws it anew elsewhere; the hand holds it all the same.
      const element = this.stage.notes.get(id)
      if (!element) continue
      const lies = laid.lies.get(id)?.rect ?? from
      const away = pile(index)
      element.dataset.carried = 'me'
      element.style.transform = `translate(${lead.x + away.x - lies.x}px, ${lead.y + away.y - lies.y}px)`
    }
    this.show(slotAt(laid.arrangement, at))
    this.presence?.carry(spotOf(this.stage, lead))
  }

  /** What lies under the hand moved. */
  again(): void {
    this.follow(this.hand)
  }

  /** Lays them down where they are held. */
  drop(): void {
    const { laid, acts } = this.stage
    const slot = this.slot
    const ids = this.carried.map(each => each.id).filter(id => laid?.lies.has(id))
    if (slot && ids.length > 0) flushSync(() => acts.move?.(ids, slot))
    this.land()
  }

  /** Puts them back. */
  cancel(): void {
    this.land()
  }

  private show(slot: Slot): void {
    const same = this.slot?.bouwsteen === slot.bouwsteen && this.slot.index === slot.index
    this.slot = slot
    if (same) return
    const { x, y, width, height } = slot.mark
    Object.assign(this.mark.style, {
      left: `${x}px`,
      top: `${y}px`,
      width: `${width}px`,
      height: `${height}px`,
    })
    this.mark.hidden = false
    this.mark.toggleAttribute('data-last', height > GAP)
  }

  /** At the edge of the window the wall comes along under the hand. */
  private pullAlong = (): void => {
    const { view } = this.stage.camera
    const pull = (at: number, room: number) => {
      if (at < EDGE) return SPEED * Math.min(1, (EDGE - at) / EDGE)
      if (at > room - EDGE) return -SPEED * Math.min(1, (at - room + EDGE) / EDGE)
      return 0
    }
    const [x, y] = [pull(this.hand.x, view.width), pull(this.hand.y, view.height)]
    if (x !== 0 || y !== 0) this.stage.camera.panBy(x, y)
    this.frame = requestAnimationFrame(this.pullAlong)
  }

  /** From the hand to where they lie now. */
  private land(): void {
    if (this.frame !== null) cancelAnimationFrame(this.frame)
    for (const end of this.ends) end()
    this.mark.hidden = true
    const at = toWorld(this.stage.camera.camera, this.hand)
    for (const [index, { id }] of this.carried.entries()) {
      const away = pile(index)
      const lies = this.stage.laid?.lies.get(id)?.rect
      const element = this.stage.notes.get(id)
      if (!element) continue
      element.style.transform = ''
      delete element.dataset.carried
      if (!lies || prefersStill()) continue
      const from = { x: at.x - this.grip.x + away.x - lies.x, y: at.y - this.grip.y + away.y - lies.y }
      element.animate(
        [
          { transform: `translate(${from.x}px, ${from.y}px)`, zIndex: 3 },
          { transform: 'none', zIndex: 3 },
        ],
        { duration: LANDING, easing: 'ease-out' },
      )
    }
    this.presence?.letGo()
  }
}

/** A pile: each a little further aside than the one above it. */
const pile = (index: number): Point => ({ x: Math.min(6, index) * 7, y: Math.min(6, index) * 7 })

/** A point of the world as the others are told of it. */
export function spotOf(stage: Stage, point: Point): { tile: Slot['bouwsteen']; x: number; y: number } {
  const laid = stage.laid
  if (!laid) return { tile: 'opgave', x: 0, y: 0 }
  const tile = tileAt(laid.arrangement, point)
  const corner = laid.arrangement.content[tile]
  return { tile, x: Math.round(point.x - corner.x), y: Math.round(point.y - corner.y) }
}
