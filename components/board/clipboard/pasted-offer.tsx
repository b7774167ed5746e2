'use client'
import { Layers2 } from 'lucide-react'
import { useState } from 'react'
import { useMessages } from '#components/ui/language.tsx'
import type { Bouwsteen } from '#lib/domain/bouwsteen.ts'
import { NOTE_TEXT_MAX } from '#lib/domain/note.ts'
import { pasteMessages } from '#lib/i18n/paste.ts'
import { PasteDialog } from './paste-dialog.tsx'
import type { Clip, PastePlace } from './paste-place.ts'
import { linesIn, type Pasted } from './use-pasted.ts'

export type Offer = {
  pasted: Pasted
  /** What stands there now. */
  text: string
  tile: Bouwsteen
  /** With the first of the notes that were laid down. */
  onLaid: (note: string) => void
}

/**
 * Offers to make several notes of lines that were pasted into one. Never of itself: what stands there is one note until somebody
 * asks, and stays until the notes are laid down.
 */
export function PastedOffer(props: Offer & { place: PastePlace }) {
  const { pasted, text, tile } = props
  const t = useMessages(pasteMessages)
  const [clip, setClip] = useState<Clip | null>(null)
  const lines = linesIn(text)
  const offers = lines > 1
  return (
    <>
      <p role="status" className={offers ? 'mt-1 flex flex-wrap items-center gap-x-3 text-sm' : 'hidden'}>
        {offers && <span>{t.severalLines(lines)}</span>}
        {offers && (
          <button
            type="button"
            onClick={() => setClip(clipOf(pasted, text))}
            className="flex min-h-11 items-center gap-2 rounded-lg border border-muted bg-paper px-3 font-semibold hover:bg-surface"
          >
            <Layers2 aria-hidden="true" size={18} />
            {t.makeSeveral}
          </button>
        )}
      </p>
      {clip && (
        <PasteDialog
          clip={clip}
          tile={tile}
          place={props.place}
          onClose={() => setClip(null)}
          onLaid={note => props.onLaid(note)}
        />
      )}
    </>
  )
}

/** The clipboard itself for as long as nothing else was written: it knows a table, and holds what one note cut off. */
function clipOf({ alone, text, html }: Pasted, now: string): Clip {
  const asPasted = alone && now === text.slice(0, NOTE_TEXT_MAX)
  return asPasted ? { text, html } : { text: now, html: '' }
}
