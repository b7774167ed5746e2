import * as Y from 'yjs'

/**
 * Whether two updates bring the same places of one Yjs client id. Then only one of both stands in a document, by the order in which they come
 * in: an honest page that changed nodes sends the same once more, another may send something else under the same id to each.
 */
export function overlap(one: Uint8Array, other: Uint8Array): boolean {
  const [a, b] = [Y.parseUpdateMeta(one), Y.parseUpdateMeta(other)]
  for (const [client, from] of a.from) {
    const [to, otherFrom, otherTo] = [a.to.get(client) ?? 0, b.from.get(client), b.to.get(client)]
    if (otherFrom !== undefined && otherTo !== undefined && from < otherTo && otherFrom < to) return true
  }
  return false
}
