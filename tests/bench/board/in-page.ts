/** What runs inside the page that is measured, ours and the peers' alike; handed to the browser as it stands. */

/** How a page is asked: whether the scene is drawn, and where a note is on the screen, in px. Both run in the page. */
export type PageProbe = {
  drawn: (count: number) => boolean
  rect: (id: string) => { x: number; y: number; width: number; height: number } | null
}
/** When the scene was first seen drawn, and when an input was first answered in time; ms since the navigation began. */
export type Moments = { drawn: number | null; interactive: number | null }
/** `frames`: when each frame began, in ms; `longTasks`: of all tasks over 50 ms together, in ms. */
export type Recorded = { frames: number[]; longTasks: number }

declare global {
  interface Window {
    bench: {
      moments: Moments
      rect: PageProbe['rect']
      /** No more looking out for the first answer. */
      seen: () => void
      begin: () => void
      end: () => Recorded
    }
  }
}

/** An input is answered in time when the next picture that shows it is due within this, in ms. */
const ANSWER_MS = 50

type Watch = PageProbe & { count: number; reference: string; answerMs: number }

/**
 * Watches from the first moment on for the scene to be drawn, and then for a turn of the wheel to have moved `reference`, a
 * note that nobody else moves.
 */
function watch({ drawn, rect, count, reference, answerMs }: Watch): void {
  const moments: Moments = { drawn: null, interactive: null }
  let asked: { at: number; x: number; y: number } | null = null
  let looking = true
  const ask = ({ timeStamp: at }: Event) => {
    if (moments.drawn === null || at < moments.drawn) return
    // A turn that waits longer for its answer than is allowed is given up for the next.
    if (asked && at - asked.at <= answerMs) return
    const place = rect(reference)
    if (place) asked = { at, x: place.x, y: place.y }
  }
  addEventListener('wheel', ask, { capture: true, passive: true })
  const look = () => {
    const now = performance.now()
    if (moments.drawn === null && drawn(count)) moments.drawn = now
    const place = asked && rect(reference)
    if (asked && place && now - asked.at <= answerMs && (place.x !== asked.x || place.y !== asked.y)) {
      moments.interactive = now
      seen()
    }
    if (looking) requestAnimationFrame(look)
  }
  const seen = () => {
    looking = false
    removeEventListener('wheel', ask, { capture: true })
  }
  requestAnimationFrame(look)

  let recorded: Recorded = { frames: [], longTasks: 0 }
  let recording = false
  const each = (time: number) => {
    if (!recording) return
    recorded.frames.push(time)
    requestAnimationFrame(each)
  }
  new PerformanceObserver(list => {
    if (recording) for (const { duration } of list.getEntries()) recorded.longTasks += duration
  }).observe({ type: 'longtask' })
  window.bench = {
    moments,
    rect,
    seen,
    begin: () => {
      recorded = { frames: [], longTasks: 0 }
      recording = true
      requestAnimationFrame(each)
    },
    end: () => {
      recording = false
      return recorded
    },
  }
}

/** The script to run before any of the page's own. Functions go as their source, for a strict content policy forbids to make them there. */
export function initScript({ drawn, rect }: PageProbe, count: number, reference: string): string {
  const given = JSON.stringify({ count, reference, answerMs: ANSWER_MS })
  return `(${watch})({ ...${given}, drawn: ${drawn}, rect: ${rect} })`
}
