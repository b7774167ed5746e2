'use client'
import { useSessionView } from '#components/live/session.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { daysLeft, endsSoon } from '#lib/domain/retention.ts'
import { keepingMessages } from '#lib/i18n/keeping.ts'

/** Says a month beforehand that all of it goes. */
export function KeepingWarning() {
  const t = useMessages(keepingMessages)
  const view = useSessionView()
  if (!view || !endsSoon(view.kept.lastDay, view.now)) return null
  return (
    <Notice kind="info" title={t.warning(daysLeft(view.kept.lastDay, view.now))}>
      {t.whatNow}
    </Notice>
  )
}
