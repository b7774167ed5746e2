import { z } from 'zod'
import { idSchema } from './id.ts'

/**
 * A change that somebody proposes in the draft, as marks on its words: `added` are not part of the text yet, `removed` still are.
 */
export const amendmentMarks = ['added', 'removed'] as const
export type AmendmentMark = (typeof amendmentMarks)[number]
/** What such a mark tells: who proposes it. */
export const amendmentSchema = z.strictObject({ by: idSchema })

/** A proposed change that was neither taken over nor turned down. */
export type Amendment = { by: string; added: string; removed: string }
