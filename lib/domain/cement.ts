import { z } from 'zod'
import { type Bouwsteen, bouwstenen } from './bouwsteen.ts'
import { idSchema, instantSchema } from './id.ts'
import type { Note } from './note.ts'

export const CEMENT_TEXT_MAX = 300
/** Most cement that one person may draw, that in the bin counted. */
export const CEMENT_PER_PERSON_MAX = 300

/** Cement: what holds notes of two bouwstenen together, in a sentence. Which notes it holds never changes. */
export const cementSchema = z.strictObject({
  id: idSchema,
  from: idSchema,
  to: idSchema,
  text: z.string().max(CEMENT_TEXT_MAX),
  author: idSchema,
  partner: idSchema.nullable(),
  createdAt: instantSchema,
  deletedAt: instantSchema.nullable(),
})
export type Cement = z.infer<typeof cementSchema>

/**
 * Where two bouwstenen meet, in the order of the method. `strength` is how much cement holds them, `people` and `partners`
 * who drew it, each once, in the order in which they first did.
 */
export type Joint = {
  between: readonly [Bouwsteen, Bouwsteen]
  strength: number
  cement: Cement[]
  people: string[]
  partners: string[]
}

/** All 21 pairs of bouwstenen, each once. */
const pairs = bouwstenen.flatMap((one, index) =>
  bouwstenen.slice(index + 1).map(other => [one, other] as const),
)

const keyOf = (one: Bouwsteen, other: Bouwsteen): string =>
  bouwstenen.indexOf(one) < bouwstenen.indexOf(other) ? `${one} ${other}` : `${other} ${one}`

/**
 * The 21 joints of the mosaic, empty ones included. Cement counts where its notes lie now: while either lies in the bin, or
 * both were moved to one bouwsteen, it holds nothing together and counts nowhere.
 */
export function jointsOf(
  notes: readonly Pick<Note, 'id' | 'bouwsteen' | 'deletedAt'>[],
  cement: readonly Cement[],
): Joint[] {
  const lies = new Map(notes.filter(note => note.deletedAt === null).map(note => [note.id, note.bouwsteen]))
  const held = new Map<string, Cement[]>()
  for (const each of cement) {
    const [from, to] = [lies.get(each.from), lies.get(each.to)]
    if (each.deletedAt !== null || !from || !to || from === to) continue
    const key = keyOf(from, to)
    const others = held.get(key)
    if (others) others.push(each)
    else held.set(key, [each])
  }
  return pairs.map(between => {
    const own = held.get(keyOf(...between)) ?? []
    const partners = own.flatMap(({ partner }) => partner ?? [])
    return {
      between,
      strength: own.length,
      cement: own,
      people: [...new Set(own.map(({ author }) => author))],
      partners: [...new Set(partners)],
    }
  })
}
