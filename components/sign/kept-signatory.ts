export type Signatory = { name: string; function: string; reason: string }

const empty: Signatory = { name: '', function: '', reason: '' }

/** What somebody filled in to sign for a partner, kept on this device until they did; by ids, for the link is a secret. */
const keyOf = (session: string, partner: string): string => `signatory/${session}/${partner}`

export function keptSignatory(session: string, partner: string): Signatory {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(session, partner)) ?? '{}')
    const text = (field: keyof Signatory): string => {
      const value = (kept as Partial<Record<string, unknown>> | null)?.[field]
      return typeof value === 'string' ? value : ''
    }
    return { name: text('name'), function: text('function'), reason: text('reason') }
  } catch {
    return empty
  }
}

/** Null: signed, so that nothing is left of it here. */
export function keepSignatory(session: string, partner: string, signatory: Signatory | null): void {
  try {
    if (signatory === null) localStorage.removeItem(keyOf(session, partner))
    else localStorage.setItem(keyOf(session, partner), JSON.stringify(signatory))
  } catch {
    // Private windows of some browsers keep nothing.
  }
}
