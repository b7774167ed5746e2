'use client'
import { EyeOff } from 'lucide-react'
import { useSession, useSessionView } from '#components/live/session.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { useMessages } from '#components/ui/language.tsx'
import type { DeskPromise } from '#lib/domain/desk.ts'
import { deskMessages } from '#lib/i18n/desk.ts'

/** For who has no desk: what everybody is doing now, and why nothing comes on the board. */
export function OthersWrite({ promise }: { promise: DeskPromise }) {
  const t = useMessages(deskMessages)
  const session = useSession()
  const leads = useSessionView()?.me.role === 'facilitator'
  return (
    <div className="mx-2 mt-1.5 flex flex-wrap items-center gap-x-3 gap-y-1 rounded-lg border-l-4 border-primary bg-surface px-3 py-1.5 sm:mx-4">
      <EyeOff aria-hidden="true" size={20} className="shrink-0" />
      <p className="min-w-60 flex-1 leading-snug">
        {t.others} {promise === 'named' ? t.othersNamed : t.othersAnonymous}
      </p>
      {leads && <ButtonLink href={`/${session}/facilitate`}>{t.toLead}</ButtonLink>}
    </div>
  )
}
