/** A new id, 128 random bits. Not `randomUUID`, which browsers keep from pages on plain http: a board in a hall may be one. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('')
}
