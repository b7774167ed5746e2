'use client'
import { useState } from 'react'
import { useSession, useSessionView } from '#components/live/session.tsx'
import { useAsked } from '#components/live/use-asked.ts'
import { Button, ButtonLink } from '#components/ui/button.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { preparationMessages } from '#lib/i18n/preparation.ts'
import { viewMessages } from '#lib/i18n/views.ts'
import { FreezeDialog } from '../phases/freeze-dialog.tsx'
import { useDoing } from '../use-doing.ts'

/**
 * Each partner's own definition of the opgave: have them write it, and lay them side by side. Of use before the first step, in a step
 * where people write alone about the opgave, and while it is open.
 */
export function PreparationDesk() {
  const t = useMessages(preparationMessages)
  const view = useSessionView()
  if (!view || view.board || view.partners.length === 0) return null
  const { step, preparation } = view
  const about =
    step === null
      ? view.session.phase === 'collect'
      : step.step.view === 'proposals' && step.step.mode === 'private'
  if (!about && !preparation?.open) return null
  return (
    <section aria-labelledby="preparation" className="flex flex-col gap-3 rounded-xl border border-line p-4">
      <h2 id="preparation" className="text-xl font-bold">
        {t.title}
      </h2>
      {preparation?.open ? (
        <Running partners={view.partners.length} />
      ) : (
        <Beginning laid={preparation?.laid?.length ?? null} />
      )}
    </section>
  )
}

/** `laid`: how many lie side by side; null before. */
function Beginning({ laid }: { laid: number | null }) {
  const t = useMessages(preparationMessages)
  const views = useMessages(viewMessages)
  const session = useSession()
  const { busy, error, send } = useDoing()
  return (
    <>
      {laid === null ? <p>{t.intro}</p> : <p role="status">{laid === 0 ? t.laidNone : t.laid(laid)}</p>}
      {error && <Notice kind="error">{error}</Notice>}
      <div className="flex flex-wrap gap-3">
        {laid !== null && laid > 0 && (
          <ButtonLink href={`/${session}/board?view=proposals`}>{views.proposals}</ButtonLink>
        )}
        <Button disabled={busy} onClick={() => void send({ type: 'openPreparation' })}>
          {laid === null ? t.open : t.reopen}
        </Button>
      </div>
    </>
  )
}

function Running({ partners }: { partners: number }) {
  const t = useMessages(preparationMessages)
  const [laying, setLaying] = useState(false)
  const written = useAsked(true, view => view.preparation?.written ?? null)
  return (
    <>
      <p className="font-semibold">{t.running}</p>
      <p role="status">{written !== null && t.written(written, partners)}</p>
      <Button variant="primary" className="self-start" onClick={() => setLaying(true)}>
        {t.lay}
      </Button>
      <FreezeDialog
        open={laying}
        onClose={() => setLaying(false)}
        command={{ type: 'layDefinitions' }}
        title={t.layTitle}
        text={t.layText}
        undone
        action={t.lay}
      />
    </>
  )
}
