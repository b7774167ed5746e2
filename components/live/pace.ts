import type * as Y from 'yjs'

/** While others go on, what they did is drawn at most once in so many ms: a hall that types is not to be drawn letter by letter. */
export const PACE = 80
/** And at most once in so many while one's own hand moves what it is drawn on: that has to follow the hand at every frame. */
export const CALM = 800

/** When what others did is drawn: all that waits at once, for a little of each at a time takes as long each time. */
export class Pace {
  private since = Number.NEGATIVE_INFINITY
  private timer: ReturnType<typeof setTimeout> | null = null
  private held = 0
  private late = new Set<() => void>()

  /** Draws at once when it was quiet, else with what else waits; once, however often the same is asked for meanwhile. */
  soon(draw: () => void): void {
    this.late.add(draw)
    if (this.timer === null) this.drawWhenDue()
  }

  /** Draws at once, for what one did oneself. */
  now(draw: () => void): void {
    this.late.delete(draw)
    // What waits doesn't wait longer for it.
    if (this.late.size === 0) this.since = performance.now()
    draw()
  }

  /** Whether one's own hand moves what it is drawn on. */
  get isCalm(): boolean {
    return this.held > 0
  }

  /** Until the answer is called, others are drawn less often; then at once what waits. */
  calm(): () => void {
    this.held++
    let holds = true
    return () => {
      if (!holds) return
      holds = false
      this.held--
      if (this.held === 0 && this.late.size > 0) this.drawAll()
    }
  }

  private drawWhenDue(): void {
    const due = this.since + (this.held > 0 ? CALM : PACE) - performance.now()
    if (due <= 0) return this.drawAll()
    this.timer = setTimeout(() => {
      this.timer = null
      if (this.late.size > 0) this.drawWhenDue()
    }, due)
  }

  private drawAll(): void {
    this.since = performance.now()
    const all = this.late
    this.late = new Set()
    for (const draw of all) draw()
  }
}

const paces = new WeakMap<Y.Doc, Pace>()

/** The pace of a document on this page, for what it holds and for who has it open alike. */
export function paceOf(doc: Y.Doc): Pace {
  const made = paces.get(doc) ?? new Pace()
  paces.set(doc, made)
  return made
}
