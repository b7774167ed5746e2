import type { OtherOnWall, WallPresence } from '#components/live/wall-presence.ts'
import type { Spot } from '#lib/protocol/presence.ts'
import type { Point } from '#lib/wall/outline.ts'
import type { Hands } from './hands.ts'
import type { Stage } from './stage.ts'

const PILE = 7

/** Draws what the others do: what they move glides along with them, and where they point shows when that is asked for. */
export class OthersOnWall {
  private readonly stage: Stage
  private readonly presence: WallPresence
  private readonly hands: Hands
  /** What pointers are drawn in; its px are those of the screen. */
  private readonly layer: HTMLElement
  private readonly pointers = new Map<number, HTMLElement>()
  private carried = new Set<string>()
  private showsPointers = false

  constructor(stage: Stage, presence: WallPresence, hands: Hands, layer: HTMLElement) {
    this.stage = stage
    this.presence = presence
    this.hands = hands
    this.layer = layer
  }

  mount(): () => void {
    const ends = [this.presence.subscribe(this.draw), this.stage.camera.onRest(this.draw)]
    this.draw()
    return () => {
      for (const end of ends) end()
      for (const element of this.pointers.values()) element.remove()
      this.pointers.clear()
      for (const id of this.carried) this.letGo(id)
    }
  }

  showPointers(shows: boolean): void {
    this.showsPointers = shows
    this.draw()
  }

  draw = (): void => {
    const others = this.presence.others()
    this.drawCarried(others)
    this.drawPointers(this.showsPointers ? others : [])
  }

  private drawCarried(others: readonly OtherOnWall[]): void {
    const now = new Set<string>()
    for (const { hand, notes } of others) {
      const at = hand && this.place(hand)
      if (!at) continue
      for (const [index, id] of notes.entries()) {
        // Who holds it here sees it in their own hand.
        if (this.hands.carries(id) || now.has(id)) continue
        const lies = this.stage.laid?.lies.get(id)?.rect
        const element = this.stage.notes.get(id)
        if (!lies || !element) continue
        const aside = Math.min(6, index) * PILE
        element.dataset.carried = 'other'
        element.style.transform = `translate(${at.x + aside - lies.x}px, ${at.y + aside - lies.y}px)`
        now.add(id)
      }
    }
    for (const id of this.carried) if (!now.has(id)) this.letGo(id)
    this.carried = now
  }

  private letGo(id: string): void {
    const element = this.stage.notes.get(id)
    if (!element || this.hands.carries(id)) return
    delete element.dataset.carried
    element.style.transform = ''
  }

  private drawPointers(others: readonly OtherOnWall[]): void {
    const here = new Set<number>()
    const zoom = this.stage.camera.laidAt
    for (const { page, pointer, name } of others) {
      const at = pointer && this.place(pointer)
      if (!at) continue
      here.add(page)
      const element = this.pointers.get(page) ?? this.enter(page)
      if (element.lastElementChild?.textContent !== name)
        (element.lastElementChild as HTMLElement).textContent = name
      element.style.transform = `translate(${at.x * zoom}px, ${at.y * zoom}px)`
    }
    for (const [page, element] of this.pointers) {
      if (here.has(page)) continue
      element.remove()
      this.pointers.delete(page)
    }
  }

  private enter(page: number): HTMLElement {
    const element = document.createElement('div')
    element.className = 'wall-pointer'
    element.innerHTML =
      '<svg viewBox="0 0 16 20" width="16" height="20"><path d="M1 1v15l4-4 3 7 3-1-3-7h6z"/></svg><span></span>'
    this.layer.append(element)
    this.pointers.set(page, element)
    return element
  }

  private place({ tile, x, y }: Spot): Point | null {
    const corner = this.stage.laid?.arrangement.content[tile]
    return corner ? { x: corner.x + x, y: corner.y + y } : null
  }
}
