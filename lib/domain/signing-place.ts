/** Most people who sign together for one partner. */
export const SIGNATORIES_PER_PARTNER_MAX = 8

/**
 * A place where somebody signs for a partner. A partner has one, under the partner's own id, until more are asked for: people who may sign
 * together only. It has signed once all its places have.
 */
export type Place = { id: string; partner: string }

/** The one place of a partner of which nobody asked more; of all partners before there could be several. */
export const firstPlace = ({ id }: { id: string }): Place => ({ id, partner: id })

/** Those of one partner. */
export const placesOf = <P extends Place>(partner: string, places: readonly P[]): P[] =>
  places.filter(each => each.partner === partner)

/** Places in the order of their partners, those of one partner in their own. */
export const inOrderOf = <P extends Place>(partners: readonly { id: string }[], places: readonly P[]): P[] =>
  partners.flatMap(({ id }) => placesOf(id, places))

/** A place as one names it: by its partner, of which it is the first when no other is named. */
export type At = { partner: string; signatory?: string | undefined }
export function placeAt<P extends Place>(places: readonly P[], { partner, signatory }: At): P | undefined {
  const of = placesOf(partner, places)
  return signatory === undefined ? of[0] : of.find(({ id }) => id === signatory)
}

type Told = { type: string; detail: Readonly<Record<string, unknown>> }

/** The ids of the places that there are by what is told: the first of each partner, with what was added and taken away since. */
export function placesTold(partners: readonly { id: string }[], events: readonly Told[]): Set<string> {
  const places = new Set(partners.map(({ id }) => id))
  for (const { type, detail } of events) {
    if (type === 'addSignatory') places.add(String(detail.signatory))
    if (type === 'removeSignatory') places.delete(String(detail.signatory))
  }
  return places
}
