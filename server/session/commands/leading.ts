import type { Gathered, Leading } from '#lib/domain/leading.ts'
import { type Context, mustLead } from '../context.ts'

/** Holds everybody's writing but that of who leads, or lets it go on; nothing to do when it is so. */
export function holdInput(context: Context, held: boolean): Promise<null> {
  return change(context, { held })
}

/** Calls everybody to a place, once or to go along from there, in the place of a former call. */
export function gather(
  context: Context,
  { view, at, follow }: Pick<Gathered, 'view' | 'at' | 'follow'>,
): Promise<null> {
  return change(context, { gathered: { view, at, follow, by: context.actor.id, moment: context.at } })
}

/** Lets everybody go where they like; nothing to do when they may. */
export function release(context: Context): Promise<null> {
  return change(context, { gathered: null })
}

/** Shows all a note, in the place of a former one; null: none any more. */
export function spotlight(context: Context, note: string | null): Promise<null> {
  return change(context, { spotlight: note })
}

async function change(context: Context, to: Partial<Leading>): Promise<null> {
  mustLead(context)
  const room = await context.tx.room()
  await context.tx.saveRoom({ ...room, leading: { ...room.leading, ...to } })
  return null
}
