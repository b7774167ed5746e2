import type { CheckAnswer, CheckKind, CheckQuestion, CheckShape } from '#lib/domain/check.ts'
import { checks } from './checks.ts'
import type { Bilingual } from './schema.ts'

/**
 * A question as people read it: `title` in a few words, `text` in full where that is more, `guide` by what to choose, the names of its
 * options.
 */
export type FormQuestion = {
  ask: CheckQuestion
  title: Bilingual
  text: Bilingual | null
  guide: readonly Bilingual[]
  options: Record<string, Bilingual>
}
/** A check as people read it, in both languages. */
export type CheckForm = Omit<CheckShape, 'questions'> & {
  title: Bilingual
  how: Bilingual
  minutes: number
  questions: readonly FormQuestion[]
}

type Option = { id: string; label: Bilingual; value: number }

function choosing(id: string, title: Bilingual, options: readonly Option[]): FormQuestion {
  return {
    ask: { id, kind: 'options', options: options.map(({ id: option, value }) => ({ id: option, value })) },
    title,
    text: null,
    guide: [],
    options: Object.fromEntries(options.map(({ id: option, label }) => [option, label])),
  }
}

const written = (id: string, title: Bilingual, text: Bilingual | null): FormQuestion => ({
  ask: { id, kind: 'text' },
  title,
  text,
  guide: [],
  options: {},
})

const sentence: Bilingual = { nl: 'In één zin: waarom?', en: 'In one sentence: why?' }
const weighed: Bilingual = { nl: 'Waar staan wij op de weegschaal?', en: 'Where do we stand on the scale?' }

function relationship(): CheckForm {
  const { title, how, minutes, anonymous, questions } = checks.relationshipCheckIn
  return {
    title,
    how,
    minutes,
    anonymous,
    per: 'person',
    questions: questions.map(({ id, kind, text, options = [] }) => {
      if (kind === 'scale') return choosing(id, text, options)
      // Everybody is asked: were it those who choose low alone, a name would tell what its owner chose.
      return kind === 'yesno'
        ? { ask: { id, kind: 'call' as const }, title: text, text: null, guide: [], options: {} }
        : written(id, text, null)
    }),
  }
}

function legitimacy(): CheckForm {
  const { title, how, minutes, scale, pillars } = checks.legitimacy
  return {
    title,
    how,
    minutes,
    anonymous: false,
    per: 'partner',
    questions: pillars.flatMap(({ id, name, ask }) => [
      { ask: { id, kind: 'grade' as const, ...scale }, title: name, text: ask, guide: [], options: {} },
      written(`${id}-zin`, sentence, null),
    ]),
  }
}

function giveTake(): CheckForm {
  const { title, how, minutes, fields, balance } = checks.giveTake
  return {
    title,
    how,
    minutes,
    anonymous: false,
    per: 'partner',
    questions: [
      ...fields.map(({ id, label, hint }) => written(id, label, hint)),
      choosing('balans', weighed, balance.labels),
    ],
  }
}

function opgaveTest(): CheckForm {
  const { title, how, minutes, tests, results } = checks.opgaveTest
  return {
    title,
    how,
    minutes,
    anonymous: false,
    per: 'person',
    questions: tests.map(({ id, title: name, question, good, warning }) => ({
      ...choosing(id, name, results),
      text: question,
      guide: [
        { nl: `Groen: ${good.nl}`, en: `Green: ${good.en}` },
        { nl: `Rood: ${warning.nl}`, en: `Red: ${warning.en}` },
      ],
    })),
  }
}

/** The four checks that a group can be asked. */
export const checkForms: Record<CheckKind, CheckForm> = {
  relationshipCheckIn: relationship(),
  legitimacy: legitimacy(),
  giveTake: giveTake(),
  opgaveTest: opgaveTest(),
}

export const questionsOf = (kind: CheckKind): CheckQuestion[] =>
  checkForms[kind].questions.map(({ ask }) => ask)

/** What a partner's card of giving and taking calls for: a talk about it, in the method's words. */
export function alertsOf(card: CheckAnswer): Bilingual[] {
  const balance = checks.giveTake.balance.labels.find(({ id }) => id === card.balans)?.value ?? 0
  const is = {
    scheef: Math.abs(balance) === 2,
    leeg: card.brengt === undefined || card.haalt === undefined,
    pijn: card.kost !== undefined && card.nodig === undefined,
  }
  return checks.giveTake.alerts.filter(({ id }) => is[id]).map(({ text }) => text)
}
