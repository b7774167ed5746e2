'use client'
import { useTitle } from '#components/check/check-notice.tsx'
import { CheckOutcome } from '#components/check/check-outcome.tsx'
import { useTurnout } from '#components/check/turnout.ts'
import { useMessages } from '#components/ui/language.tsx'
import { checkMessages } from '#lib/i18n/checks.ts'
import type { CheckView } from '#lib/protocol/check-view.ts'
import type { SessionView } from '#lib/protocol/session-view.ts'

/** How the group's answers lie, as the facilitator shows it; while it is open, how many answered, never what. */
export function CheckSlide({ view, check }: { view: SessionView; check: CheckView }) {
  const t = useMessages(checkMessages)
  const title = useTitle()(check)
  const turnout = useTurnout()
  return (
    <>
      <h2 className="pb-3 text-3xl font-bold">{check.state === 'closed' ? title : t.waits(title)}</h2>
      {check.state === 'closed' ? (
        <CheckOutcome checks={view.checks} check={check} large />
      ) : (
        <>
          {check.about && (
            <p className="rounded-xl bg-(--note-opgave) p-6 font-serif text-3xl text-ink">{check.about}</p>
          )}
          <p className="py-6 text-5xl font-bold tabular-nums">{turnout(check)}</p>
        </>
      )}
    </>
  )
}
