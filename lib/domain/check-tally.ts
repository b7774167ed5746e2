import {
  ANONYMOUS_FROM,
  type Check,
  type CheckAnswer,
  type CheckQuestion,
  type NamedAnswer,
} from './check.ts'

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

/**
 * Whether a check has enough answers to show them: any number of partners that answer in their own name; of people, `ANONYMOUS_FROM`,
 * since nobody was told that the others would see what they chose.
 */
export const mayBeShown = ({ anonymous, per }: Pick<Check, 'anonymous' | 'per'>, answered: number): boolean =>
  (per === 'partner' && !anonymous) || answered >= ANONYMOUS_FROM

const counted = (questions: readonly CheckQuestion[]) =>
  questions.filter(({ kind }) => kind === 'options' || kind === 'grade')

/** The picture of an anonymous check. */
export function pictureOfBox(questions: readonly CheckQuestion[], { counts }: CheckBox): CheckPicture {
  return Object.fromEntries(
    counted(questions).map(({ id }) => {
      const people = counts[id] ?? {}
      return [id, { answered: Object.values(people).reduce((sum, n) => sum + n, 0), people, partners: null }]
    }),
  )
}

/** The picture of a check that is answered in names. The order of `answers` makes no difference. */
export function pictureOf(
  questions: readonly CheckQuestion[],
  per: Check['per'],
  answers: readonly NamedAnswer[],
): CheckPicture {
  return Object.fromEntries(
    counted(questions).map(({ id }) => {
      const people: Record<string, number> = {}
      const partners: Record<string, Set<string>> = {}
      let answered = 0
      for (const { answer, partner } of answers) {
        const given = answer[id]
        if (given === undefined) continue
        const key = String(given)
        answered++
        people[key] = (people[key] ?? 0) + 1
        partners[key] ??= new Set()
        if (partner !== null) partners[key].add(partner)
      }
      const sizes = Object.fromEntries(Object.entries(partners).map(([key, those]) => [key, those.size]))
      return [id, { answered, people, partners: per === 'partner' ? null : sizes }]
    }),
  )
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
