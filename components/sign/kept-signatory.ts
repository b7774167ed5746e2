/** What somebody fills in to sign for a partner. `ground`: by what right, as yet '' when it wasn't chosen. */
export type Signatory = {
  name: string
  function: string
  place: string
  ground: string
  date: string
  reference: string
  reason: string
}

const empty: Signatory = {
  ...{ name: '', function: '', place: '' },
  ...{ ground: '', date: '', reference: '', reason: '' },
}

/** Kept on this device until they signed; by ids, for the link is a secret. */
const keyOf = (session: string, place: string): string => `signatory/${session}/${place}`

/** `named` is who the facilitator named, for as long as nothing else was filled in. */
export function keptSignatory(session: string, place: string, named: Partial<Signatory> = {}): Signatory {
  try {
    const kept = JSON.parse(localStorage.getItem(keyOf(session, place)) ?? 'null') as unknown
    const given = kept === null ? named : (kept as Partial<Record<string, unknown>>)
    const fields = Object.keys(empty) as (keyof Signatory)[]
    return Object.fromEntries(
      fields.map(field => [field, typeof given[field] === 'string' ? given[field] : '']),
    ) as Signatory
  } catch {
    return { ...empty, ...named }
  }
}

/** Null: signed, so that nothing is left of it here. */
export function keepSignatory(session: string, place: string, signatory: Signatory | null): void {
  try {
    if (signatory === null) localStorage.removeItem(keyOf(session, place))
    else localStorage.setItem(keyOf(session, place), JSON.stringify(signatory))
  } catch {
    // Private windows of some browsers keep nothing.
  }
}
