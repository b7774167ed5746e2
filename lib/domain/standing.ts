import { hashOf } from './canonical.ts'
import { placeOf, type Signature, signatureHash } from './signature.ts'
import { type Place, placesOf } from './signing-place.ts'

/**
 * Where somebody who signs for a partner stands: nothing declared yet, or what counts of all it declared. `last` is that signature; of a withdrawal, it stands in
 * `withdrawn` what was withdrawn. What was declared before stays in the record and is not looked at here.
 */
export type Standing =
  | { state: 'open'; last: null; withdrawn: null }
  | { state: 'signed' | 'declined'; last: Signature; withdrawn: null }
  | { state: 'withdrawn'; last: Signature; withdrawn: Signature }

const states = { signs: 'signed', declines: 'declined' } as const
const nothing: Standing = { state: 'open', last: null, withdrawn: null }

/** Why a signature can't follow on where its place stands; null when it can. */
export function followRefusal(
  standing: Standing,
  { declaration }: Signature,
): 'signed-already' | 'nothing-to-withdraw' | null {
  const given = standing.state === 'signed' || standing.state === 'declined'
  if (declaration.decision !== 'withdraws') return given ? 'signed-already' : null
  return given && declaration.of === signatureHash(standing.last) ? null : 'nothing-to-withdraw'
}

/**
 * Whether the same was declared before, to the millisecond: what somebody took back, sent in again by another who has it from a file. By what is
 * declared and not by its proof, for of one ECDSA signature anybody can make a second.
 */
export function repeats({ declaration }: Signature, before: readonly Signature[]): boolean {
  const hash = hashOf(declaration)
  return before.some(each => hashOf(each.declaration) === hash)
}

function after(standing: Standing, signature: Signature): Standing {
  const { decision } = signature.declaration
  if (decision !== 'withdraws') return { state: states[decision], last: signature, withdrawn: null }
  return standing.last === null ? standing : { state: 'withdrawn', last: signature, withdrawn: standing.last }
}

/** What was declared about one version of a statement, by its hash. */
export const about = (statement: string, signatures: readonly Signature[]): Signature[] =>
  signatures.filter(({ declaration }) => declaration.statement === statement)

const at = (place: string, signatures: readonly Signature[]) =>
  signatures.filter(({ declaration }) => placeOf(declaration) === place)

/** Where a place stands by all signatures of a statement, in the order in which they came. */
export function standingOf(place: string, signatures: readonly Signature[]): Standing {
  return at(place, signatures).reduce(after, nothing)
}

/**
 * Whether each signature of a place follows on the one before it: nothing is signed twice, only what stands is withdrawn, and what was withdrawn
 * does not come back as it was.
 */
export function followsOn(place: string, signatures: readonly Signature[]): boolean {
  let standing: Standing = nothing
  const declared = new Set<string>()
  for (const signature of at(place, signatures)) {
    if (followRefusal(standing, signature)) return false
    standing = after(standing, signature)
    declared.add(hashOf(signature.declaration))
  }
  return declared.size === at(place, signatures).length
}

/** Where a partner stands by its places: `partly` when some of those who sign together have. One who declines does so for the partner. */
export type PartnerState = Standing['state'] | 'partly'
export function stateOfPartner(states: readonly Standing['state'][]): PartnerState {
  if (states.includes('declined')) return 'declined'
  const signed = states.filter(state => state === 'signed').length
  if (signed > 0) return signed === states.length ? 'signed' : 'partly'
  return states.includes('withdrawn') ? 'withdrawn' : 'open'
}

/** How a partner stands, with how many of its places signed. */
export type PartnerStanding = { state: PartnerState; signed: number; of: number }
export function partnerStanding(
  partner: string,
  places: readonly Place[],
  signatures: readonly Signature[],
): PartnerStanding {
  const states = placesOf(partner, places).map(({ id }) => standingOf(id, signatures).state)
  const signed = states.filter(state => state === 'signed').length
  return { state: stateOfPartner(states), signed, of: states.length }
}

/** Whether all partners signed, at all their places: then nobody withdraws any more. */
export const isComplete = (
  partners: readonly { id: string }[],
  places: readonly Place[],
  signatures: readonly Signature[],
): boolean =>
  partners.length > 0 &&
  partners.every(({ id }) => partnerStanding(id, places, signatures).state === 'signed')
