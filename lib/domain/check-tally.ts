import {
  ANONYMOUS_FROM,
  type Check,
  type CheckAnswer,
  type CheckQuestion,
  type NamedAnswer,
} from './check.ts'
import type { CheckHands } from './check-hands.ts'

/**
 * What was answered to one question with options or a grade: how many answered it, and how many chose each option or gave each grade
 * (as text, "7.5"). `partners`: of how many partners those were; null where that isn't known or is the same.
 */
export type CheckCount = {
  answered: number
  people: Record<string, number>
  partners: Record<string, number> | null
}
/** A check as a picture: how the answers lie, by question. Tells nothing of who gave which. */
export type CheckPicture = Record<string, CheckCount>

/**
 * All answers to an anonymous check, mixed as they come in: counts and words by question, each in an order of their own, so that
 * nothing in it belongs together. `calls`: the names of who wants to be called, which they left on purpose.
 */
export type CheckBox = {
  counts: Record<string, Record<string, number>>
  texts: Record<string, string[]>
  calls: string[]
}
export const emptyBox: CheckBox = { counts: {}, texts: {}, calls: [] }

/** The box with one more answer in it. Where things lie in it says nothing of when they came. */
export function intoBox(box: CheckBox, questions: readonly CheckQuestion[], answer: CheckAnswer): CheckBox {
  const { counts, texts } = structuredClone(box)
  const calls = [...box.calls]
  for (const { id, kind } of questions) {
    const given = answer[id]
    if (given === undefined) continue
    const key = String(given)
    if (kind === 'call') calls.push(key)
    else if (kind === 'text') texts[id] = [...(texts[id] ?? []), key].sort()
    else counts[id] = { ...counts[id], [key]: (counts[id]?.[key] ?? 0) + 1 }
  }
  return { counts: sorted(counts, sorted), texts: sorted(texts), calls: calls.sort() }
}

/** With its keys in their own order. */
function sorted<T>(all: Record<string, T>, within: (each: T) => T = each => each): Record<string, T> {
  const entries = Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([key, value]) => [key, within(value)]))
}

/** What stays of an anonymous check that too few answered: the names of who wants to be called, and no answer. */
export const withoutAnswers = ({ calls }: CheckBox): CheckBox => ({ ...emptyBox, calls })

type Asked = Pick<Check, 'anonymous' | 'per'>

/**
 * Whether a check has enough answers that people gave themselves to show them: any number of partners that answer in their own name;
 * of people, `ANONYMOUS_FROM`, since nobody was told that the others would see what they chose.
 */
export const mayBeShown = ({ anonymous, per }: Asked, own: number): boolean =>
  (per === 'partner' && !anonymous) || own >= ANONYMOUS_FROM

/**
 * Whether there is a picture, with those that were counted without a device. Of people's own answers too few stay out of it: a hand was
 * seen by all, so the picture less the hands would tell.
 */
export const hasPicture = (check: Asked, own: number, byHand: number): boolean =>
  mayBeShown(check, own) || byHand >= ANONYMOUS_FROM

/** How many of people's own answers stay out of the picture that there is. */
export const leftOut = (check: Asked, own: number, byHand: number): number =>
  hasPicture(check, own, byHand) && !mayBeShown(check, own) ? own : 0

const counted = (questions: readonly CheckQuestion[]) =>
  questions.filter(({ kind }) => kind === 'options' || kind === 'grade')

/** The picture of an anonymous check, with what was counted on paper. */
export function pictureOfBox(
  questions: readonly CheckQuestion[],
  { counts }: Pick<CheckBox, 'counts'>,
  hands: readonly CheckHands[],
): CheckPicture {
  return Object.fromEntries(
    counted(questions).map(({ id }) => {
      const people = { ...counts[id] }
      for (const each of hands) add(people, each.counts[id])
      return [id, { answered: sumOf(people), people, partners: null }]
    }),
  )
}

const sumOf = (people: Record<string, number>): number => Object.values(people).reduce((sum, n) => sum + n, 0)

function add(people: Record<string, number>, more: Record<string, number> = {}): void {
  for (const [key, n] of Object.entries(more)) if (n > 0) people[key] = (people[key] ?? 0) + n
}

/** The picture of a check that is answered in names, with the hands that were counted. The order of them makes no difference. */
export function pictureOf(
  questions: readonly CheckQuestion[],
  per: Check['per'],
  answers: readonly NamedAnswer[],
  hands: readonly CheckHands[],
): CheckPicture {
  return Object.fromEntries(
    counted(questions).map(({ id }) => {
      const people: Record<string, number> = {}
      const partners: Record<string, Set<string>> = {}
      for (const { partner, chosen } of chosenIn(id, answers, hands)) {
        add(people, chosen)
        for (const [key, n] of Object.entries(chosen)) {
          if (n === 0) continue
          partners[key] ??= new Set()
          if (partner !== null) partners[key].add(partner)
        }
      }
      const sizes = Object.fromEntries(Object.entries(partners).map(([key, those]) => [key, those.size]))
      return [id, { answered: sumOf(people), people, partners: per === 'partner' ? null : sizes }]
    }),
  )
}

/** What was chosen at one question, by whom: an answer is one of a kind, hands are many. */
function chosenIn(id: string, answers: readonly NamedAnswer[], hands: readonly CheckHands[]) {
  const given = answers.flatMap(({ partner, answer }) =>
    answer[id] === undefined ? [] : { partner, chosen: { [String(answer[id])]: 1 } },
  )
  return [...given, ...hands.map(({ partner, counts }) => ({ partner, chosen: counts[id] ?? {} }))]
}

/** Where the answers to a question lie: their mean, the one in the middle, the lowest and the highest. */
export type Middle = { mean: number; median: number; lowest: number; highest: number }

/** Null when nobody answered it. An option counts for its value; between two in the middle lies their mean. */
export function middleOf(question: CheckQuestion, people: CheckCount['people']): Middle | null {
  const worth = (key: string): number =>
    question.kind === 'options' ? (question.options.find(({ id }) => id === key)?.value ?? 0) : Number(key)
  const all = Object.entries(people)
    .flatMap(([key, n]) => Array.from({ length: n }, () => worth(key)))
    .sort((a, b) => a - b)
  const [lowest, highest] = [all[0], all.at(-1)]
  if (lowest === undefined || highest === undefined) return null
  const [under, over] = [all[Math.floor((all.length - 1) / 2)], all[Math.ceil((all.length - 1) / 2)]]
  return {
    mean: all.reduce((sum, value) => sum + value, 0) / all.length,
    median: ((under as number) + (over as number)) / 2,
    lowest,
    highest,
  }
}
