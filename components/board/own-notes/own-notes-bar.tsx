'use client'
import { ChevronRight } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useMemo, useState } from 'react'
import { useBoard } from '#components/live/board.tsx'
import { useOwnNames } from '#components/live/pen.ts'
import { useSessionView } from '#components/live/session.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { fatesOf } from '#lib/domain/appeal.ts'
import { ownNotesBarMessages } from '#lib/i18n/own-notes-bar.ts'
import type { SessionView } from '#lib/protocol/session-view.ts'

const OwnNotesDialog = dynamic(() => import('./own-notes-dialog.tsx').then(file => file.OwnNotesDialog), {
  ssr: false,
})

/** Once notes are put in lines, or lines are shown: who takes part may want to know what became of their own. */
const isTime = ({ session, step }: SessionView): boolean =>
  session.phase !== 'collect' || step?.step.view === 'lines'

/** How many of one's own notes lie in a line, and the way to see which. */
export function OwnNotesBar() {
  const view = useSessionView()
  if (view?.me.role !== 'participant' || !isTime(view)) return null
  return <Bar />
}

function Bar() {
  const t = useMessages(ownNotesBarMessages)
  const { notes, lines } = useBoard()
  const own = useOwnNames()
  const [open, setOpen] = useState(false)
  const lying = useMemo(() => fatesOf(own, notes, lines).filter(({ binned }) => !binned), [own, notes, lines])
  const nameless = notes.some(({ author, deletedAt }) => author === null && deletedAt === null)
  if (lying.length === 0 && !nameless) return null
  const placed = lying.filter(({ line }) => line !== null).length
  return (
    <>
      <button
        type="button"
        onClick={() => setOpen(true)}
        className="steps-aside mx-2 mb-1.5 flex min-h-11 shrink-0 items-center gap-2 self-stretch rounded-lg border border-line bg-surface px-3 text-left font-semibold hover:bg-paper sm:mx-4 sm:self-start"
      >
        <span className="min-w-0 grow">
          {lying.length === 0 ? t.barNameless : t.bar(placed, lying.length)}
        </span>
        <ChevronRight aria-hidden="true" size={18} className="shrink-0" />
      </button>
      {open && <OwnNotesDialog onClose={() => setOpen(false)} />}
    </>
  )
}
