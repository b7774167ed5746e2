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

/** How well a joint holds: not at all; by a thread or by the word of one party; or by several threads of several parties. */
export type Hold = 'empty' | 'weak' | 'strong'
export const STRONG_FROM = { cement: 3, parties: 2 } as const

/** How many made a joint, as a network counts: each partner once, and each person who speaks for no partner. */
export function partiesOf({ cement }: Pick<Joint, 'cement'>): number {
  return new Set(cement.map(({ author, partner }) => partner ?? `self ${author}`)).size
}

export function holdOf(joint: Pick<Joint, 'strength' | 'cement'>): Hold {
  if (joint.strength === 0) return 'empty'
  return joint.strength >= STRONG_FROM.cement && partiesOf(joint) >= STRONG_FROM.parties ? 'strong' : 'weak'
}

/** Cement as one of the two notes that it holds sees it: `other` is the note at its other end. */
export type Held = { cement: Cement; other: string }

/** The cement of each note, while both its notes lie on the board; also when they came to lie on one bouwsteen. */
export function cementByNote(
  notes: readonly Pick<Note, 'id' | 'deletedAt'>[],
  cement: readonly Cement[],
): Map<string, Held[]> {
  const lying = new Set(notes.filter(note => note.deletedAt === null).map(note => note.id))
  const byNote = new Map<string, Held[]>()
  const add = (note: string, held: Held) => {
    const others = byNote.get(note)
    if (others) others.push(held)
    else byNote.set(note, [held])
  }
  for (const each of cement) {
    if (each.deletedAt !== null || !lying.has(each.from) || !lying.has(each.to)) continue
    add(each.from, { cement: each, other: each.to })
    add(each.to, { cement: each, other: each.from })
  }
  return byNote
}
