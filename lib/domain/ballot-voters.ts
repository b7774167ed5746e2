import type { Ballot, Vote } from './ballot.ts'
import type { Hands } from './ballot-hands.ts'
import type { Entitled } from './ballot-rules.ts'
import type { Hosted } from './hosting.ts'
import { isIn, type Participant } from './participant.ts'
import type { Partner } from './partner.ts'
import type { Actor } from './permissions.ts'

type Person = Pick<Participant, 'id' | 'partner' | 'role' | 'removed' | 'waiting'>
type Asked = Pick<Ballot, 'per' | 'anonymous'>

const takesPart = (person: Person): boolean => person.role === 'participant' && isIn(person)

/**
 * How many may vote: everybody who takes part or has voted, and all partners of the session, also those of whom nobody is here. A hand
 * stands for somebody without a device who has no vote yet, and beyond those for somebody more.
 */
export function entitledTo(
  voted: readonly Pick<Vote, 'participant' | 'voter'>[],
  hands: readonly Pick<Hands, 'people'>[],
  roster: readonly Person[],
  hosted: Hosted,
  partners: readonly Pick<Partner, 'id'>[],
): Entitled {
  const voters = new Set(voted.map(({ voter }) => voter))
  const people = new Set(roster.filter(takesPart).map(({ id }) => id))
  const waiting = [...people].filter(id => id in hosted && !voters.has(id)).length
  const raised = hands.reduce((sum, { people }) => sum + people, 0)
  const known = new Set(partners.map(({ id }) => id))
  for (const voter of voters) if (!known.has(voter)) people.add(voter)
  return { people: people.size + Math.max(0, raised - waiting), partners: partners.length }
}

/**
 * In whose names somebody may vote beside their own: of who is ticked on their device, or, where each partner has one vote, of a
 * partner of whom nobody is here with a device. Who leads stands in for anybody without a device, and for any partner. In an anonymous
 * ballot nobody stands in for another: they would know what was voted.
 */
export function standsInFor(
  { per, anonymous }: Asked,
  actor: Pick<Actor, 'id' | 'role' | 'partner'>,
  roster: readonly Person[],
  hosted: Hosted,
  partners: readonly Pick<Partner, 'id'>[],
): string[] {
  if (anonymous || actor.role === 'observer') return []
  const leads = actor.role === 'facilitator'
  const here = roster.filter(takesPart)
  if (per === 'person')
    return here.filter(({ id }) => id in hosted && (leads || hosted[id] === actor.id)).map(({ id }) => id)
  const present = new Set(here.filter(({ id }) => !(id in hosted)).map(({ partner }) => partner))
  return partners.filter(({ id }) => leads || (id !== actor.partner && !present.has(id))).map(({ id }) => id)
}
