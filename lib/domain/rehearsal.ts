import type { Ballot, Choice } from './ballot.ts'
import { asksReason, type ConsentValue, type GradientValue } from './ballot-answer.ts'
import type { CheckAnswer, CheckQuestion } from './check.ts'
import type { RoomStage } from './phase.ts'
import type { StepView } from './programme.ts'
import type { Language } from './session.ts'

/** Most people who are made up for one rehearsal. */
export const MADE_UP_MAX = 40
/** How many of each partner, while that stays within the most; and how many who speak for themselves where there are no partners. */
const OF_EACH = 2
const WITHOUT_PARTNERS = 6

/** What says that something is somebody's who was made up. */
const MARKED: Record<Language, string> = { nl: 'proef', en: 'rehearsal' }

/** The name of somebody made up, with what says so wherever it is shown. */
export const madeUpName = (name: string, language: Language): string => `${name} (${MARKED[language]})`
/** The same before each of their texts, so that one without a name isn't taken for somebody's own either. */
export const madeUpText = (text: string, language: Language): string => `[${MARKED[language]}] ${text}`
/** A text without that: the mark says nothing of what it is about. */
export const unmarked = (text: string): string => text.replace(/^\[(?:proef|rehearsal)\] /, '')

/** What made-up people do at a moment; `done`: they only say that they are. */
export type MadeUpAct =
  | 'prepare'
  | 'desks'
  | 'write'
  | 'order'
  | 'breakthrough'
  | 'results'
  | 'propose'
  | 'vote'
  | 'statement'
  | 'done'

/** `about`: what the present step is about on the screen, null before the first; `preparing`: whether partners write before the first day. */
export function madeUpAct(moment: {
  stage: RoomStage
  about: StepView | null
  preparing: boolean
}): MadeUpAct {
  const { stage, about, preparing } = moment
  if (stage === 'vote' || stage === 'statement' || stage === 'desks') return stage
  if (stage === 'sign' || stage === 'closed') return 'done'
  if (preparing) return 'prepare'
  if (about === 'breakthrough' || about === 'results') return about
  if (stage === 'order') return 'order'
  return stage === 'collect' ? 'write' : 'propose'
}

/** For whom made-up people come, one entry each: a partner's id, or null for who speaks for themself. */
export function madeUpSeats(partners: readonly { id: string }[]): (string | null)[] {
  if (partners.length === 0) return Array.from({ length: WITHOUT_PARTNERS }, () => null)
  const times = partners.length * OF_EACH <= MADE_UP_MAX ? OF_EACH : 1
  return Array.from({ length: times }, () => partners.map(({ id }) => id))
    .flat()
    .slice(0, MADE_UP_MAX)
}

/** Made-up people mostly agree: in this order, by who they are and what they are asked. */
const consents: readonly ConsentValue[] = [
  'agree',
  'agree',
  'reservation',
  'agree',
  'agree',
  'objection',
  'agree',
]

const steps: readonly GradientValue[] = [
  'wish',
  'wholehearted',
  'doubt',
  'along',
  'wholehearted',
  'against',
  'wish',
]

/** What the made-up person at a place chooses in a ballot; `reason` is given where one is asked. */
export function madeUpChoice(ballot: Ballot, place: number, reason: string): Choice {
  const { method, options } = ballot
  const answers = <V extends ConsentValue | GradientValue>(values: readonly V[]) =>
    Object.fromEntries(
      options.map(({ proposal }, index) => {
        const value = values[(place + 3 * index) % values.length] as V
        return [proposal, { value, reason: asksReason(value) ? reason : '' }]
      }),
    )
  if (method === 'consent') return { method, answers: answers(consents) }
  if (method === 'gradient') return { method, answers: answers(steps) }
  const dots = new Map<string, number>()
  for (let dot = 0; dot < ballot.dots; dot++) {
    const { proposal } = options[(place + dot * dot) % options.length] as Ballot['options'][number]
    dots.set(proposal, (dots.get(proposal) ?? 0) + 1)
  }
  return { method: 'dots', dots: Object.fromEntries(dots) }
}

/** How far from the first option, or from a high grade, in this order: mostly near it. */
const leanings: readonly number[] = [0, 1, 0, 2, 1, 0, 3]

/** What the made-up person at a place answers to a check: somewhat apart from each other, and a word where words are asked. */
export function madeUpAnswer(questions: readonly CheckQuestion[], place: number, words: string): CheckAnswer {
  const answers = questions.flatMap((question, index): [string, string | number][] => {
    const { id } = question
    const turn = leanings[(place + 3 * index) % leanings.length] ?? 0
    if (question.kind === 'options')
      return [[id, question.options[Math.min(turn, question.options.length - 1)]?.id ?? '']]
    if (question.kind === 'grade') return [[id, Math.max(question.min, question.max - 2 - turn)]]
    return question.kind === 'text' && turn === 3 ? [[id, words]] : []
  })
  return Object.fromEntries(answers)
}
