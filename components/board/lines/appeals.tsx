'use client'
import { MessageCircleQuestion } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useRefusalText } from '#components/live/api.ts'
import { useBoard, useCan } from '#components/live/board.tsx'
import { useCommand, useSessionView } from '#components/live/session.tsx'
import { Button } from '#components/ui/button.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { waitingAppeals } from '#lib/domain/appeal.ts'
import type { Note } from '#lib/domain/note.ts'
import { ownNotesMessages } from '#lib/i18n/own-notes.ts'
import { useWriters } from '../note/writers.ts'
import { LineDialog } from '../selection/line-dialog.tsx'

/**
 * Notes in no line of which their writers say that they belong somewhere, for who may order. `lays` puts one in a line, or in a new
 * one, which settles it; null while lines are fixed.
 */
export function Appeals({
  lays,
}: {
  lays: { put: (note: string, line: string) => void; make: (note: string, title: string) => void } | null
}) {
  const t = useMessages(ownNotesMessages)
  const command = useCommand()
  const text = useRefusalText()
  const view = useSessionView()
  const { notes, lines } = useBoard()
  const [error, setError] = useState<string | null>(null)
  const [laying, setLaying] = useState<string | null>(null)
  const maySettle = useCan()({ type: 'settleAppeal' }) === null
  const appeals = view?.appeals
  const waiting = useMemo(() => waitingAppeals(appeals ?? [], notes, lines), [appeals, notes, lines])
  if (!maySettle || waiting.length === 0) return null
  const settle = async (note: string) => {
    const answer = await command({ type: 'settleAppeal', note, settled: true })
    setError(answer.ok ? null : text(answer.refusal.code))
  }
  return (
    <section aria-labelledby="appeals" className="mb-2 rounded-lg border-2 border-ink bg-paper px-3 py-2">
      <h3 id="appeals" className="font-bold">
        <MessageCircleQuestion aria-hidden="true" size={18} className="mr-1.5 inline-block align-[-3px]" />
        {t.asked(waiting.length)}
      </h3>
      <p className="text-sm text-muted">{t.askedIntro}</p>
      {error && <Notice kind="error">{error}</Notice>}
      <ul className="flex flex-col divide-y divide-line">
        {waiting.map(({ note }) => (
          <Asked
            key={note.id}
            note={note}
            onPut={lays && (() => setLaying(note.id))}
            onSettle={() => void settle(note.id)}
          />
        ))}
      </ul>
      <LineDialog
        count={1}
        open={laying !== null}
        onChoose={chosen => {
          setLaying(null)
          if (laying === null) return
          if ('title' in chosen) lays?.make(laying, chosen.title)
          else if (chosen.line !== null) lays?.put(laying, chosen.line)
        }}
        onClose={() => setLaying(null)}
      />
    </section>
  )
}

function Asked(props: { note: Note; onPut: (() => void) | null; onSettle: () => void }) {
  const t = useMessages(ownNotesMessages)
  const writers = useWriters()
  const { note } = props
  const about = note.text.slice(0, 60)
  return (
    <li className="flex flex-col gap-1.5 py-2">
      <p className="break-words whitespace-pre-wrap">{note.text}</p>
      <p className="text-sm text-muted">{t.by(writers(note.author, note.partner).name)}</p>
      <div className="flex flex-wrap gap-2">
        {props.onPut && (
          <Button aria-label={t.layInAbout(about)} onClick={props.onPut}>
            {t.layIn}
          </Button>
        )}
        <Button aria-label={t.lookedAbout(about)} onClick={props.onSettle}>
          {t.looked}
        </Button>
      </div>
    </li>
  )
}
