'use client'
import { useState } from 'react'
import { useBoard } from '#components/live/board.tsx'
import { useSessionView } from '#components/live/session.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { silentRoundMessages } from '#lib/i18n/silent-round.ts'

/** Says that the desks were laid down, and what lies on the board now, to who saw them open on this page. */
export function LaidDown() {
  const t = useMessages(silentRoundMessages)
  const open = (useSessionView()?.session.desks ?? null) !== null
  const { notes } = useBoard()
  const [was, setWas] = useState(open)
  const [laid, setLaid] = useState(false)
  if (was !== open) {
    setWas(open)
    setLaid(!open)
  }
  if (!laid) return null
  return <Notice kind="success">{t.laidDown(notes.filter(note => note.deletedAt === null).length)}</Notice>
}
