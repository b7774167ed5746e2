import type { Language } from '#lib/domain/session.ts'

// biome-ignore lint/suspicious/noExplicitAny: a message's own parameters are kept by inference
type Message = string | ((...values: any[]) => string)
type Same<T> = { [K in keyof T]: T[K] extends string ? string : T[K] }
export type Catalogue<T> = Record<Language, Same<T>>

/** The texts of one area in both languages; English must have the same keys and parameters as Dutch, the source. */
export function catalogue<T extends Record<string, Message>>(nl: T, en: Same<T>): Catalogue<T> {
  return { nl: nl as unknown as Same<T>, en }
}
