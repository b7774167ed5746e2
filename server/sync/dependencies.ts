import * as Y from 'yjs'
import { type Decoded, end, type Struct } from './decoded.ts'

/** How far a client has come: the next of its structs, and the clock before which all is there. */
type Progress = { structs: readonly Struct[]; next: number; clock: number }

/**
 * Whether everything in an update stands on what is there before it: on the document, up to the clock that `known` gives, or on
 * other structs of the update that do. What doesn't (a hole, a neighbour that is nowhere, a ring) Yjs would put aside for ever.
 */
export function allStands({ byClient }: Decoded, known: (client: number) => number): boolean {
  const [only, ...more] = byClient
  if (!only) return true
  const alone: Progress = { structs: only[1], next: 0, clock: known(only[0]) }
  // As nearly every update is: made by one client.
  if (more.length === 0)
    return advance(alone, client => (client === only[0] ? alone.clock : known(client))) === null
  const progress = new Map<number, Progress>()
  for (const [client, structs] of byClient) progress.set(client, { structs, next: 0, clock: known(client) })
  const reached = (client: number): number => progress.get(client)?.clock ?? known(client)
  /** Who waits for a client to come further. */
  const waiting = new Map<number, number[]>()
  const ready = [...byClient.keys()]
  let done = 0
  for (let client = ready.pop(); client !== undefined; client = ready.pop()) {
    const at = progress.get(client) as Progress
    const before = at.clock
    const missing = advance(at, reached)
    if (missing === null) done++
    else if (!byClient.has(missing) || missing === client) return false
    else if (!waiting.get(missing)?.push(client)) waiting.set(missing, [client])
    if (at.clock === before) continue
    ready.push(...(waiting.get(client) ?? []))
    waiting.delete(client)
  }
  return done === byClient.size
}

/** Goes on as far as it can. Gives the client that the next struct waits for; null when there is none. */
function advance(at: Progress, reached: (client: number) => number): number | null {
  for (; at.next < at.structs.length; at.next++) {
    const struct = at.structs[at.next] as Struct
    if (end(struct) <= at.clock) continue
    if (struct instanceof Y.Skip || struct.id.clock > at.clock) return struct.id.client
    if (struct instanceof Y.Item) {
      const { origin, rightOrigin, parent } = struct
      const within = parent instanceof Y.ID ? parent : null
      for (const id of [origin, rightOrigin, within])
        if (id && id.clock >= reached(id.client)) return id.client
    }
    at.clock = end(struct)
  }
  return null
}
