'use client'
import { useDoc, useKeptSince } from '#components/live/session.tsx'
import { useLanguage, useMessages } from '#components/ui/language.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { clockOf, dayOf } from '#lib/i18n/moment.ts'
import { sessionMessages } from '#lib/i18n/session.ts'

/** Marks what this device kept as such: it may have changed since. */
export function OfflineNotice() {
  const t = useMessages(sessionMessages)
  const language = useLanguage()
  const doc = useDoc()
  const since = useKeptSince()
  if (since === null) return null
  return (
    <div className="px-3 pt-3 sm:px-4">
      <Notice kind="info">
        {doc ? t.asItWas(dayOf(language, since), clockOf(language, since)) : t.notHereYet}
      </Notice>
    </div>
  )
}
