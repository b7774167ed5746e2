'use client'
import { Maximize2, Plus } from 'lucide-react'
import { type DragEvent, useState } from 'react'
import { useCan } from '#components/live/board.tsx'
import { useLanguage, useMessages } from '#components/ui/language.tsx'
import { bouwsteenContent } from '#lib/content/bouwstenen.ts'
import type { Bouwsteen } from '#lib/domain/bouwsteen.ts'
import type { Note } from '#lib/domain/note.ts'
import { boardMessages } from '#lib/i18n/board.ts'
import { BouwsteenIcon } from './bouwsteen-icon.tsx'
import { Composer } from './composer.tsx'
import { MosaicNote } from './mosaic-note.tsx'
import { DRAGGED_NOTE } from './note-card.tsx'
import { useFit } from './use-fit.ts'
import { useMoveNote } from './use-move-note.ts'
import { usePapers } from './use-papers.ts'
import { useWriters } from './writers.ts'

/** One bouwsteen in the mosaic: its name, its weight, and as much of its notes as fits. */
export function MosaicTile(props: {
  bouwsteen: Bouwsteen
  notes: Note[]
  weight: number
  filter: (note: Note) => boolean
  onNearer: (bouwsteen: Bouwsteen) => void
  onOpen: (note: string) => void
}) {
  const { bouwsteen, notes, weight, onNearer, onOpen } = props
  const t = useMessages(boardMessages)
  const language = useLanguage()
  const move = useMoveNote()
  const mayAdd = useCan()({ type: 'addNote' }) === null
  const [composing, setComposing] = useState(false)
  const { name, tagline } = bouwsteenContent[bouwsteen]
  const id = `tile-${bouwsteen}`
  const drop = (event: DragEvent) => {
    const note = event.dataTransfer.getData(DRAGGED_NOTE)
    if (!note || !move) return
    event.preventDefault()
    move(note, bouwsteen, null)
  }
  return (
    <section
      aria-labelledby={id}
      data-tile={bouwsteen}
      onDragOver={event => move && event.preventDefault()}
      onDrop={drop}
      className="flex min-h-0 min-w-0 flex-col gap-1.5 rounded-lg p-2.5 transition-[flex-grow] motion-reduce:transition-none"
      style={{ background: `var(--tile-${bouwsteen})`, flex: `${weight} 1 0` }}
    >
      <header className="flex items-center gap-2">
        <BouwsteenIcon bouwsteen={bouwsteen} size={bouwsteen === 'opgave' ? 26 : 20} />
        <h2 id={id} className={`shrink-0 font-bold ${bouwsteen === 'opgave' ? 'text-2xl' : 'text-lg'}`}>
          {name[language]}
        </h2>
        <p className="min-w-0 grow truncate text-sm text-muted">{tagline[language]}</p>
        <p className="shrink-0 text-sm font-semibold" style={{ color: `var(--accent-${bouwsteen})` }}>
          {t.count(notes.length)}
        </p>
        <Tool label={t.nearer(name[language])} onClick={() => onNearer(bouwsteen)}>
          <Maximize2 aria-hidden="true" size={17} />
        </Tool>
        {mayAdd && (
          <Tool label={t.addHere(name[language])} onClick={() => setComposing(true)}>
            <Plus aria-hidden="true" size={20} />
          </Tool>
        )}
      </header>
      {composing && mayAdd && <Composer bouwsteen={bouwsteen} focus onCancel={() => setComposing(false)} />}
      <Notes
        notes={notes}
        bouwsteen={bouwsteen}
        mayAdd={mayAdd && !composing}
        filter={props.filter}
        onOpen={onOpen}
      />
    </section>
  )
}

function Tool(props: { label: string; onClick: () => void; children: React.ReactNode }) {
  return (
    <button
      type="button"
      aria-label={props.label}
      title={props.label}
      onClick={props.onClick}
      className="flex size-8 shrink-0 items-center justify-center rounded-md hover:bg-black/10"
    >
      {props.children}
    </button>
  )
}

function Notes(props: {
  notes: Note[]
  bouwsteen: Bouwsteen
  mayAdd: boolean
  filter: (note: Note) => boolean
  onOpen: (id: string) => void
}) {
  const { notes, bouwsteen } = props
  const t = useMessages(boardMessages)
  const language = useLanguage()
  const writers = useWriters()
  const papers = usePapers()
  const move = useMoveNote()
  const { ref, fit } = useFit(notes.length)
  const starter = bouwsteenContent[bouwsteen].noteStarters[0]?.[language]
  if (notes.length === 0)
    return (
      <div className="flex grow flex-col justify-center text-center text-muted">
        <p>{props.mayAdd ? t.empty : t.emptyQuiet}</p>
        {props.mayAdd && <p className="font-serif text-lg italic">“{starter}”</p>}
      </div>
    )
  return (
    <ul
      ref={ref}
      className="grid min-h-0 grow gap-1.5 overflow-hidden p-0.5"
      style={{
        gridTemplateColumns: `repeat(${fit.columns}, minmax(0, 1fr))`,
        gridAutoRows: fit.rowHeight,
      }}
    >
      {notes.map(note => (
        <MosaicNote
          key={note.id}
          note={note}
          writer={writers(note.author, note.partner)}
          paper={papers(note)}
          faded={!props.filter(note)}
          lines={fit.lines}
          draggable={move !== null}
          onOpen={props.onOpen}
          onDropBefore={(id, before) => move?.(id, bouwsteen, before)}
        />
      ))}
    </ul>
  )
}
