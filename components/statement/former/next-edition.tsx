'use client'
import { useSessionView } from '#components/live/session.tsx'
import { useLanguage, useMessages } from '#components/ui/language.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { editionMessages } from '#lib/i18n/edition.ts'

/** Says that this statement was taken up again in a new edition. */
export function NextEdition() {
  const t = useMessages(editionMessages)
  const language = useLanguage()
  const next = useSessionView()?.edition.next
  if (!next) return null
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' })
  const dates = next.dates.map(date => day.format(new Date(date))).join(', ')
  return <Notice kind="info">{t.begun(next.title, dates)}</Notice>
}
