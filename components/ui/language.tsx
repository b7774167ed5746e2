'use client'
import { createContext, type ReactNode, useContext } from 'react'
import type { Language } from '#lib/domain/session.ts'
import type { Catalogue } from '#lib/i18n/messages.ts'

const LanguageContext = createContext<Language>('nl')

/** Gives all below it the language that the person chose. */
export function LanguageProvider({ language, children }: { language: Language; children: ReactNode }) {
  return <LanguageContext value={language}>{children}</LanguageContext>
}

export const useLanguage = (): Language => useContext(LanguageContext)

/** The texts of one area in the person's language. */
export function useMessages<T>(catalogue: Catalogue<T>): Catalogue<T>[Language] {
  return catalogue[useLanguage()]
}
