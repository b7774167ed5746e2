import { AsyncLocalStorage } from 'node:async_hooks'
import { randomBytes } from 'node:crypto'

/** Where something stands in a trace (W3C Trace Context). `sampled`: whether it is told to a collector. */
export type Trace = { trace: string; span: string; sampled: boolean }

/** What is under way is part of this trace. */
export const running = new AsyncLocalStorage<Trace>()
/** The trace of what is under way, for the log; absent outside one. */
export const traceNow = (): string | undefined => running.getStore()?.trace

export const newSpan = (): string => randomBytes(8).toString('hex')
export const newTrace = (): string => randomBytes(16).toString('hex')

const TRACEPARENT = /^([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-.*)?$/

/** What a `traceparent` header says; null when it says nothing that holds, and then a trace begins here. */
export function readTraceparent(header: string | undefined): Trace | null {
  const [, version, trace = '', span = '', flags = '', more] = TRACEPARENT.exec(header ?? '') ?? []
  const known = version !== undefined && version !== 'ff' && (version !== '00' || more === undefined)
  if (!known || /^0+$/.test(trace) || /^0+$/.test(span)) return null
  return { trace, span, sampled: (Number.parseInt(flags, 16) & 1) === 1 }
}

/** Whether a trace is among the part of all that is told, by its id, so that every node decides alike. */
export const amongPart = (trace: string, part: number): boolean =>
  Number.parseInt(trace.slice(-12), 16) / 2 ** 48 < part
