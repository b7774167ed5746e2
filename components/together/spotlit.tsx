'use client'
import { Lightbulb } from 'lucide-react'
import { useEffect } from 'react'
import { useWriters } from '#components/board/note/writers.ts'
import { useBoard } from '#components/live/board.tsx'
import { useCommand, useSessionView } from '#components/live/session.tsx'
import { Button } from '#components/ui/button.tsx'
import { useMessages } from '#components/ui/language.tsx'
import type { Note } from '#lib/domain/note.ts'
import { togetherMessages } from '#lib/i18n/together.ts'
import { Bar } from './bar.tsx'

/** The note that all are shown; null when there is none, or it lies on the board no more. */
export function useSpotlit(): Note | null {
  const id = useSessionView()?.spotlight ?? null
  const { notes } = useBoard()
  return notes.find(note => note.id === id && note.deletedAt === null) ?? null
}

/** The note in the spotlight in words, marked in every view, and the way to it. */
export function Spotlit({ note, onGo }: { note: Note; onGo: (note: string) => void }) {
  const t = useMessages(togetherMessages)
  const command = useCommand()
  const leads = useSessionView()?.me.role === 'facilitator'
  const writer = useWriters()(note.author, note.partner)
  useMark(note.id)
  return (
    <Bar
      icon={Lightbulb}
      text={
        <p className="line-clamp-3 break-words">
          <strong>{t.spotlight}:</strong> {note.text}{' '}
          <span className="text-sm text-muted">{t.by(writer.name, writer.partner)}</span>
        </p>
      }
    >
      <Button aria-label={t.lookFull} onClick={() => onGo(note.id)}>
        {t.look}
      </Button>
      {leads && (
        <Button onClick={() => void command({ type: 'spotlight', note: null })}>{t.spotlightOff}</Button>
      )}
    </Bar>
  )
}

/** Marks a note wherever it is drawn, whichever view draws it, also when it is drawn anew. */
function useMark(id: string): void {
  useEffect(() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(
      `[data-note="${CSS.escape(id)}"] { outline: 4px dashed var(--primary); outline-offset: 3px; }`,
    )
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter(each => each !== sheet)
    }
  }, [id])
}
