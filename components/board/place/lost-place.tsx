'use client'
import { useState } from 'react'
import { useBoard } from '#components/live/board.tsx'
import { useConnection, useDoc } from '#components/live/session.tsx'
import { Button } from '#components/ui/button.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { Notice } from '#components/ui/notice.tsx'
import type { Board } from '#lib/documents/board.ts'
import { viewMessages } from '#lib/i18n/views.ts'
import type { Place } from './place.ts'

type Loss = 'noteGone' | 'noteBinned' | 'lineGone'

/** Why a link leads nowhere: what it points at was thrown away, or never was; null when it is there. */
export function lossOf({ notes, lines }: Board, place: Place): Loss | null {
  if (place.note !== undefined) {
    const note = notes.find(each => each.id === place.note)
    if (!note) return 'noteGone'
    return note.deletedAt === null ? null : 'noteBinned'
  }
  if (place.line === undefined) return null
  return lines.some(each => each.id === place.line && each.deletedAt === null) ? null : 'lineGone'
}

/** Says kindly that the link one came by leads to nothing any more. */
export function LostPlace({ linked, onBin }: { linked: Place; onBin: () => void }) {
  const t = useMessages(viewMessages)
  const board = useBoard()
  const doc = useDoc()
  const { state } = useConnection()
  const [read, setRead] = useState(false)
  // What this device kept of the board may be older than the link.
  const loss = doc !== null && state === 'live' ? lossOf(board, linked) : null
  if (loss === null || read) return null
  return (
    <div className="px-3 pt-3 sm:px-4">
      <Notice kind="info">
        <div className="flex flex-wrap items-center justify-between gap-3">
          <p>{t[loss]}</p>
          <div className="flex flex-wrap gap-2">
            {loss === 'noteBinned' && <Button onClick={onBin}>{t.toBin}</Button>}
            <Button onClick={() => setRead(true)}>{t.understood}</Button>
          </div>
        </div>
      </Notice>
    </div>
  )
}
