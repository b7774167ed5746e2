'use client'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useCan } from '#components/live/board.tsx'
import { useLanguage, useMessages } from '#components/ui/language.tsx'
import { bouwsteenContent } from '#lib/content/bouwstenen.ts'
import { type Bouwsteen, bouwstenen } from '#lib/domain/bouwsteen.ts'
import type { Note } from '#lib/domain/note.ts'
import { boardMessages } from '#lib/i18n/board.ts'
import { viewMessages } from '#lib/i18n/views.ts'
import { BouwsteenIcon } from '../bouwsteen/bouwsteen-icon.tsx'
import { GuidanceBeside } from '../bouwsteen/guidance.tsx'
import { useMoveNote } from '../moving/use-move-note.ts'
import { NoteCard } from '../note/note-card.tsx'
import { useCardLooks } from '../note/use-card-looks.ts'
import { CopyLink } from '../place/copy-link.tsx'

type Panel = {
  bouwsteen: Bouwsteen
  /** The notes to show, and how many more lie here. */
  notes: Note[]
  hidden: number
  onTile: (bouwsteen: Bouwsteen) => void
  onStart: (text: string) => void
  onOpen: (note: string) => void
}

/** One bouwsteen from nearby: its guidance, and every note in full. */
export function TilePanel(props: Panel) {
  const { bouwsteen } = props
  const mayAdd = useCan()({ type: 'addNote', bouwsteen }) === null
  return (
    <section
      aria-labelledby={`tile-${bouwsteen}`}
      data-tile={bouwsteen}
      tabIndex={-1}
      className="scrolls-within flex min-h-0 grow flex-col gap-3 p-3 sm:p-5"
      style={{ background: `var(--tile-${bouwsteen})` }}
    >
      <Head bouwsteen={bouwsteen} onTile={props.onTile} />
      <div className="flex grow flex-col gap-5 lg:flex-row-reverse">
        <GuidanceBeside bouwsteen={bouwsteen} onStart={mayAdd ? props.onStart : null} onTile={props.onTile} />
        <Notes {...props} mayAdd={mayAdd} />
      </div>
    </section>
  )
}

function Head({ bouwsteen, onTile }: { bouwsteen: Bouwsteen; onTile: (bouwsteen: Bouwsteen) => void }) {
  const t = useMessages(viewMessages)
  const language = useLanguage()
  const { name, tagline } = bouwsteenContent[bouwsteen]
  const at = bouwstenen.indexOf(bouwsteen)
  const step = (to: Bouwsteen | undefined, Icon: typeof ChevronLeft) =>
    to && (
      <button
        type="button"
        aria-label={t.goTo(bouwsteenContent[to].name[language])}
        title={t.goTo(bouwsteenContent[to].name[language])}
        onClick={() => onTile(to)}
        className="flex size-[44px] items-center justify-center rounded-lg hover:bg-black/10"
      >
        <Icon aria-hidden="true" size={24} />
      </button>
    )
  return (
    <header className="flex flex-wrap items-start gap-2">
      <span className="hidden pt-1 min-[360px]:block">
        <BouwsteenIcon bouwsteen={bouwsteen} size={28} />
      </span>
      <div className="min-w-0 grow basis-34">
        <h2 id={`tile-${bouwsteen}`} className="text-2xl font-bold break-words hyphens-auto">
          {name[language]}
        </h2>
        <p className="text-muted">{tagline[language]}</p>
      </div>
      <div className="-mr-1 ml-auto flex shrink-0">
        <CopyLink place={{ tile: bouwsteen }} label={t.copyTileLink(name[language])} />
        {step(bouwstenen[at - 1], ChevronLeft)}
        {step(bouwstenen[at + 1], ChevronRight)}
      </div>
    </header>
  )
}

function Notes({ bouwsteen, notes, hidden, mayAdd, onOpen }: Panel & { mayAdd: boolean }) {
  const t = useMessages(boardMessages)
  const looks = useCardLooks()
  const move = useMoveNote()
  return (
    <div className="flex min-w-0 grow flex-col gap-3">
      {notes.length === 0 && hidden === 0 && <p className="text-muted">{mayAdd ? t.empty : t.emptyQuiet}</p>}
      <ul className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,13rem),1fr))] gap-3">
        {notes.map(note => (
          <li key={note.id} className="arrives min-w-0">
            <NoteCard
              note={note}
              {...looks(note)}
              onOpen={onOpen}
              onDropBefore={move ? (id, before) => move(id, bouwsteen, before) : undefined}
            />
          </li>
        ))}
      </ul>
      {hidden > 0 && <p className="text-muted">{t.hiddenBySearch(hidden)}</p>}
    </div>
  )
}
