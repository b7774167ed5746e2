'use client'
import { X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useDraft } from '#components/live/drafts.ts'
import { useLanguage, useMessages } from '#components/ui/language.tsx'
import { bouwsteenContent } from '#lib/content/bouwstenen.ts'
import type { Bouwsteen } from '#lib/domain/bouwsteen.ts'
import { wallMessages } from '#lib/i18n/wall.ts'
import { BouwsteenIcon } from '../bouwsteen/bouwsteen-icon.tsx'
import { Guidance } from '../bouwsteen/guidance.tsx'

/** The guidance of one bouwsteen, beside the wall that one goes on working on. */
export function HelpPanel(props: {
  tile: Bouwsteen
  /** Begins a note; null for who may not add one now. */
  onAdd: ((tile: Bouwsteen) => void) | null
  onTile: (tile: Bouwsteen) => void
  onClose: () => void
}) {
  const { tile, onAdd } = props
  const [, begin] = useDraft(tile)
  const t = useMessages(wallMessages)
  const language = useLanguage()
  const close = useRef<HTMLButtonElement>(null)
  useEffect(() => close.current?.focus(), [])
  const name = bouwsteenContent[tile].name[language]
  const start = (text: string) => {
    begin(text)
    onAdd?.(tile)
  }
  return (
    <aside
      aria-label={t.help(name)}
      className="wall-panel"
      onKeyDown={event => event.key === 'Escape' && props.onClose()}
    >
      <header className="sticky top-0 flex items-center gap-2 bg-paper pb-2">
        <BouwsteenIcon bouwsteen={tile} size={24} />
        <h2 className="grow text-xl font-bold">{name}</h2>
        <button
          ref={close}
          type="button"
          aria-label={t.closeHelp}
          title={t.closeHelp}
          onClick={props.onClose}
          className="flex size-11 items-center justify-center rounded-lg hover:bg-surface"
        >
          <X aria-hidden="true" size={20} />
        </button>
      </header>
      <Guidance key={tile} bouwsteen={tile} onStart={onAdd && start} onTile={props.onTile} />
    </aside>
  )
}
