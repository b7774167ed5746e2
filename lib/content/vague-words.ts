import type { Language } from '#lib/domain/session.ts'
import { plainLanguage } from './plain-language.ts'

/** A word that hides meaning: why it does, what to ask who wrote it, and plainer words for it. */
export type VagueWord = { word: string; why: string; ask: string; alternatives: readonly string[] }
/** Where one stands in a text, in UTF-16 code units, end excluded. */
export type Vague = { from: number; to: number; word: VagueWord }

const words: Record<Language, readonly (VagueWord & { forms: readonly string[] })[]> = {
  nl: plainLanguage.nl.map(({ why, ask, ...rest }) => ({ ...rest, why: why.nl, ask: ask.nl })),
  en: plainLanguage.en.map(({ why, ask, ...rest }) => ({ ...rest, why: why.en, ask: ask.en })),
}

const escaped = (form: string): string =>
  form.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(/\s+/g, '\\s+')

function matcherOf(language: Language): { pattern: RegExp; of: ReadonlyMap<string, VagueWord> } {
  const of = new Map(
    words[language].flatMap(word => word.forms.map(form => [form.toLowerCase(), word] as const)),
  )
  // The longest first: "in de breedste zin van het woord" before a word of it.
  const forms = [...of.keys()].sort((a, b) => b.length - a.length).map(escaped)
  return { pattern: new RegExp(`(?<![\\p{L}\\p{N}])(?:${forms.join('|')})(?![\\p{L}\\p{N}])`, 'giu'), of }
}

const matchers = { nl: matcherOf('nl'), en: matcherOf('en') }

/** The words of a text that hide meaning, in their order: whole words, in any case and in each of their forms. */
export function vagueWordsIn(text: string, language: Language): Vague[] {
  const { pattern, of } = matchers[language]
  return [...text.matchAll(pattern)].flatMap(match => {
    const word = of.get(match[0].toLowerCase().replaceAll(/\s+/g, ' '))
    return word ? [{ from: match.index, to: match.index + match[0].length, word }] : []
  })
}

/** A plainer word in the place of one that began with a capital begins with one too. */
export function inItsPlace(alternative: string, former: string): string {
  const [first = ''] = former
  const capital = first !== first.toLowerCase()
  return capital ? alternative.charAt(0).toUpperCase() + alternative.slice(1) : alternative
}
