import { freely, type Leading } from '#lib/domain/leading.ts'
import { type Context, mustLead } from '../context.ts'
import { programmeOf } from './programme.ts'

/** Holds everybody's writing but that of who leads, or lets it go on; nothing to do when it is so. */
export function holdInput(context: Context, hold: boolean): Promise<null> {
  return change(context, leading => ({ ...leading, held: hold }))
}

async function change(context: Context, make: (leading: Leading) => Leading): Promise<null> {
  mustLead(context)
  const programme = await programmeOf(context)
  await context.tx.saveProgramme({ ...programme, leading: make({ ...freely, ...programme.leading }) })
  return null
}
