'use client'
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react'
import type { Language } from '#lib/domain/session.ts'
import type { Catalogue } from '#lib/i18n/messages.ts'

const LanguageContext = createContext<Language>('nl')
const ChooseContext = createContext<(language: Language) => void>(() => {})

/** Gives all below it the language that the person chose: `language`, until they choose another on the page itself. */
export function LanguageProvider({ language, children }: { language: Language; children: ReactNode }) {
  const [chosen, choose] = useState(language)
  useEffect(() => {
    document.documentElement.lang = chosen
  }, [chosen])
  return (
    <ChooseContext value={choose}>
      <LanguageContext value={chosen}>{children}</LanguageContext>
    </ChooseContext>
  )
}

/** Changes the language of what is drawn in the browser, without a new page. */
export const useChooseLanguage = (): ((language: Language) => void) => useContext(ChooseContext)

export const useLanguage = (): Language => useContext(LanguageContext)

/** The texts of one area in the person's language. */
export function useMessages<T>(catalogue: Catalogue<T>): Catalogue<T>[Language] {
  return catalogue[useLanguage()]
}
