'use client'
import { useDraft } from '#components/live/drafts.ts'
import { useHeld } from '#components/live/session.tsx'
import { CopyButton } from '#components/ui/copy-button.tsx'
import { useMessages } from '#components/ui/language.tsx'
import type { Bouwsteen } from '#lib/domain/bouwsteen.ts'
import { noteMessages } from '#lib/i18n/notes.ts'
import { sessionMessages } from '#lib/i18n/session.ts'
import { useWhyNot } from './why-not.ts'

/** Where one added notes: why one does not now, and what one still had in hand. */
export function AddingOver({ bouwsteen, className }: { bouwsteen: Bouwsteen; className: string }) {
  const t = useMessages(noteMessages)
  const session = useMessages(sessionMessages)
  const why = useWhyNot({ type: 'addNote', bouwsteen })
  const [draft] = useDraft(bouwsteen)
  const held = useHeld()
  if (why === null) return null
  return (
    <div className={className}>
      <p className="text-sm text-muted">{why}</p>
      {draft.trim() !== '' && (
        <>
          <p className="mt-2 text-sm font-semibold">{held ? t.waitsHere : t.notLaid}</p>
          <p
            className="mb-2 rounded-sm p-2 break-words whitespace-pre-wrap text-ink select-text"
            style={{ background: `var(--note-${bouwsteen})` }}
          >
            {draft}
          </p>
          {!held && <CopyButton text={draft} copy={session.copy} copied={session.copied} />}
        </>
      )}
    </div>
  )
}
