import { z } from 'zod'
import { idSchema } from './id.ts'

export const PARTICIPANT_NAME_MAX = 80

/** What somebody is in the session. The facilitator leads; an observer sees all and changes nothing. */
export const roles = ['facilitator', 'participant', 'observer'] as const
export const roleSchema = z.enum(roles)
export type Role = z.infer<typeof roleSchema>

/**
 * A person in the session. `partner` is null for who speaks for themself; `mayOrder` is the right to make lines; who is `waiting` has
 * not been let in yet, and never was when they are `removed` as well. `madeUp`: nobody, who was made up to rehearse with.
 */
export const participantSchema = z.strictObject({
  id: idSchema,
  name: z.string().trim().min(1).max(PARTICIPANT_NAME_MAX),
  partner: idSchema.nullable(),
  role: roleSchema,
  mayOrder: z.boolean(),
  removed: z.boolean(),
  waiting: z.boolean(),
  madeUp: z.literal(true).optional(),
})
export type Participant = z.infer<typeof participantSchema>

/** Whether somebody is in the session, and not outside its door. */
export const isIn = ({ removed, waiting }: Pick<Participant, 'removed' | 'waiting'>): boolean =>
  !removed && !waiting

/** Whether somebody takes part in what the room does: neither leads it nor looks on. */
export const takesPart = (person: Pick<Participant, 'role' | 'removed' | 'waiting'>): boolean =>
  person.role === 'participant' && isIn(person)

/** Up to two letters that stand for a name: "Anna de Vries" gives "AV", "Bo" gives "B". */
export function initials(name: string): string {
  const words = name
    .trim()
    .split(/\s+/)
    .filter(word => /^\p{Lu}|^\p{L}/u.test(word))
  const first = words[0]?.[0] ?? '?'
  const last = words.length > 1 ? (words.at(-1)?.[0] ?? '') : ''
  return (first + last).toLocaleUpperCase('nl')
}
