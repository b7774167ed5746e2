import type { Language } from '#lib/domain/session.ts'

/** The time of a moment (ms since 1970) where the reader is: 14.30, or 14:30 in English. */
export function clockOf(language: Language, at: number): string {
  const text = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit' }).format(at)
  return language === 'nl' ? text.replace(':', '.') : text
}

/** The day of a moment, without its year: 24 november. */
export function dayOf(language: Language, at: number): string {
  return new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long' }).format(at)
}
