import type { Language } from './session.ts'

const words: Record<Language, string> = { nl: 'Oud-deelnemer', en: 'Former participant' }

/** What stands in the place of the name of who had it taken away: one that nobody here has yet. */
export function pseudonym(language: Language, names: readonly string[]): string {
  for (let number = 1; ; number++) {
    const name = `${words[language]} ${number}`
    if (!names.includes(name)) return name
  }
}
