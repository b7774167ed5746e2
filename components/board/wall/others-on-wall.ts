import type { OtherOnWall, WallPresence } from '#components/live/wall-presence.ts'
import type { Spot } from '#lib/protocol/presence.ts'
import { sight } from '#lib/wall/camera.ts'
import { NOTE_WIDTH } from '#lib/wall/note-size.ts'
import type { Point } from '#lib/wall/outline.ts'
import { touches } from '#lib/wall/spatial.ts'
import { prefersStill } from './camera-control.ts'
import { Gliding } from './gliding.ts'
import type { Hands } from './hands.ts'
import type { Stage } from './stage.ts'

const PILE = 7
/** What is moved further out of sight than this, in widths and heights of the window, stays where it was drawn last. */
const ABOUT = 0.25
/** While one's own hand moves the wall, others go on in steps of so many ms: each takes a good part of a frame. */
const STEP = 100

/**
 * Draws what the others do: what they move glides along with them, and where they point shows when that is asked for. What only goes
 * elsewhere is moved as it stands, at every frame; who takes a note and who lets go is drawn at the pace of the page.
 */
export class OthersOnWall {
  private readonly stage: Stage
  private readonly presence: WallPresence
  private readonly hands: Hands
  /** What pointers are drawn in; its px are those of the screen. */
  private readonly layer: HTMLElement
  private readonly pointers = new Map<number, HTMLElement>()
  private readonly pointing = new Gliding<number>()
  /** The notes that are drawn in somebody's hand, where in the world each is. */
  private readonly carrying = new Gliding<string>()
  private others: readonly OtherOnWall[] = []
  private heard = false
  private frame: number | null = null
  private moved = Number.NEGATIVE_INFINITY
  private showsPointers = false

  constructor(stage: Stage, presence: WallPresence, hands: Hands, layer: HTMLElement) {
    this.stage = stage
    this.presence = presence
    this.hands = hands
    this.layer = layer
  }

  mount(): () => void {
    const ends = [
      this.presence.subscribe(() => {
        this.heard = true
        this.frame ??= requestAnimationFrame(this.follow)
      }),
      this.stage.camera.onRest(this.draw),
    ]
    this.draw()
    return () => {
      for (const end of ends) end()
      if (this.frame !== null) cancelAnimationFrame(this.frame)
      for (const element of this.pointers.values()) element.remove()
      this.pointers.clear()
      for (const id of this.carrying.keys()) this.letGo(id)
    }
  }

  showPointers(shows: boolean): void {
    if (this.showsPointers === shows) return
    this.showsPointers = shows
    this.draw()
  }

  /** All of it, after the wall was laid out anew. */
  draw = (): void => {
    const now = performance.now()
    this.others = this.presence.others()
    this.drawHands()
    this.aim(now)
    this.move(now, true)
  }

  private follow = (now: number): void => {
    this.frame = null
    if (this.presence.isCalm && now < this.moved + STEP) {
      this.frame = requestAnimationFrame(this.follow)
      return
    }
    this.moved = now
    if (this.heard) {
      this.heard = false
      this.others = this.presence.others()
      this.aim(now)
      const held = this.heldByOthers()
      const drawn = this.carrying.keys()
      if (drawn.length !== held.size || drawn.some(id => !held.has(id))) this.presence.soon(this.drawHands)
    }
    this.move(now)
    if (this.pointing.isMoving(now) || this.carrying.isMoving(now))
      this.frame = requestAnimationFrame(this.follow)
  }

  /** What is in hands that one sees, and where. Who holds a note here sees it in their own. */
  private heldByOthers(): Map<string, Point> {
    const held = new Map<string, Point>()
    for (const { hand, notes } of this.others) {
      const at = hand && this.place(hand)
      if (!at) continue
      for (const [index, id] of notes.entries()) {
        if (this.hands.carries(id) || held.has(id) || !this.stage.notes.has(id)) continue
        held.set(id, { x: at.x + Math.min(6, index) * PILE, y: at.y })
      }
    }
    return held
  }

  private drawHands = (): void => {
    const now = performance.now()
    const held = this.heldByOthers()
    for (const id of this.carrying.keys()) if (!held.has(id)) this.letGo(id)
    for (const [id, at] of held) {
      const element = this.stage.notes.get(id)
      if (element) element.dataset.carried = 'other'
      this.carrying.aim(id, at, now)
    }
    this.move(now)
  }

  private letGo(id: string): void {
    this.carrying.leave(id)
    const element = this.stage.notes.get(id)
    if (!element || this.hands.carries(id)) return
    delete element.dataset.carried
    element.style.transform = ''
  }

  /** Sends on their way those that are drawn. */
  private aim(now: number): void {
    const held = this.heldByOthers()
    for (const id of this.carrying.keys()) {
      const at = held.get(id)
      if (at) this.carrying.aim(id, at, now)
    }
    const here = new Set<number>()
    for (const { page, pointer, name } of this.showsPointers ? this.others : []) {
      const at = pointer && this.place(pointer)
      if (!at) continue
      here.add(page)
      this.enter(page, name)
      this.pointing.aim(page, at, now)
    }
    for (const [page, element] of this.pointers) {
      if (here.has(page)) continue
      element.remove()
      this.pointers.delete(page)
      this.pointing.leave(page)
    }
  }

  /**
   * Puts everything where it is by now; what is far out of sight only after the wall was laid out anew. The browser has no layer for
   * that, and makes all layers anew for each move of it.
   */
  private move(time: number, all = false): void {
    const now = prefersStill() ? Number.POSITIVE_INFINITY : time
    const { camera, view, laidAt: zoom } = this.stage.camera
    const seen = sight(camera, view)
    const [wide, high] = [ABOUT * seen.width, ABOUT * seen.height]
    const about = {
      x: seen.x - wide - NOTE_WIDTH,
      y: seen.y - high - NOTE_WIDTH,
      width: seen.width + 2 * wide + NOTE_WIDTH,
      height: seen.height + 2 * high + NOTE_WIDTH,
    }
    const isNear = (at: Point) => all || touches({ ...at, width: 0, height: 0 }, about)
    for (const id of this.carrying.keys()) {
      const lies = this.stage.laid?.lies.get(id)?.rect
      const element = this.stage.notes.get(id)
      if (!lies || !element || this.hands.carries(id)) continue
      const at = this.carrying.drawAt(id, now, isNear)
      if (at) element.style.transform = `translate(${at.x - lies.x}px, ${at.y - lies.y}px)`
    }
    for (const [page, element] of this.pointers) {
      const at = this.pointing.drawAt(page, now, isNear)
      if (at) element.style.transform = `translate(${at.x * zoom}px, ${at.y * zoom}px)`
    }
  }

  private enter(page: number, name: string): void {
    let element = this.pointers.get(page)
    if (!element) {
      element = document.createElement('div')
      element.className = 'wall-pointer'
      element.innerHTML =
        '<svg viewBox="0 0 16 20" width="16" height="20"><path d="M1 1v15l4-4 3 7 3-1-3-7h6z"/></svg><span></span>'
      this.layer.append(element)
      this.pointers.set(page, element)
    }
    const label = element.lastElementChild as HTMLElement
    if (label.textContent !== name) label.textContent = name
  }

  private place({ tile, x, y }: Spot): Point | null {
    const corner = this.stage.laid?.arrangement.content[tile]
    return corner ? { x: corner.x + x, y: corner.y + y } : null
  }
}
