import type { Execute } from '#server/session/session.ts'
import type { Meter } from '#server/sync/meter.ts'
import type { Tracer } from './tracer.ts'

/** The same door for commands, which tells of each what kind it was, in which session, and how it was refused. */
export const tracedCommands =
  (execute: Execute, tracer: Tracer): Execute =>
  (session, participant, key, command) =>
    tracer.within(
      `command ${command.type}`,
      () => execute(session, participant, key, command),
      result => ({ session, ...(!result.ok && { refusal: result.refusal }) }),
    )

/** The same figures, which tell of each step of a room as well. */
export const tracedMeter = (meter: Meter, tracer: Tracer): Meter => ({
  ...meter,
  stepped(updates, seconds) {
    meter.stepped(updates, seconds)
    tracer.past('tick', seconds, { updates })
  },
})
