import { z } from 'zod'
import type { instantSchema } from './id.ts'
import { legibleLine } from './legible-line.ts'
import { PARTICIPANT_NAME_MAX } from './participant.ts'
import { FUNCTION_MAX } from './signature.ts'
import type { Place } from './signing-place.ts'

const EMAIL_MAX = 254
/** Most letters to one signatory, and the shortest time between two that are mailed, in ms. */
export const LETTERS_MAX = 20
export const LETTER_PAUSE = 60_000

/** Whom a partner has sign, as the facilitator was told; function and e-mail are empty where they weren't. */
export const namedSchema = z.strictObject({
  name: legibleLine(PARTICIPANT_NAME_MAX),
  function: legibleLine(FUNCTION_MAX, 0),
  email: z.union([z.literal(''), z.email().max(EMAIL_MAX)]),
})
export type Named = z.infer<typeof namedSchema>

/** An invitation to sign, or a reminder of it: mailed from here, or handed over by who leads. */
export const letterKindSchema = z.enum(['invitation', 'reminder'])
export type LetterKind = z.infer<typeof letterKindSchema>
export const letterWaySchema = z.enum(['mail', 'hand'])
/** `at` in ms. `state` of what is mailed: handed to the mail server, being handed to it, or refused by it. */
export type Letter = {
  kind: LetterKind
  by: z.infer<typeof letterWaySchema>
  at: z.infer<typeof instantSchema>
  state: 'sending' | 'sent' | 'failed'
}

/**
 * A signing place. `token` is the personal link's secret (shown to the facilitator again, so it is kept readable). `letters`, in
 * their order, and `openedAt` are of that link: a new one begins without.
 */
export type Signatory = Place & {
  token: string
  named: Named | null
  letters: readonly Letter[]
  openedAt: number | null
}

/** Why a letter can't be mailed now; null when it can. */
export function mailRefusal(
  { named, letters }: Signatory,
  now: number,
): 'no-address' | 'mailed-already' | null {
  if (!named?.email) return 'no-address'
  const mailed = letters.filter(({ by }) => by === 'mail')
  const last = mailed.at(-1)
  const soon = last !== undefined && last.state !== 'failed' && now - last.at < LETTER_PAUSE
  return soon || mailed.length >= LETTERS_MAX ? 'mailed-already' : null
}
