import { writeFileSync } from 'node:fs'
import { Visit, viewport } from './browser.ts'
import { type Pace, paceOf } from './frames.ts'
import { Hand } from './gestures.ts'
import { initScript, type Moments } from './in-page.ts'
import type { Scene } from './scene.ts'
import { probes, type SubjectName } from './subjects.ts'
import { startTrace } from './trace.ts'

export const gestures = ['panAll', 'zoom', 'pan', 'drag'] as const
export type Gesture = (typeof gestures)[number]
export type Figures = Moments & {
  scripts: number
  heap: number
  heapAfter: number
  process: number
  processAfter: number
} & Record<Gesture, Pace>

/** Where a subject is, and how to come in. */
export type Place = {
  subject: SubjectName
  url: string
  enter: (visit: Visit) => Promise<void>
  /** What is set once the page is there, for all to show the same. */
  prepare: (visit: Visit) => Promise<void>
}
export type Asked = { scene: Scene; seconds: number; trace: string | null }

/** Width of a note on the screen at which one reads and drags, in px. */
const NEAR = 120
/** A note that only its owner touches, who but looks on, and that lies first in its group: it stays where it is. */
const REFERENCE = 4
/** Time between the inputs that are to be answered, in ms: longer than an answer in time takes, so that it is known whose it is. */
const NUDGE_MS = 60
/** Longest that an input is waited for, in ms. */
const WAIT_MS = 20_000

const sleep = (ms: number) => new Promise(resolve => setTimeout(resolve, ms))

class Watched {
  readonly visit: Visit
  readonly hand: Hand
  private readonly asked: Asked
  private readonly subject: SubjectName

  constructor(visit: Visit, subject: SubjectName, asked: Asked) {
    this.visit = visit
    this.hand = new Hand(visit.cdp)
    this.asked = asked
    this.subject = subject
  }

  async rect(id: string) {
    const found = await this.visit.page.evaluate(id => {
      const rect = window.bench.rect(id)
      return rect && { x: rect.x, y: rect.y, width: rect.width, height: rect.height }
    }, id)
    if (!found) throw new Error(`${this.subject} shows no ${id}`)
    return found
  }

  async center(id: string) {
    const { x, y, width, height } = await this.rect(id)
    return { x: x + width / 2, y: y + height / 2 }
  }

  /** Waits until the page has drawn what was done to it. */
  async settled(): Promise<void> {
    await this.visit.page.evaluate(
      () => new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn))),
    )
  }

  /** Records the frames of what is done, and how busy the page was with it. */
  async record(gesture: Gesture, act: () => Promise<void>): Promise<Pace> {
    const { page } = this.visit
    const stop = await startTrace(this.visit.cdp, this.asked.trace !== null)
    const [busy, at] = [await this.visit.busySeconds(), performance.now()]
    await page.evaluate(() => window.bench.begin())
    await act()
    const recorded = await page.evaluate(() => window.bench.end())
    const share = (await this.visit.busySeconds()) - busy
    const seconds = (performance.now() - at) / 1000
    const trace = await stop()
    if (this.asked.trace) writeFileSync(`${this.asked.trace}/${this.subject}-${gesture}.json`, trace.raw)
    return paceOf(recorded, trace.events, share / seconds)
  }
}

/** The note of somebody who only looks on that lies nearest to the middle of the screen. */
async function nearMiddle(watched: Watched, scene: Scene): Promise<string> {
  const still = scene.notes.filter(note => note.person % 5 === 4).map(note => note.id)
  const found = await watched.visit.page.evaluate(
    ({ still, x, y }) => {
      const far = (id: string) => {
        const rect = window.bench.rect(id)
        return rect ? Math.hypot(rect.x + rect.width / 2 - x, rect.y + rect.height / 2 - y) : Infinity
      }
      return still.map(id => ({ id, far: far(id) })).sort((a, b) => a.far - b.far)[0]?.id
    },
    { still, x: viewport.width / 2, y: viewport.height / 2 },
  )
  if (!found) throw new Error('no note to look at')
  return found
}

/** Opens the page and waits until an input is answered in time. `interactive` is null when none was for all the time that is waited. */
async function come(place: Place, visit: Visit, { scene }: Asked): Promise<Moments> {
  await place.enter(visit)
  const reference = scene.notes[REFERENCE]?.id ?? ''
  await visit.page.addInitScript({
    content: initScript(probes[place.subject], scene.notes.length, reference),
  })
  await visit.page.goto(place.url, { waitUntil: 'commit' })
  const stop = new Hand(visit.cdp).nudge(NUDGE_MS)
  const answered = () => window.bench.moments.interactive !== null
  await visit.page
    .waitForFunction(answered, null, { polling: 200, timeout: WAIT_MS })
    .catch((error: Error) => {
      if (error.name !== 'TimeoutError') throw error
    })
    .finally(stop)
  const moments = await visit.page.evaluate(() => {
    window.bench.seen()
    return window.bench.moments
  })
  if (moments.drawn === null) throw new Error(`${place.subject} draws nothing`)
  return moments
}

/** Zooms until notes are as near as one reads them; gives the sum of the wheel's turns that it took. */
async function approach(watched: Watched, id: string): Promise<number> {
  let turned = 0
  for (;;) {
    const { width } = await watched.rect(id)
    if (width > 0.9 * NEAR && width < 1.2 * NEAR) return turned
    if (turned > 3000) throw new Error('the wheel with ctrl does not zoom')
    await watched.hand.zoom(await watched.center(id), 5 / 60, width < NEAR ? -3 : 3)
    await watched.settled()
    turned += 15
  }
}

/** Pans by the wheel until a note lies in the middle of the screen. */
async function toMiddle(watched: Watched, id: string): Promise<void> {
  const middle = { x: viewport.width / 2, y: viewport.height / 2 }
  for (let turn = 0; turn < 20; turn++) {
    const place = await watched.center(id)
    const [x, y] = [place.x - middle.x, place.y - middle.y]
    if (Math.hypot(x, y) < 30) return
    await watched.hand.wheel(middle, x, y)
    await watched.settled()
  }
}

/** One visit of one subject, from an empty browser to the last gesture. */
export async function measure(place: Place, asked: Asked): Promise<Figures> {
  const visit = await Visit.open()
  try {
    const moments = await come(place, visit, asked)
    await sleep(1500)
    const loaded = await visit.memory()
    await place.prepare(visit)
    const watched = new Watched(visit, place.subject, asked)
    const { hand } = watched
    const { seconds } = asked
    const id = await nearMiddle(watched, asked.scene)

    const panAll = await watched.record('panAll', () => hand.pan(seconds))
    await sleep(300)
    const turned = await approach(watched, id)
    // As much there and back as fill the time, so that all go from the whole scene to reading and back as fast.
    const delta = turned / ((seconds / 2) * 60)
    await hand.zoom(await watched.center(id), seconds / 2, delta)
    await sleep(300)
    const at = await watched.center(id)
    const zoom = await watched.record('zoom', async () => {
      await hand.zoom(at, seconds / 2, -delta)
      await hand.zoom(at, seconds / 2, delta)
    })
    await toMiddle(watched, id)
    await approach(watched, id)
    await toMiddle(watched, id)
    const pan = await watched.record('pan', () => hand.pan(seconds))
    await toMiddle(watched, id)
    await proveDrag(watched, id)
    const drag = await watched.record('drag', async () => hand.drag(await watched.center(id), seconds))
    await sleep(500)
    const after = await visit.memory()
    if (visit.complaints.length > 0) throw new Error(`${place.subject}: ${visit.complaints.join('; ')}`)
    return {
      ...moments,
      scripts: await visit.scriptKilobytes(),
      heap: loaded.heap,
      heapAfter: after.heap,
      process: loaded.process,
      processAfter: after.process,
      panAll,
      zoom,
      pan,
      drag,
    }
  } finally {
    await visit.close()
  }
}

/** How often a note is tried to be taken: others may push it from under the mouse just before it is. */
const TAKES = 3

/** A gesture that moves nothing would be a quick one: drags the note aside once, and sees that it goes along. */
async function proveDrag(watched: Watched, id: string): Promise<void> {
  const { hand } = watched
  for (let take = 1; take <= TAKES; take++) {
    const from = await watched.center(id)
    const to = { x: from.x + 160, y: from.y + 60 }
    await hand.take(from)
    await hand.carry(from, to)
    await sleep(200)
    const there = await watched.center(id)
    await hand.carry(to, from)
    await sleep(200)
    await hand.release(from)
    await sleep(300)
    if (Math.hypot(there.x - to.x, there.y - to.y) <= 60) return
  }
  throw new Error('the note does not follow the mouse')
}
