import type { Bouwsteen } from '#lib/domain/bouwsteen.ts'
import { bouwsteenGuidance } from './guidance.ts'
import type { Bilingual } from './schema.ts'

/** What the method asks of two bouwstenen laid side by side, from one towards the other. */
export type Prompt = { from: Bouwsteen; to: Bouwsteen; prompt: Bilingual }

/** The prompts between two bouwstenen, none to two of them, that of `one` first. */
export function promptsBetween(one: Bouwsteen, other: Bouwsteen): Prompt[] {
  const towards = (from: Bouwsteen, to: Bouwsteen): Prompt[] =>
    bouwsteenGuidance[from].tuneWith.filter(({ id }) => id === to).map(({ prompt }) => ({ from, to, prompt }))
  return [...towards(one, other), ...towards(other, one)]
}

/** Whether the method tunes these two with each other, from either side. */
export const areTuned = (one: Bouwsteen, other: Bouwsteen): boolean => promptsBetween(one, other).length > 0
