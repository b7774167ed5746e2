import type { Check, CheckAnswer } from '#lib/domain/check.ts'
import type { CheckHands } from '#lib/domain/check-hands.ts'
import type { CheckPicture } from '#lib/domain/check-tally.ts'

/** What was written in a check, for who leads alone: by question without a name where it is anonymous, else the partners' own answers. */
export type CheckTold = {
  texts: Record<string, string[]>
  /** The names that people left to be called. */
  calls: string[]
  partners: { partner: string; answer: CheckAnswer; byLead: boolean }[]
}

/** A run of a check as one person may see it: whether one answered, and how the answers lie once it is closed. */
export type CheckView = Check & {
  turnout: { people: number; partners: number }
  answered: boolean
  /** One's own answer, or one's partner's; null when the check is anonymous. */
  answer: CheckAnswer | null
  /** Null while it is open, and of a check that too few people answered. */
  picture: CheckPicture | null
  told: CheckTold | null
  /** The partners that have not answered a check per partner; for the facilitator alone. */
  waiting: string[] | null
  /** Of the turnout, how many were counted or filled in by who leads, for want of a device. */
  byHand: number
  /** What was counted: of one's own partner's people, or all for who leads. */
  hands: CheckHands[]
  /** What who leads filled in for partners; for who leads alone. */
  filled: { partner: string; answer: CheckAnswer }[] | null
  /** Whether one's own partner's answer is such a one. */
  filledForMe: boolean
}
