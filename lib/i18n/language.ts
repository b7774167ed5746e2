import type { Language } from '#lib/domain/session.ts'

/** The cookie in which the browser keeps the language that a person chose. */
export const LANGUAGE_COOKIE = 'language'

/** The language to speak: Dutch, unless English was chosen. */
export const chosenLanguage = (cookie: string | undefined): Language => (cookie === 'en' ? 'en' : 'nl')
