'use client'
import { BouwsteenIcon } from '#components/board/bouwsteen/bouwsteen-icon.tsx'
import { GuidanceBeside } from '#components/board/bouwsteen/guidance.tsx'
import { useDeskActions } from '#components/live/desk.ts'
import { useHeld } from '#components/live/session.tsx'
import { Button } from '#components/ui/button.tsx'
import { useLanguage, useMessages } from '#components/ui/language.tsx'
import { bouwsteenContent } from '#lib/content/bouwstenen.ts'
import type { Bouwsteen } from '#lib/domain/bouwsteen.ts'
import type { DeskNote } from '#lib/domain/desk.ts'
import { deskMessages } from '#lib/i18n/desk.ts'

/** One bouwsteen of one's own desk: its guidance, and what one wrote for it. */
export function DeskPanel(props: {
  bouwsteen: Bouwsteen
  notes: readonly DeskNote[]
  binned: readonly DeskNote[]
  onTile: (bouwsteen: Bouwsteen) => void
  onOpen: (note: string) => void
}) {
  const { bouwsteen, notes, binned } = props
  const t = useMessages(deskMessages)
  const language = useLanguage()
  const { name, tagline } = bouwsteenContent[bouwsteen]
  const came = useDeskActions() !== null
  return (
    <section
      aria-labelledby={`desk-${bouwsteen}`}
      data-tile={bouwsteen}
      tabIndex={-1}
      className="scrolls-within flex min-h-0 grow flex-col gap-3 p-3 sm:p-5"
      style={{ background: `var(--tile-${bouwsteen})` }}
    >
      <header className="flex items-start gap-2">
        <span className="pt-1">
          <BouwsteenIcon bouwsteen={bouwsteen} size={28} />
        </span>
        <div className="min-w-0">
          <h2 id={`desk-${bouwsteen}`} className="text-2xl font-bold break-words hyphens-auto">
            {name[language]}
          </h2>
          <p className="text-muted">{tagline[language]}</p>
        </div>
      </header>
      <div className="flex grow flex-col gap-5 lg:flex-row-reverse">
        <GuidanceBeside bouwsteen={bouwsteen} onStart={null} onTile={props.onTile} />
        <div className="flex min-w-0 grow flex-col gap-3">
          {came && notes.length === 0 && <p className="text-muted">{t.empty}</p>}
          <ul className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,13rem),1fr))] gap-3">
            {notes.map(note => (
              <li key={note.id} className="min-w-0">
                <Card note={note} onOpen={props.onOpen} />
              </li>
            ))}
          </ul>
          {binned.length > 0 && <Binned notes={binned} />}
        </div>
      </div>
    </section>
  )
}

function Card({ note, onOpen }: { note: DeskNote; onOpen: (note: string) => void }) {
  const t = useMessages(deskMessages)
  return (
    <button
      type="button"
      data-note={note.id}
      onClick={() => onOpen(note.id)}
      className="flex size-full min-h-14 items-start rounded-sm p-3 text-left text-ink shadow-note hover:brightness-97"
      style={{ background: `var(--note-${note.bouwsteen})` }}
    >
      <span className="w-full min-w-0 break-words hyphens-auto whitespace-pre-wrap">
        <span className="sr-only">{t.note}: </span>
        {note.text || t.emptyNote}
      </span>
    </button>
  )
}

/** What one threw away here, to put back; it is gone for good once the desks are cleared. */
function Binned({ notes }: { notes: readonly DeskNote[] }) {
  const t = useMessages(deskMessages)
  const actions = useDeskActions()
  const held = useHeld()
  return (
    <details>
      <summary className="min-h-11 content-center text-sm text-muted underline underline-offset-4">
        {t.binned(notes.length)}
      </summary>
      <ul className="flex flex-col gap-2">
        {notes.map(({ id, text }) => (
          <li key={id} className="flex flex-wrap items-center gap-3 rounded-sm bg-paper/60 px-3 py-1">
            <p className="min-w-40 flex-1 break-words">{text || t.emptyNote}</p>
            <Button disabled={held} onClick={() => actions?.restore(id)}>
              {t.restore}
              <span className="sr-only">: {text || t.emptyNote}</span>
            </Button>
          </li>
        ))}
      </ul>
    </details>
  )
}
