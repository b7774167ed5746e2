'use client'
import { useSessionView } from '#components/live/session.tsx'
import { Button } from '#components/ui/button.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { type GatherView, gatherViews } from '#lib/domain/leading.ts'
import { leadingMessages } from '#lib/i18n/leading.ts'
import { togetherMessages } from '#lib/i18n/together.ts'
import { useDoing } from '../use-doing.ts'

/** Asks the room's attention: holds everybody's writing, lets it go on, and calls all to one page. */
export function Attention() {
  const t = useMessages(leadingMessages)
  const together = useMessages(togetherMessages)
  const view = useSessionView()
  const { busy, error, send } = useDoing()
  if (!view) return null
  const { held } = view
  const call = (to: GatherView) => void send({ type: 'gather', view: to, at: null, follow: false })
  // Before the board is fixed there is no statement to look at.
  const pages = gatherViews.filter(each => each !== 'statement' || view.board !== null)
  return (
    <section aria-labelledby="attention" className="flex flex-col gap-3 rounded-xl border border-line p-4">
      <h2 id="attention" className="text-xl font-bold">
        {t.attention}
      </h2>
      {error && <Notice kind="error">{error}</Notice>}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button disabled={busy} onClick={() => void send({ type: 'holdInput', hold: !held })}>
          {held ? t.release : t.hold}
        </Button>
        <p className="min-w-0 flex-1 basis-60 text-sm text-muted">{held ? t.heldLead : t.holdHint}</p>
      </div>
      <details>
        <summary className="min-h-11 content-center font-semibold">{together.bringTo}</summary>
        <div className="flex flex-wrap gap-2 pt-1">
          {pages.map(each => (
            <Button key={each} disabled={busy} onClick={() => call(each)}>
              {together[each]}
            </Button>
          ))}
        </div>
        <p className="pt-2 text-sm text-muted">{together.bringHere}</p>
      </details>
    </section>
  )
}
