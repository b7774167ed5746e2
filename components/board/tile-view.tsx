'use client'
import { ArrowLeft } from 'lucide-react'
import { useBoard, useCan } from '#components/live/board.tsx'
import { Button } from '#components/ui/button.tsx'
import { useLanguage, useMessages } from '#components/ui/language.tsx'
import { bouwsteenContent } from '#lib/content/bouwstenen.ts'
import type { Bouwsteen } from '#lib/domain/bouwsteen.ts'
import { boardMessages } from '#lib/i18n/board.ts'
import { BouwsteenIcon } from './bouwsteen-icon.tsx'
import { Composer } from './composer.tsx'
import { Guidance } from './guidance.tsx'
import { NoteCard } from './note-card.tsx'
import { notesOn } from './note-order.ts'
import { useMoveNote } from './use-move-note.ts'
import { useWriters } from './writers.ts'

/** One bouwsteen from nearby: its guidance, and every note in full. On a phone this is the board. */
export function TileView(props: {
  bouwsteen: Bouwsteen
  onBack: (() => void) | null
  onOpen: (note: string) => void
}) {
  const { bouwsteen, onBack } = props
  const t = useMessages(boardMessages)
  const language = useLanguage()
  const mayAdd = useCan()({ type: 'addNote' }) === null
  const { name, tagline } = bouwsteenContent[bouwsteen]
  return (
    <section
      aria-labelledby="tile"
      data-tile={bouwsteen}
      className="flex grow flex-col gap-3 rounded-xl p-3 sm:p-5"
      style={{ background: `var(--tile-${bouwsteen})` }}
    >
      <header className="flex flex-wrap items-center gap-3">
        <BouwsteenIcon bouwsteen={bouwsteen} size={28} />
        <div className="grow">
          <h2 id="tile" className="text-2xl font-bold">
            {name[language]}
          </h2>
          <p className="text-muted">{tagline[language]}</p>
        </div>
        {onBack && (
          <Button onClick={onBack}>
            <ArrowLeft aria-hidden="true" size={18} />
            {t.back}
          </Button>
        )}
      </header>
      <div className="flex grow flex-col gap-5 lg:flex-row-reverse">
        <aside aria-label={t.guidance} className="hidden w-80 shrink-0 lg:block">
          <Guidance bouwsteen={bouwsteen} />
        </aside>
        <details className="lg:hidden">
          <summary className="min-h-8 font-semibold">{t.guidance}</summary>
          <div className="mt-2">
            <Guidance bouwsteen={bouwsteen} />
          </div>
        </details>
        <div className="flex min-w-0 grow flex-col gap-4">
          <Notes {...props} />
          {mayAdd && (
            <div
              className="sticky bottom-0 mt-auto max-w-3xl pt-2 pb-3"
              style={{ background: `var(--tile-${bouwsteen})` }}
            >
              <Composer key={bouwsteen} bouwsteen={bouwsteen} focus={false} />
            </div>
          )}
        </div>
      </div>
    </section>
  )
}

function Notes({ bouwsteen, onOpen }: { bouwsteen: Bouwsteen; onOpen: (note: string) => void }) {
  const t = useMessages(boardMessages)
  const { notes } = useBoard()
  const writers = useWriters()
  const move = useMoveNote()
  const mayAdd = useCan()({ type: 'addNote' }) === null
  const lying = notesOn(notes, bouwsteen)
  if (lying.length === 0) return <p className="text-muted">{mayAdd ? t.empty : t.emptyQuiet}</p>
  return (
    <ul className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,13rem),1fr))] gap-3">
      {lying.map(note => (
        <NoteCard
          key={note.id}
          note={note}
          writer={writers(note.author, note.partner)}
          lines={null}
          draggable={move !== null}
          onOpen={onOpen}
          onDropBefore={(id, before) => move?.(id, bouwsteen, before)}
        />
      ))}
    </ul>
  )
}
