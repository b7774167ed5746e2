'use client'
import { useState } from 'react'
import { useBoard } from '#components/live/board.tsx'
import { useConnection, useSession, useSessionView } from '#components/live/session.tsx'
import { SessionFrame } from '#components/session/session-frame.tsx'
import { Button, ButtonLink } from '#components/ui/button.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { Notice } from '#components/ui/notice.tsx'
import type { Bouwsteen } from '#lib/domain/bouwsteen.ts'
import { boardMessages } from '#lib/i18n/board.ts'
import { BinDialog } from './bin-dialog.tsx'
import { LinesView } from './lines-view.tsx'
import { Mosaic } from './mosaic.tsx'
import { NoteDialog } from './note-dialog.tsx'
import { ProposalsView } from './proposals-view.tsx'
import { TileStrip } from './tile-strip.tsx'
import { TileView } from './tile-view.tsx'
import { useWide } from './use-wide.ts'

const looks = ['mosaic', 'lines', 'opgave'] as const
type Look = (typeof looks)[number]

export function BoardPage({ session }: { session: string }) {
  return (
    <SessionFrame session={session} document="board" page="board">
      <Board />
    </SessionFrame>
  )
}

function Board() {
  const t = useMessages(boardMessages)
  const view = useSessionView()
  const { notes } = useBoard()
  // What one looks at follows the phase until one chooses oneself.
  const [chosen, setChosen] = useState<Look | null>(null)
  const [open, setOpen] = useState<string | null>(null)
  const [bin, setBin] = useState(false)
  const look = chosen ?? (view?.session.phase === 'decide' ? 'opgave' : 'mosaic')
  const binned = notes.filter(note => note.deletedAt !== null).length
  return (
    <>
      <FrozenBanner />
      <div className="flex flex-wrap items-center gap-2 px-3 pt-2 sm:px-4">
        <fieldset className="flex gap-1">
          <legend className="sr-only">{t.views}</legend>
          {looks.map(each => (
            <button
              key={each}
              type="button"
              aria-pressed={each === look}
              onClick={() => setChosen(each)}
              className="min-h-11 rounded-lg px-3 font-semibold text-muted hover:bg-surface aria-pressed:bg-surface aria-pressed:text-ink aria-pressed:shadow-note"
            >
              {t[each]}
            </button>
          ))}
        </fieldset>
        {binned > 0 && (
          <Button variant="quiet" className="ml-auto text-sm" onClick={() => setBin(true)}>
            {t.binOpen(binned)}
          </Button>
        )}
      </div>
      {look === 'mosaic' && <MosaicView onOpen={setOpen} />}
      {look === 'lines' && <LinesView onOpen={setOpen} />}
      {look === 'opgave' && <ProposalsView />}
      <NoteDialog id={open} onClose={() => setOpen(null)} />
      <BinDialog open={bin} onClose={() => setBin(false)} />
    </>
  )
}

/** The whole mosaic where there is room for it; else, or from nearby, one bouwsteen. */
function MosaicView({ onOpen }: { onOpen: (note: string) => void }) {
  const wide = useWide()
  const [near, setNear] = useState<Bouwsteen | null>(null)
  const shown = near ?? (wide ? null : 'opgave')
  if (shown === null)
    return (
      <div className="h-[calc(100dvh-8.4rem)] min-h-[36rem] p-2 sm:px-4">
        <Mosaic onNearer={setNear} onOpen={onOpen} />
      </div>
    )
  return (
    <div className="flex grow flex-col gap-2 p-2 sm:p-4">
      <TileStrip shown={shown} onChoose={setNear} />
      <TileView bouwsteen={shown} onBack={wide ? () => setNear(null) : null} onOpen={onOpen} />
    </div>
  )
}

function FrozenBanner() {
  const t = useMessages(boardMessages)
  const session = useSession()
  const { frozen } = useConnection()
  if (frozen === null) return null
  return (
    <div className="px-3 pt-3 sm:px-4">
      <Notice kind="info">
        <div className="flex flex-wrap items-center justify-between gap-3">
          <p>
            {t.frozen} <code className="block text-sm break-all text-muted">{frozen}</code>
          </p>
          <ButtonLink href={`/${session}/statement`} variant="primary">
            {t.toStatement}
          </ButtonLink>
        </div>
      </Notice>
    </div>
  )
}
