import type { Config } from './config.ts'
import { traceNow } from './tracing/trace.ts'

const levels = ['error', 'warn', 'info', 'debug'] as const
export type LogLevel = (typeof levels)[number]
/** What may stand in a log line besides its message: ids, codes and numbers; never a text, name or secret. */
export type LogFields = {
  session?: string
  participant?: string
  document?: string
  code?: string
  status?: number
  ms?: number
  bytes?: number
  count?: number
  port?: number
  error?: unknown
}
export type Log = (level: LogLevel, message: string, fields?: LogFields) => void

/** Of an error its name and stack are told, but not its message: that may quote what somebody typed. */
function described(error: unknown): unknown {
  if (!(error instanceof Error)) return typeof error
  const frames = error.stack?.split('\n').filter(line => line.trimStart().startsWith('at ')) ?? []
  return { name: error.name, at: frames.slice(0, 6).map(line => line.trim()) }
}

/** Writes one JSON object per line, with the trace that it is of. The type of `fields` keeps out what doesn't belong in a log. */
export function createLog(level: Config['logLevel'], write: (line: string) => void): Log {
  const loudest = levels.indexOf(level)
  return (at, message, fields = {}) => {
    if (levels.indexOf(at) > loudest) return
    const { error, ...rest } = fields
    const said = error === undefined ? rest : { ...rest, error: described(error) }
    const trace = traceNow()
    write(
      JSON.stringify({ at: new Date().toISOString(), level: at, message, ...said, ...(trace && { trace }) }),
    )
  }
}
