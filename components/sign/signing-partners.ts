import type { Partner } from '#lib/domain/partner.ts'
import { placesOf } from '#lib/domain/signing-place.ts'
import { type PartnerState, stateOfPartner } from '#lib/domain/standing.ts'
import type { SessionView, SignatoryView } from '#lib/protocol/session-view.ts'

/** A partner with who signs for it, and how it stands by them. */
export type SigningPartner = { partner: Partner; places: SignatoryView[]; state: PartnerState }

/** Every partner that is asked to sign, in their order. */
export function signingPartners({
  partners,
  signatories,
}: Pick<SessionView, 'partners' | 'signatories'>): SigningPartner[] {
  return partners.flatMap(partner => {
    const places = placesOf(partner.id, signatories)
    return places.length === 0
      ? []
      : [{ partner, places, state: stateOfPartner(places.map(({ state }) => state)) }]
  })
}

/** A sign beside the words, in a shape of its own for each state. */
export const signingMark: Record<PartnerState, string> = {
  ...{ open: '○', partly: '◐', signed: '✓' },
  ...{ declined: '✕', withdrawn: '↩' },
}
