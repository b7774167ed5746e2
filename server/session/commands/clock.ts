import { begun, CLOCK_MAX, type Clock, extended, paused, resumed } from '#lib/domain/clock.ts'
import { type Context, mustLead, Refused } from '../context.ts'

/** Sets the room's clock, from now on, in the place of a former one. */
export function startClock(context: Context, span: number): Promise<null> {
  return change(context, () => begun(span, context.at))
}

/** Gives the clock more time, whether it runs, stands still or is over. */
export function addTime(context: Context, span: number): Promise<null> {
  return change(context, clock => {
    const longer = extended(present(clock), span, context.at)
    if (longer.total > CLOCK_MAX) throw new Refused('too-long')
    return longer
  })
}

export function holdClock(context: Context, hold: boolean): Promise<null> {
  return change(context, clock => (hold ? paused : resumed)(present(clock), context.at))
}

/** Takes the clock away; nothing to do when there is none. */
export function stopClock(context: Context): Promise<null> {
  return change(context, () => null)
}

async function change(context: Context, make: (clock: Clock | null) => Clock | null): Promise<null> {
  mustLead(context)
  const room = await context.tx.room()
  await context.tx.saveRoom({ ...room, clock: make(room.clock) })
  return null
}

function present(clock: Clock | null): Clock {
  if (clock === null) throw new Refused('no-clock')
  return clock
}
