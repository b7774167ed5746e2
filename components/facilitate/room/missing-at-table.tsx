'use client'
import { useSessionView } from '#components/live/session.tsx'
import { useOthersHere } from '#components/live/use-here.ts'
import { Missing } from '#components/preparation/missing.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { isIn } from '#lib/domain/participant.ts'
import { atTheTable } from '#lib/domain/preparation.ts'
import { preparationMessages } from '#lib/i18n/preparation.ts'

/** Who is missing at the table: partners who came in and are away, and whom people named. At hand in the step about it, else folded. */
export function MissingAtTable() {
  const t = useMessages(preparationMessages)
  const view = useSessionView()
  const here = new Set(useOthersHere().map(({ id }) => id))
  if (!view) return null
  const people = view.roster.filter(each => each.role === 'participant' && isIn(each))
  const away = atTheTable(view.partners, people).here.filter(({ people: own }) =>
    own.every(({ id }) => !here.has(id)),
  )
  const about = view.step?.step.view === 'people'
  return (
    <details open={about || view.missing.length > 0} className="border-y border-line py-1">
      <summary className="min-h-11 cursor-pointer content-center font-semibold">{t.missing}</summary>
      <div className="flex flex-col gap-3 pb-3">
        {about && away.length > 0 && (
          <p className="text-sm">
            {t.away}: {away.map(({ partner }) => partner.name).join(', ')}
          </p>
        )}
        {view.missing.length === 0 && <p className="text-sm text-muted">{t.nobodyMissing}</p>}
        <Missing view={view} missing={view.missing} />
      </div>
    </details>
  )
}
