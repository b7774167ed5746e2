import { z } from 'zod'
import { idSchema } from './id.ts'
import { legibleLine } from './legible-line.ts'

/** What a partner wrote as its own definition of the opgave. */
export type Definition = { partner: string; text: string }
/**
 * `open`: each partner writes its own definition now, unseen by all others. `laid`: what they wrote, from when it was laid side by side;
 * null before.
 */
export type Preparation = { open: boolean; laid: readonly Definition[] | null }

export const notPrepared: Preparation = { open: false, laid: null }

export const MISSING_NAME_MAX = 120
/** Most that one person may name. */
export const MISSING_PER_PERSON_MAX = 30

/** Somebody who should be at the table and is not; `by` and `partner`: who says so. */
export const missingSchema = z.strictObject({
  id: idSchema,
  name: legibleLine(MISSING_NAME_MAX),
  by: idSchema,
  partner: idSchema.nullable(),
})
export type Missing = z.infer<typeof missingSchema>

/** Whose people are here, by the order of the partners: names of each, and the partners of whom nobody is. */
export function atTheTable<T extends { id: string }, P extends { name: string; partner: string | null }>(
  partners: readonly T[],
  people: readonly P[],
): { here: { partner: T; people: P[] }[]; empty: T[]; alone: P[] } {
  const of = (id: string) => people.filter(({ partner }) => partner === id)
  return {
    here: partners.flatMap(partner => {
      const found = of(partner.id)
      return found.length > 0 ? [{ partner, people: found }] : []
    }),
    empty: partners.filter(({ id }) => of(id).length === 0),
    alone: people.filter(({ partner }) => partner === null || !partners.some(({ id }) => id === partner)),
  }
}
