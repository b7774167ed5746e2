import type { Participant } from './participant.ts'
import type { Partner } from './partner.ts'

/** Most people who share one device: more than sit at a table. */
export const HOSTED_MAX = 12

/**
 * People without a device of their own, by id, each with whose device writes for them now; null while nobody's does. They came in by
 * such a device, and nobody holds a token of theirs.
 */
export type Hosted = Readonly<Record<string, string | null>>

/** In whose name, and for which partner, a note may be laid down beside one's own. */
export type Pen = { author: string; partner: string | null }

type Person = Pick<Participant, 'id' | 'partner' | 'role' | 'removed'>

/** Who is ticked on somebody's device. */
export const hostedBy = (hosted: Hosted, device: string): string[] =>
  Object.keys(hosted).filter(id => hosted[id] === device)

/**
 * The names that one may lay notes in: of who is ticked on one's device, each with their own partner; and, for who leads, their own
 * with any partner, for what that partner wrote on paper.
 */
export function pensOf(
  me: Pick<Person, 'id' | 'role'>,
  roster: readonly Person[],
  hosted: Hosted,
  partners: readonly Pick<Partner, 'id'>[],
): Pen[] {
  const ticked = new Set(hostedBy(hosted, me.id))
  const people = roster.filter(({ id, removed }) => ticked.has(id) && !removed)
  return [
    ...people.map(({ id, partner }) => ({ author: id, partner })),
    ...(me.role === 'facilitator' ? partners.map(({ id }) => ({ author: me.id, partner: id })) : []),
  ]
}

/** Whether somebody is here: their own device, or the one that they are ticked on. */
export const isHere = (id: string, here: readonly string[], hosted: Hosted): boolean => {
  const by = hosted[id]
  return here.includes(id) || (by != null && here.includes(by))
}
