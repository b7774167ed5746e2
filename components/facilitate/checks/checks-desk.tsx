'use client'
import { useTitle } from '#components/check/check-notice.tsx'
import { useSessionView } from '#components/live/session.tsx'
import { useLanguage, useMessages } from '#components/ui/language.tsx'
import { checkKinds } from '#lib/domain/check.ts'
import { checkMessages } from '#lib/i18n/checks.ts'
import { clockOf, dayOf } from '#lib/i18n/moment.ts'
import type { CheckView } from '#lib/protocol/check-view.ts'
import { calledFor } from './called-for.ts'
import { OpenCheck } from './open-check.tsx'
import { ResultDesk } from './result-desk.tsx'
import { RunningCheck } from './running-check.tsx'

/** The group's checks: the one that fits the step, the one that runs, what came of it; the rest folded. */
export function ChecksDesk() {
  const t = useMessages(checkMessages)
  const view = useSessionView()
  if (!view) return null
  const { running, latest, fitting } = calledFor(view)
  const calm = !running && !latest && fitting.length === 0
  const earlier = view.checks.filter(each => each.state === 'closed' && each !== latest).toReversed()
  return (
    <section
      aria-labelledby="checks-desk"
      className={`flex flex-col rounded-xl border border-line px-4 ${calm ? 'py-1' : 'gap-4 py-4'}`}
    >
      <h2 id="checks-desk" className={calm ? 'sr-only' : 'scroll-mt-28 text-xl font-bold'}>
        {t.desk}
      </h2>
      {running ? (
        <RunningCheck check={running} />
      ) : (
        <>
          {latest && <ResultDesk check={latest} />}
          {fitting.map(kind => (
            <div key={kind} className="rounded-lg bg-(--tile-binding) p-3">
              <p className="text-sm font-semibold text-(--accent-binding)">{t.fits}</p>
              <OpenCheck kind={kind} prominent />
            </div>
          ))}
          <details>
            <summary className="min-h-11 content-center font-semibold">{calm ? t.quick : t.others}</summary>
            <p className="pb-2 text-muted">{t.deskHint}</p>
            <ul className="flex flex-col gap-3">
              {checkKinds
                .filter(kind => !fitting.includes(kind))
                .map(kind => (
                  <li key={kind} className="rounded-lg bg-surface p-3">
                    <OpenCheck kind={kind} />
                  </li>
                ))}
            </ul>
          </details>
        </>
      )}
      {earlier.length > 0 && (
        <details>
          <summary className="min-h-11 content-center font-semibold">{t.earlier}</summary>
          <ul className="flex flex-col gap-2">
            {earlier.map(check => (
              <Earlier key={check.id} check={check} />
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

function Earlier({ check }: { check: CheckView }) {
  const t = useMessages(checkMessages)
  const language = useLanguage()
  const title = useTitle()(check)
  const day = check.step ? t[check.step.day] : dayOf(language, check.openedAt)
  return (
    <li>
      <details className="rounded-lg bg-surface px-3">
        <summary className="min-h-11 content-center py-1">
          <b>{title}</b>{' '}
          <span className="text-sm text-muted">
            {day}, {clockOf(language, check.openedAt)}
            {check.about && ` · “${check.about.slice(0, 60)}${check.about.length > 60 ? '…' : ''}”`}
          </span>
        </summary>
        <div className="pb-3">
          <ResultDesk check={check} plain />
        </div>
      </details>
    </li>
  )
}
