'use client'
import { useSessionView } from '#components/live/session.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { editionMessages } from '#lib/i18n/edition.ts'
import { FormerStatement } from './former-statement.tsx'

/** What was signed before, over whichever page one is on. */
export function FormerDialog({ onClose }: { onClose: () => void }) {
  const t = useMessages(editionMessages)
  const number = (useSessionView()?.edition.number ?? 2) - 1
  return (
    <Dialog open wide onClose={onClose} title={t.formerTitle(number)}>
      {/* There is nothing to press in it: it is read, and scrolled by keys. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: or the keyboard could not scroll it */}
      <div role="document" tabIndex={0} data-focus-first className="outline-none">
        <FormerStatement />
      </div>
    </Dialog>
  )
}
