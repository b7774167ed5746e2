import { z } from 'zod'
import { type Check, type CheckQuestion, type CheckRefusal, questionIdSchema } from './check.ts'
import { idSchema } from './id.ts'
import { PARTICIPANTS_MAX } from './session.ts'

const numberSchema = z.int().min(0).max(PARTICIPANTS_MAX)

/**
 * Answers of people without a device, counted in the room: hands that the people of one partner raised, or who speak for themselves
 * (null); of an anonymous check slips of paper, of all of them together (null). `people`: how many answered so. `counts`: by question,
 * how many chose each option; who passed a question over is not among them.
 */
export const checkHandsSchema = z.strictObject({
  partner: idSchema.nullable(),
  people: numberSchema.min(1),
  counts: z.record(questionIdSchema, z.record(questionIdSchema, numberSchema)),
})
export type CheckHands = z.infer<typeof checkHandsSchema>

/**
 * Whether answers may be counted so: null when yes. What a partner answers as one is no number of hands; a slip without a name is of
 * no partner.
 */
export function acceptCheckHands(
  check: Pick<Check, 'per' | 'anonymous' | 'state'>,
  questions: readonly CheckQuestion[],
  { partner, people, counts }: CheckHands,
): CheckRefusal | null {
  if (check.state !== 'open') return 'check-not-open'
  if (check.per !== 'person' || (check.anonymous && partner !== null)) return 'wrong-answer'
  let most = 0
  for (const [id, chosen] of Object.entries(counts)) {
    const question = questions.find(each => each.id === id)
    if (question?.kind !== 'options') return 'wrong-answer'
    const known = question.options.map(option => option.id)
    if (Object.keys(chosen).some(option => !known.includes(option))) return 'wrong-answer'
    most = Math.max(most, answeredIn(chosen))
  }
  return most === 0 || most > people ? 'wrong-answer' : null
}

/** How many of the people who were counted answered a question. */
export const answeredIn = (chosen: Record<string, number>): number =>
  Object.values(chosen).reduce((sum, n) => sum + n, 0)

/** How many people were counted in all. */
export const peopleIn = (hands: readonly Pick<CheckHands, 'people'>[]): number =>
  hands.reduce((sum, { people }) => sum + people, 0)
