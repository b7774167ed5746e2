'use client'
import { useSessionView } from '#components/live/session.tsx'
import { Button } from '#components/ui/button.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { leadingMessages } from '#lib/i18n/leading.ts'
import { useDoing } from '../use-doing.ts'

/** Asks the room's attention: holds everybody's writing, and lets it go on. */
export function Attention() {
  const t = useMessages(leadingMessages)
  const view = useSessionView()
  const { busy, error, send } = useDoing()
  if (!view) return null
  const { held } = view
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
    </section>
  )
}
