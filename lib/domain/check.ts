import { z } from 'zod'
import { assertNever } from '../assert.ts'
import { idSchema } from './id.ts'
import { legible } from './legible.ts'
import { PARTICIPANT_NAME_MAX } from './participant.ts'
import type { Actor } from './permissions.ts'
import type { StepDay } from './programme.ts'

/** Most runs of checks in one session. */
export const CHECKS_MAX = 60
export const CHECK_TEXT_MAX = 500
/** A check shows nothing of fewer people than this: of two, each would know what the other said. */
export const ANONYMOUS_FROM = 3

/** The group's own short checks: do we still feel well in this, is there support, what do partners bring and take, does the opgave hold. */
export const checkKinds = ['relationshipCheckIn', 'legitimacy', 'giveTake', 'opgaveTest'] as const
export const checkKindSchema = z.enum(checkKinds)
export type CheckKind = z.infer<typeof checkKindSchema>

/**
 * What may be answered to one question: an option's id, a grade, words, or the name of who wants to be called. An option's `value`
 * is its place on a scale.
 */
export type CheckQuestion =
  | { id: string; kind: 'options'; options: readonly { id: string; value: number }[] }
  | { id: string; kind: 'grade'; min: number; max: number; step: number }
  | { id: string; kind: 'text' }
  | { id: string; kind: 'call' }

/** What a check asks, of whom. `anonymous`: what was answered is kept apart from who answered. `per`: who has one answer. */
export type CheckShape = {
  anonymous: boolean
  per: 'person' | 'partner'
  questions: readonly CheckQuestion[]
}

/**
 * One run of a check. `round`: the how-manieth of its kind; `about`: the text that it is about, if any; `step`: where the programme
 * was. Its picture is on everybody's screen from `shownAt` (ms) until the next step, unless that is null.
 */
export type Check = Omit<CheckShape, 'questions'> & {
  id: string
  kind: CheckKind
  round: number
  about: string | null
  step: { day: StepDay; title: string } | null
  state: 'open' | 'closed'
  openedAt: number
  closedAt: number | null
  shownAt: number | null
}

/** What names a question, or one of its options. */
export const questionIdSchema = z
  .string()
  .regex(/^[a-z0-9-]{1,40}$/)
  .refine(id => !(id in Object.prototype))
/** What one voter answers, by the question's id. A question may be passed over. */
export const checkAnswerSchema = z.record(
  questionIdSchema,
  z.union([z.number(), z.string().trim().min(1).max(CHECK_TEXT_MAX)]),
)
export type CheckAnswer = z.infer<typeof checkAnswerSchema>

/**
 * An answer that was given in a name: one per `answerer`, which is a participant's or a partner's id by the check's `per`. `byLead`:
 * whether who leads filled it in, for a partner that had nobody with a device to do so.
 */
export type NamedAnswer = {
  answerer: string
  participant: string
  partner: string | null
  answer: CheckAnswer
  byLead: boolean
}

export type CheckRefusal = 'check-not-open' | 'no-partner' | 'wrong-answer'

/** In whose name `actor` answers; null when the check is per partner and the actor has none. */
export function answererOf({ per }: Pick<Check, 'per'>, actor: Pick<Actor, 'id' | 'partner'>): string | null {
  return per === 'person' ? actor.id : actor.partner
}

/** Whether an answer may be given: null when yes. One question with a choice or a grade is the least. Asked by the browser and by the server. */
export function acceptAnswer(
  check: Pick<Check, 'per' | 'state'>,
  questions: readonly CheckQuestion[],
  actor: Pick<Actor, 'id' | 'partner'>,
  answer: CheckAnswer,
): CheckRefusal | null {
  if (check.state !== 'open') return 'check-not-open'
  if (answererOf(check, actor) === null) return 'no-partner'
  let counted = 0
  for (const [id, given] of Object.entries(answer)) {
    const question = questions.find(each => each.id === id)
    if (!question || !fits(question, given)) return 'wrong-answer'
    if (question.kind === 'options' || question.kind === 'grade') counted++
  }
  return counted === 0 ? 'wrong-answer' : null
}

function fits(question: CheckQuestion, given: string | number): boolean {
  switch (question.kind) {
    case 'options':
      return question.options.some(({ id }) => id === given)
    case 'grade': {
      const { min, max, step } = question
      if (typeof given !== 'number' || given < min || given > max) return false
      return Number.isInteger((given - min) / step)
    }
    case 'text':
      return typeof given === 'string' && legible(given) !== ''
    case 'call':
      return typeof given === 'string' && given.length <= PARTICIPANT_NAME_MAX && legible(given) !== ''
    default:
      return assertNever(question)
  }
}

/** What opening a check asks for: which, and the proposal that it is about, if any. */
export const newCheckSchema = z.strictObject({ check: checkKindSchema, about: idSchema.nullable() })
