'use client'
import { useMemo } from 'react'
import { useBoard } from '#components/live/board.tsx'
import { Button } from '#components/ui/button.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { cementByNote } from '#lib/domain/cement.ts'
import type { Note } from '#lib/domain/note.ts'
import { cementMessages } from '#lib/i18n/cement.ts'
import { CementItem } from './cement-item.tsx'
import { RemovedCement } from './removed-cement.tsx'
import { useCement } from './use-cement.ts'

/** The cement of a note: each with its sentence and the note at its other end; and the way to make more. */
export function NoteCement({ note }: { note: Note }) {
  const t = useMessages(cementMessages)
  const { notes, cement } = useBoard()
  const { begin } = useCement()
  const held = useMemo(() => cementByNote(notes, cement).get(note.id) ?? [], [notes, cement, note.id])
  const removed = cement.filter(each => each.from === note.id || each.to === note.id)
  if (held.length === 0 && begin === null) return null
  return (
    <section aria-label={t.cement} className="flex flex-col gap-2">
      <h3 className="font-semibold">{t.cement}</h3>
      {held.length > 0 && (
        <ul className="flex flex-col gap-2">
          {held.map(({ cement, other }) => {
            const ends = notes.filter(each => each.id === other)
            const loose = ends.some(end => end.bouwsteen === note.bouwsteen)
            return <CementItem key={cement.id} cement={cement} ends={ends} loose={loose} />
          })}
        </ul>
      )}
      <RemovedCement cement={removed} />
      {begin && (
        <div>
          <Button onClick={() => begin({ from: note.id })}>{t.make}</Button>
        </div>
      )}
    </section>
  )
}
