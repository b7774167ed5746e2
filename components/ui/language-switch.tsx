'use client'
import { commonMessages } from '#lib/i18n/common.ts'
import { LANGUAGE_COOKIE } from '#lib/i18n/language.ts'
import { useLanguage, useMessages } from './language.tsx'

/** Seconds that the browser remembers the choice. */
const YEAR = 365 * 24 * 60 * 60

/** Changes between the product's two languages; the browser remembers the choice. */
export function LanguageSwitch() {
  const t = useMessages(commonMessages)
  const other = useLanguage() === 'nl' ? 'en' : 'nl'
  const change = () => {
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API isn't in every browser yet
    document.cookie = `${LANGUAGE_COOKIE}=${other}; path=/; max-age=${YEAR}; samesite=lax`
    location.reload()
  }
  return (
    <button
      type="button"
      lang={other}
      onClick={change}
      className="min-h-11 px-2 underline underline-offset-4"
    >
      {t.switchLanguage}
    </button>
  )
}
