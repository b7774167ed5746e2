'use client'
import { ClipboardCheck } from 'lucide-react'
import { useSessionView } from '#components/live/session.tsx'
import { useLanguage, useMessages } from '#components/ui/language.tsx'
import { checkForms } from '#lib/content/check-forms.ts'
import { checkMessages } from '#lib/i18n/checks.ts'
import { calledFor } from './called-for.ts'

/** Within the present step: which check it calls for, and the way there. */
export function CheckHint() {
  const t = useMessages(checkMessages)
  const language = useLanguage()
  const view = useSessionView()
  if (!view) return null
  const { running, fitting } = calledFor(view)
  const kind = running?.kind ?? fitting[0]
  if (!kind) return null
  const title = checkForms[kind].title[language]
  return (
    <a
      href="#checks-desk"
      className="flex min-h-11 items-center gap-2 self-start rounded-lg bg-(--tile-binding) px-3 font-semibold"
    >
      <ClipboardCheck aria-hidden="true" size={20} className="shrink-0 text-(--accent-binding)" />
      {running ? t.isOpen(title) : t.callsFor(title)}
    </a>
  )
}
