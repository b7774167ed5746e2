import { z } from 'zod'

/** The seven building blocks of the Netwerkmozaïek, in the order of the method. */
export const bouwstenen = [
  'opgave',
  'waarde',
  'samen-doen',
  'verankering',
  'deelname',
  'binding',
  'organisatie',
] as const
export const bouwsteenSchema = z.enum(bouwstenen)
export type Bouwsteen = z.infer<typeof bouwsteenSchema>
