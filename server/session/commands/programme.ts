import { wayTo } from '#lib/domain/phase.ts'
import type { Programme, Step } from '#lib/domain/programme.ts'
import { type Context, mustLead, Refused } from '../context.ts'
import { movePhase } from './move-phase.ts'

const none: Programme = { steps: [], version: 0, at: null, since: null }

/** The programme of the session; without a step when it was made before there were any. */
export async function programmeOf({ tx }: Pick<Context, 'tx'>): Promise<Programme> {
  return (await tx.programme()) ?? none
}

/** Puts these steps in the place of those of `version`; the present one must stay among them. */
export async function editProgramme(
  context: Context,
  version: number,
  steps: readonly Step[],
): Promise<null> {
  mustLead(context)
  const programme = await programmeOf(context)
  if (programme.version !== version) throw new Refused('programme-changed')
  if (programme.at !== null && !steps.some(({ id }) => id === programme.at)) throw new Refused('step-in-use')
  await context.tx.saveProgramme({ ...programme, steps: [...steps], version: version + 1 })
  return null
}

/**
 * Goes to a step, forward or back, and into its phase. Back over a freeze only the step is gone back to: what was fixed stays so.
 * Nothing that people made is touched.
 */
export async function goToStep(context: Context, id: string): Promise<null> {
  mustLead(context)
  const programme = await programmeOf(context)
  const step = programme.steps.find(each => each.id === id)
  if (!step) throw new Refused('unknown-step')
  const way = wayTo(context.session.phase, step.phase)
  if (way === 'freeze') throw new Refused('freeze-first')
  if (way === 'free' && step.phase !== context.session.phase) await movePhase(context, step.phase)
  // The clock of the former step, who was done with it and what was shown in it say nothing of this one.
  if (programme.at === id) return null
  await context.tx.saveProgramme({ ...programme, at: id, since: context.at })
  const room = await context.tx.room()
  const gathered = room.leading.gathered?.follow ? room.leading.gathered : null
  await context.tx.saveRoom({
    ...room,
    leading: { ...room.leading, gathered, spotlight: null },
    clock: null,
    signals: { ready: [], hands: room.signals.hands },
  })
  return null
}
