import type { Recorded } from './in-page.ts'
import type { TraceEvent } from './trace.ts'

/**
 * Of a gesture, in ms: time from one frame to the next as the page had them; the same for pictures, those that were put on the screen with
 * all that the page changed; all tasks over 50 ms together. `busy`: the share of one core that the page's main thread took.
 */
export type Pace = {
  p50: number
  p95: number
  max: number
  picture95: number
  longTasks: number
  busy: number
}

function part(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

const gapsOf = (moments: readonly number[]): number[] =>
  moments
    .slice(1)
    .map((at, index) => at - (moments[index] ?? at))
    .sort((a, b) => a - b)

/** When pictures came on the screen, in ms, by what the compositor reports of each frame that it was asked for. */
function picturesOf(events: readonly TraceEvent[]): number[] {
  const open = new Map<string, TraceEvent[]>()
  const shown: number[] = []
  for (const event of events.filter(({ name }) => name === 'PipelineReporter').sort((a, b) => a.ts - b.ts)) {
    const id = `${event.pid} ${event.id2?.local}`
    if (event.ph === 'b') open.set(id, [...(open.get(id) ?? []), event])
    const begun = event.ph === 'e' ? open.get(id)?.pop() : undefined
    if (begun?.args.frame_reporter?.state === 'STATE_PRESENTED_ALL') shown.push(event.ts / 1000)
  }
  return shown
}

export function paceOf({ frames, longTasks }: Recorded, events: readonly TraceEvent[], busy: number): Pace {
  const gaps = gapsOf(frames)
  const pictures = gapsOf(picturesOf(events))
  return {
    p50: part(gaps, 0.5),
    p95: part(gaps, 0.95),
    max: gaps.at(-1) ?? 0,
    picture95: part(pictures, 0.95),
    longTasks,
    busy,
  }
}
