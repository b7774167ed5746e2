import type { CDPSession } from '@playwright/test'
import { viewport } from './browser.ts'

/** A hand moves at the pace of the screen. */
const HZ = 60
const CTRL = 2

type Place = { x: number; y: number }
const middle: Place = { x: viewport.width / 2, y: viewport.height / 2 }

/**
 * Does `act` sixty times a second while `seconds` last, with the time since the start in seconds. Like a hand, it doesn't wait until the
 * page has answered; whoever is behind finds several inputs waiting.
 */
async function atPace(seconds: number, act: (at: number) => Promise<unknown>): Promise<void> {
  const start = performance.now()
  const under: Promise<unknown>[] = []
  for (let step = 0; step < seconds * HZ; step++) {
    const due = start + (step * 1000) / HZ
    const wait = due - performance.now()
    if (wait > 0) await new Promise(resolve => setTimeout(resolve, wait))
    under.push(act(step / HZ))
  }
  await Promise.all(under)
}

/** The mouse and the wheel of one page, by the browser's own input path. */
export class Hand {
  private readonly cdp: CDPSession
  private down = false

  constructor(cdp: CDPSession) {
    this.cdp = cdp
  }

  wheel(place: Place, deltaX: number, deltaY: number, modifiers = 0): Promise<unknown> {
    return this.cdp.send('Input.dispatchMouseEvent', {
      type: 'mouseWheel',
      ...place,
      deltaX,
      deltaY,
      modifiers,
    })
  }

  private mouse(type: 'mouseMoved' | 'mousePressed' | 'mouseReleased', place: Place): Promise<unknown> {
    const holds = this.down || type === 'mousePressed'
    return this.cdp.send('Input.dispatchMouseEvent', {
      type,
      ...place,
      button: holds || type === 'mouseReleased' ? 'left' : 'none',
      buttons: holds ? 1 : 0,
      clickCount: type === 'mouseMoved' ? 0 : 1,
    })
  }

  /**
   * Turns the wheel a little every so many ms until told to stop: some turns one way, as many back, for two opposite ones in one frame would
   * show as none.
   */
  nudge(everyMs: number): () => void {
    let turn = 0
    const timer = setInterval(() => {
      const deltaY = turn++ % 20 < 10 ? 6 : -6
      void this.wheel(middle, 0, deltaY).catch(() => {})
    }, everyMs)
    return () => clearInterval(timer)
  }

  /** Pans in circles, some 800 px a second, so that it ends where it began. */
  pan(seconds: number): Promise<void> {
    const turns = Math.max(1, Math.round(seconds / 2))
    return atPace(seconds, at => {
      const angle = (at / seconds) * 2 * Math.PI * turns
      return this.wheel(middle, 14 * Math.cos(angle), 14 * Math.sin(angle))
    })
  }

  /** Zooms at a place, by `delta` a step; the mouse is there too, for some look where it was last. */
  async zoom(place: Place, seconds: number, delta: number): Promise<void> {
    await this.mouse('mouseMoved', place)
    await atPace(seconds, () => this.wheel(place, 0, delta, CTRL))
  }

  /** Takes what lies at a place and moves it about in a figure of eight, so often as `seconds` allow; lets go where it began. */
  async drag(place: Place, seconds: number): Promise<void> {
    await this.take(place)
    const turns = Math.max(1, Math.round(seconds / 2.5))
    await atPace(seconds, at => {
      const angle = (at / seconds) * 2 * Math.PI * turns
      return this.mouse('mouseMoved', {
        x: place.x + 260 * Math.sin(angle),
        y: place.y + 150 * Math.sin(2 * angle),
      })
    })
    await this.release(place)
  }

  async take(place: Place): Promise<void> {
    await this.mouse('mouseMoved', place)
    await this.mouse('mousePressed', place)
    this.down = true
  }

  /** Moves what is held to a place, by ten steps. */
  async carry(from: Place, to: Place): Promise<void> {
    for (let step = 1; step <= 10; step++) {
      const part = step / 10
      await this.mouse('mouseMoved', {
        x: from.x + (to.x - from.x) * part,
        y: from.y + (to.y - from.y) * part,
      })
    }
  }

  async release(place: Place): Promise<void> {
    await this.mouse('mouseMoved', place)
    this.down = false
    await this.mouse('mouseReleased', place)
  }
}
