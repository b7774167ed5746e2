import type { Language } from '#lib/domain/session.ts'

/** A grade or a mean as people write it, with one decimal at most: 7,5 in Dutch. */
export function gradeText(language: Language, grade: number): string {
  return new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(grade)
}
