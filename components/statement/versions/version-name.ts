'use client'
import { useSessionView } from '#components/live/session.tsx'
import { useLanguage, useMessages } from '#components/ui/language.tsx'
import type { DraftVersion } from '#lib/domain/draft.ts'
import { versionMessages } from '#lib/i18n/versions.ts'

/** What a version is called, and who kept it when. */
export function useVersionName(): (version: DraftVersion) => { name: string; by: string } {
  const t = useMessages(versionMessages)
  const language = useLanguage()
  const roster = useSessionView()?.roster ?? []
  const moment = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short' })
  return ({ name, cause, by, at }) => ({
    name: cause === 'kept' ? name : t[cause],
    by: t.by(roster.find(({ id }) => id === by)?.name ?? '', moment.format(at)),
  })
}
