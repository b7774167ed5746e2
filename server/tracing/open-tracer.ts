import type { Config } from '#server/config.ts'
import type { Log } from '#server/log.ts'
import { createOtlpExporter } from './otlp.ts'
import { createTracer, type Tracer } from './tracer.ts'

/** The tracer that the settings ask for. */
export function openTracer({ tracing }: Pick<Config, 'tracing'>, log: Log): Tracer {
  return tracing ? createTracer(createOtlpExporter(tracing, log), tracing.part) : createTracer(null)
}
