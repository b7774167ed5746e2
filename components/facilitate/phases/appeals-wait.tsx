'use client'
import { useMemo } from 'react'
import { useBoard } from '#components/live/board.tsx'
import { useSession, useSessionView } from '#components/live/session.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { waitingAppeals } from '#lib/domain/appeal.ts'
import { ownNotesMessages } from '#lib/i18n/own-notes.ts'

/** That notes in no line wait for another look, before one goes on; and the way to them. */
export function AppealsWait() {
  const t = useMessages(ownNotesMessages)
  const session = useSession()
  const appeals = useSessionView()?.appeals
  const { notes, lines } = useBoard()
  const waiting = useMemo(() => waitingAppeals(appeals ?? [], notes, lines).length, [appeals, notes, lines])
  if (waiting === 0) return null
  return (
    <p>
      {t.asked(waiting)}: {t.saysWriter}{' '}
      <a href={`/${session}/board?view=lines`} className="inline-block py-1.5 font-semibold">
        {t.toLines}
      </a>
    </p>
  )
}
