import type { CDPSession } from '@playwright/test'

export type TraceEvent = {
  name: string
  ph: string
  /** In microseconds. */
  ts: number
  pid: number
  id2?: { local?: string }
  args: { frame_reporter?: { state: string } }
}
/** What the browser said of itself meanwhile; `raw` opens in its own viewer. */
export type Trace = { events: TraceEvent[]; raw: string }

const frames = ['disabled-by-default-devtools.timeline.frame']
const everything = [
  ...frames,
  'cc',
  'toplevel',
  'v8',
  'devtools.timeline',
  'disabled-by-default-devtools.timeline',
  'disabled-by-default-v8.cpu_profiler',
]

/** Starts tracing the browser; gives what ends it. `deep`: with what a profiler wants to see. */
export async function startTrace(cdp: CDPSession, deep: boolean): Promise<() => Promise<Trace>> {
  await cdp.send('Tracing.start', {
    transferMode: 'ReturnAsStream',
    traceConfig: {
      includedCategories: deep ? everything : frames,
      excludedCategories: ['*'],
      recordMode: 'recordAsMuchAsPossible',
    },
  })
  return async () => {
    const complete = new Promise<{ stream?: string }>(resolve => cdp.once('Tracing.tracingComplete', resolve))
    await cdp.send('Tracing.end')
    const { stream: handle = '' } = await complete
    let raw = ''
    for (;;) {
      const { data, eof } = await cdp.send('IO.read', { handle, size: 4 << 20 })
      raw += data
      if (eof) break
    }
    await cdp.send('IO.close', { handle })
    const { traceEvents } = JSON.parse(raw) as { traceEvents: TraceEvent[] }
    return { events: traceEvents, raw }
  }
}
