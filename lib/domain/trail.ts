import { z } from 'zod'
import { canonicalJson, type Json, sha256Hex } from './canonical.ts'
import { hashSchema, idSchema, instantSchema } from './id.ts'

/** What is hashed of an event: when (ms since 1970), who, what. */
const eventSchema = z.strictObject({
  at: instantSchema,
  actor: idSchema,
  type: z.string().min(1).max(40),
  detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
})
export type TrailEvent = z.infer<typeof eventSchema>

const placeSchema = z.strictObject({ sequence: z.int().positive(), hash: hashSchema })
const toldSchema = eventSchema.extend(placeSchema.shape)

/**
 * The audit trail as it leaves the installation: the events by which a statement came about in full, of all others the place and the hash
 * alone. The chain holds for who has it, and what people did in the room stays there.
 */
export const trailSchema = z.array(z.union([toldSchema, placeSchema]))
export type Trail = z.infer<typeof trailSchema>
export type ToldEvent = z.infer<typeof toldSchema>

/** The events that are told: those that the statement, or who agreed to it, rests on. */
export const toldTypes = [
  'movePhase',
  'revealDesks',
  'openBallot',
  'closeBallot',
  'countHands',
  'revealBallot',
  'chooseDefinition',
  'freezeBoard',
  'freezeStatement',
  'beginEdition',
  'wipeContent',
  'consentSection',
  'declareIntent',
  'reopenStatement',
  'addSignatory',
  'removeSignatory',
  'sign',
] as const
export type ToldType = (typeof toldTypes)[number]
const isTold = (type: string): type is ToldType => (toldTypes as readonly string[]).includes(type)

/** The hash that chains an event to the one before it ('' for the first): whoever changes one breaks all that follow. */
export function chainHash(former: string, event: TrailEvent): string {
  return sha256Hex(`${former}\n${canonicalJson(event as Json)}`)
}

/** Leaves of each event what may be told. */
export function trailOf(events: readonly ToldEvent[]): Trail {
  return events.map(event => {
    const { sequence, hash } = event
    return isTold(event.type) ? event : { sequence, hash }
  })
}

export const toldEvents = (trail: Trail): ToldEvent[] =>
  trail.filter((entry): entry is ToldEvent => 'type' in entry)

/** The place of the first event that does not follow from the one before it; null when the chain holds. */
export function trailBreak(trail: Trail): number | null {
  let former = { sequence: 0, hash: '' }
  for (const entry of trail) {
    const { sequence, hash, ...event } = entry
    if (sequence !== former.sequence + 1) return sequence
    if ('type' in event && chainHash(former.hash, event) !== hash) return sequence
    former = { sequence, hash }
  }
  return null
}
