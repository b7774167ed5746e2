'use client'
import { wholeLink } from '#components/invite/whole-link.ts'
import { CopyField } from '#components/ui/copy-field.tsx'
import { useLanguage, useMessages } from '#components/ui/language.tsx'
import { archiveMessages } from '#lib/i18n/archive.ts'
import type { SessionView } from '#lib/protocol/session-view.ts'

/** Says above each page of a session that was brought back what it is, by whom its file was sealed, and how others come to read it. */
export function ArchiveNotice({ archive }: { archive: NonNullable<SessionView['archive']> }) {
  const t = useMessages(archiveMessages)
  const language = useLanguage()
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'long' }).format(archive.broughtAt)
  return (
    <details className="border-b border-line bg-surface px-4 sm:px-6">
      <summary className="min-h-11 cursor-pointer py-2.5">{t.broughtBack(date)}</summary>
      <div className="flex max-w-3xl flex-col gap-4 pb-4">
        <p>
          {archive.ours ? t.ours : t.others}
          {!archive.ours && <code className="block break-all text-sm text-muted">{archive.sealedBy}</code>}
        </p>
        <section aria-label={t.share}>
          <CopyField label={t.link} value={wholeLink(archive.joinLink)} copy={t.copy} copied={t.copied} />
        </section>
      </div>
    </details>
  )
}
