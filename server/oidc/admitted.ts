/** Who of those that the provider knows may begin a session: by the domain of their address, by a claim, both, or all. */
export type Admitted = {
  /** Lower case; none: any address, or none at all. */
  domains: readonly string[]
  claim: { name: string; values: readonly string[] } | null
}
type Claims = { readonly [name: string]: unknown }

/** `groups=bureau,directie`; null when it doesn't read so. */
export function readClaim(text: string): Admitted['claim'] {
  const [, name = '', list = ''] = /^\s*([^=\s]+)\s*=(.*)$/.exec(text) ?? []
  const values = listed(list)
  return name !== '' && values.length > 0 ? { name, values } : null
}

/** What stands between commas. */
export const listed = (text: string): string[] => text.split(',').flatMap(each => each.trim() || [])

/** Whether what the provider says of somebody lets them in. An address counts when the provider says that it was verified. */
export function admits({ domains, claim }: Admitted, claims: Claims): boolean {
  return (domains.length === 0 || fromOneOf(domains, claims)) && (!claim || holds(claim, claims))
}

/** Whether something that is gone by is not among these claims, so that the provider may tell it when asked. */
export const asksMore = ({ domains, claim }: Admitted, claims: Claims): boolean =>
  (domains.length > 0 && claims.email === undefined) || (claim !== null && claims[claim.name] === undefined)

function fromOneOf(domains: readonly string[], { email, email_verified }: Claims): boolean {
  if (typeof email !== 'string' || email_verified !== true) return false
  return domains.includes(email.slice(email.lastIndexOf('@') + 1).toLowerCase())
}

function holds({ name, values }: NonNullable<Admitted['claim']>, claims: Claims): boolean {
  const told: unknown = claims[name]
  return (Array.isArray(told) ? told : [told]).some(each => values.includes(String(each ?? '')))
}
