'use client'
import { commonMessages } from '#lib/i18n/common.ts'
import { LANGUAGE_COOKIE } from '#lib/i18n/language.ts'
import { useChooseLanguage, useLanguage, useMessages } from './language.tsx'

/** Seconds that the browser remembers the choice. */
const YEAR = 365 * 24 * 60 * 60

/**
 * Changes between the product's two languages; the browser remembers the choice. `inPlace`: where nothing on the page was written by
 * the server, it goes on as it is, with all that one may still undo.
 */
export function LanguageSwitch({ inPlace = false }: { inPlace?: boolean }) {
  const t = useMessages(commonMessages)
  const choose = useChooseLanguage()
  const other = useLanguage() === 'nl' ? 'en' : 'nl'
  const change = () => {
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API isn't in every browser yet
    document.cookie = `${LANGUAGE_COOKIE}=${other}; path=/; max-age=${YEAR}; samesite=lax`
    if (inPlace) choose(other)
    else location.reload()
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
