'use client'
import { BookOpen, Maximize2, Plus } from 'lucide-react'
import { type CSSProperties, memo, type ReactNode, useState } from 'react'
import { useCan, useOpenTiles } from '#components/live/board.tsx'
import { useLanguage, useMessages } from '#components/ui/language.tsx'
import { bouwsteenContent } from '#lib/content/bouwstenen.ts'
import type { Bouwsteen } from '#lib/domain/bouwsteen.ts'
import type { Note } from '#lib/domain/note.ts'
import { boardMessages } from '#lib/i18n/board.ts'
import { wallMessages } from '#lib/i18n/wall.ts'
import type { NoteSize } from '#lib/wall/note-size.ts'
import { BouwsteenIcon } from '../bouwsteen/bouwsteen-icon.tsx'
import { useElsewhere } from '../bouwsteen/open-tiles.ts'
import { usePapers } from '../note/use-papers.ts'
import type { Signs } from '../note/use-signs.ts'
import { useWriters } from '../note/writers.ts'
import type { LaidTile } from './laying.ts'
import { useStage } from './stage.ts'
import { WallNote } from './wall-note.tsx'
import './wall-tile.css'

type TileProps = {
  bouwsteen: Bouwsteen
  laid: LaidTile
  sizeOf: (note: Note) => NoteSize
  filter: (note: Note) => boolean
  signs: ReadonlyMap<string, Signs>
  onAdd: ((tile: Bouwsteen) => void) | null
  onHelp: (tile: Bouwsteen) => void
}

/** One bouwsteen on the wall: its name, its weight, its notes. */
export const WallTile = memo(function WallTile(props: TileProps) {
  const { bouwsteen, laid } = props
  const { x, y, width, height } = laid.cell
  return (
    <section
      aria-labelledby={`tile-${bouwsteen}`}
      data-tile={bouwsteen}
      className="wall-tile"
      style={{ left: x, top: y, width, height, '--tile': `var(--tile-${bouwsteen})` } as CSSProperties}
    >
      <Head {...props} />
      {laid.notes.length === 0 ? <Invitation {...props} /> : <Notes {...props} />}
    </section>
  )
})

function Head({ bouwsteen, laid, onAdd, onHelp }: TileProps) {
  const t = useMessages(boardMessages)
  const w = useMessages(wallMessages)
  const language = useLanguage()
  const stage = useStage()
  const { name, tagline } = bouwsteenContent[bouwsteen]
  const heart = bouwsteen === 'opgave'
  const open = useOpenTiles()
  const isOpen = open?.includes(bouwsteen) ?? true
  const elsewhere = useElsewhere()
  const mayAdd = useCan()({ type: 'addNote', bouwsteen }) === null
  return (
    <header data-head className="wall-brow" style={{ height: laid.content.y - 1 }}>
      <div className={heart ? 'wall-head wall-head-heart' : 'wall-head'}>
        <BouwsteenIcon bouwsteen={bouwsteen} size={heart ? 26 : 20} />
        <h2 id={`tile-${bouwsteen}`}>{name[language]}</h2>
        <p className="wall-tagline">{tagline[language]}</p>
        {open && (
          <p className={isOpen ? 'wall-count' : 'wall-count wall-not-now'} title={elsewhere}>
            {isOpen ? t.openNow : t.notNow}
          </p>
        )}
        <p className="wall-count" style={{ color: `var(--accent-${bouwsteen})` }}>
          {t.count(laid.notes.length)}
        </p>
        <Tool label={w.help(name[language])} onClick={() => onHelp(bouwsteen)} className="wall-help">
          <BookOpen aria-hidden="true" size={17} />
        </Tool>
        <Tool nearer label={t.nearer(name[language])} onClick={() => stage.zoomTo(bouwsteen)}>
          <Maximize2 aria-hidden="true" size={16} />
        </Tool>
        {onAdd && mayAdd && (
          <Tool label={t.addHere(name[language])} onClick={() => onAdd(bouwsteen)}>
            <Plus aria-hidden="true" size={20} />
          </Tool>
        )}
      </div>
    </header>
  )
}

function Tool(props: {
  label: string
  onClick: () => void
  children: ReactNode
  nearer?: boolean
  className?: string
}) {
  return (
    <button
      type="button"
      aria-label={props.label}
      title={props.label}
      data-nearer={props.nearer || undefined}
      onClick={props.onClick}
      className={`wall-tool ${props.className ?? ''}`}
    >
      {props.children}
    </button>
  )
}

/** An empty tile shows how a note on it might begin. */
function Invitation({ bouwsteen, laid, onAdd }: TileProps) {
  const t = useMessages(boardMessages)
  const language = useLanguage()
  const { x, y, width, height } = laid.content
  const mayAdd = useCan()({ type: 'addNote', bouwsteen }) === null && onAdd !== null
  return (
    <div className="wall-invitation" style={{ left: x, top: y, width, height }}>
      <p>{mayAdd ? t.empty : t.emptyQuiet}</p>
      {mayAdd && <p className="wall-starter">“{bouwsteenContent[bouwsteen].noteStarters[0]?.[language]}”</p>}
    </div>
  )
}

function Notes({ laid, sizeOf, filter, signs }: TileProps) {
  const writers = useWriters()
  const papers = usePapers()
  const [stop, setStop] = useState<string | null>(null)
  const { notes, rects } = laid
  const tabStop = notes.some(note => note.id === stop) ? stop : notes[0]?.id
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only remembers which note the focus was on
    <div
      onFocus={event => {
        const note = (event.target as HTMLElement).closest<HTMLElement>('[data-note]')?.dataset.note
        if (note !== undefined) setStop(note)
      }}
    >
      {notes.map((note, index) => (
        <WallNote
          key={note.id}
          note={note}
          size={sizeOf(note)}
          x={rects[index]?.x ?? 0}
          y={rects[index]?.y ?? 0}
          writer={writers(note.author, note.partner)}
          signs={signs.get(note.id) ?? null}
          colour={papers(note).note}
          faded={!filter(note)}
          tabStop={note.id === tabStop}
        />
      ))}
    </div>
  )
}
