import { z } from 'zod'
import { bouwstenen } from './bouwsteen.ts'
import { idSchema } from './id.ts'
import { type Note, noteSchema } from './note.ts'

/** What people are told before they write: their notes will be laid down with their name, or with nobody's. */
export const deskPromises = ['named', 'anonymous'] as const
export const deskPromiseSchema = z.enum(deskPromises)
export type DeskPromise = z.infer<typeof deskPromiseSchema>

/**
 * Collecting on private desks. `round`: the how-manieth time in this session, from 1; what was written on a desk of a former round
 * never comes back. `layOut`: everybody may lay out their own notes before the reveal, which only a named promise allows.
 */
export const desksSchema = z.strictObject({
  round: z.int().positive(),
  promise: deskPromiseSchema,
  layOut: z.boolean(),
})
export type Desks = z.infer<typeof desksSchema>

/** A note on somebody's desk. */
export const deskNoteSchema = noteSchema
  .pick({ id: true, bouwsteen: true, order: true, text: true, createdAt: true, deletedAt: true })
  .extend({ author: idSchema })
export type DeskNote = z.infer<typeof deskNoteSchema>

/** From how many on it is told how many people wrote something: fewer would be nearly a name. */
export const WRITERS_TOLD_FROM = 3

/** Whose desk it is, with what lies on it. */
export type Desk = { participant: string; partner: string | null; notes: readonly DeskNote[] }
/** Gives a whole number from 0 up to and not with `below`, each as likely. */
export type Draw = (below: number) => number

/** The notes of a desk that are laid down: those in the bin, and those without a word, are not. */
export function standing(notes: readonly DeskNote[]): DeskNote[] {
  return notes.filter(note => note.deletedAt === null && note.text.trim() !== '')
}

/**
 * The notes of these desks as they come to lie on the board at moment `at`, in the order in which they do. Named: people in an
 * order by lot, the notes of each together in their own order. Anonymous: without person or partner, in an order by lot, so that
 * neither neighbours nor times tell whose they are. Ids are new ones: those of the desk were made by its person.
 */
export function laidDown(
  desks: readonly Desk[],
  promise: DeskPromise,
  at: number,
  by: { draw: Draw; newId: () => string },
): Omit<Note, 'order'>[] {
  const named = promise === 'named'
  const laid = shuffled(desks, by.draw).flatMap(({ participant, partner, notes }) =>
    standing(notes).map(({ bouwsteen, text }) => ({
      id: by.newId(),
      bouwsteen,
      text,
      author: named ? participant : null,
      partner: named ? partner : null,
      line: null,
      createdAt: at,
      deletedAt: null,
    })),
  )
  return named ? laid : shuffled(laid, by.draw)
}

/** Lays notes behind those that are on their bouwsteen already. */
export function behind<T extends { bouwsteen: Note['bouwsteen'] }>(
  board: readonly Pick<Note, 'bouwsteen' | 'order'>[],
  notes: readonly T[],
): (T & { order: number })[] {
  const last = new Map(
    bouwstenen.map(bouwsteen => {
      const orders = board.filter(note => note.bouwsteen === bouwsteen).map(note => note.order)
      return [bouwsteen, Math.floor(orders.reduce((most, order) => Math.max(most, order), 0))]
    }),
  )
  return notes.map(note => {
    const order = (last.get(note.bouwsteen) ?? 0) + 1
    last.set(note.bouwsteen, order)
    return { ...note, order }
  })
}

/** Every order as likely as any other (Fisher and Yates). */
function shuffled<T>(items: readonly T[], draw: Draw): T[] {
  const mixed = [...items]
  for (let left = mixed.length; left > 1; left--) {
    const at = draw(left)
    const [one, other] = [mixed[left - 1] as T, mixed[at] as T]
    mixed[left - 1] = other
    mixed[at] = one
  }
  return mixed
}
