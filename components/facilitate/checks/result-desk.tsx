'use client'
import { useTitle } from '#components/check/check-notice.tsx'
import { CheckOutcome } from '#components/check/check-outcome.tsx'
import { useSessionView } from '#components/live/session.tsx'
import { Button } from '#components/ui/button.tsx'
import { useLanguage, useMessages } from '#components/ui/language.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { adviceFor } from '#lib/content/check-advice.ts'
import { isShown } from '#lib/domain/present-check.ts'
import { checkMessages } from '#lib/i18n/checks.ts'
import type { CheckView } from '#lib/protocol/check-view.ts'
import { useDoing } from '../use-doing.ts'
import { Written } from './written.tsx'

/** What came of a check, what was written in it, and whether its picture is on everybody's screen. `plain`: its title stands above. */
export function ResultDesk({ check, plain = false }: { check: CheckView; plain?: boolean }) {
  const t = useMessages(checkMessages)
  const language = useLanguage()
  const view = useSessionView()
  const title = useTitle()(check)
  const { busy, error, send } = useDoing()
  if (!view) return null
  const shown = isShown(check, view.step?.since ?? null)
  const advice = adviceFor(check.kind, check.picture)
  return (
    <div className="flex flex-col gap-3">
      {!plain && <h3 className="text-lg font-bold">{title}</h3>}
      <CheckOutcome checks={view.checks} check={check} />
      {error && <Notice kind="error">{error}</Notice>}
      <div className="flex flex-wrap items-center gap-3">
        {shown && <p className="font-semibold">✓ {t.onScreens}</p>}
        <Button
          disabled={busy}
          onClick={() => void send({ type: 'showCheck', check: check.id, shown: !shown })}
        >
          {shown ? t.hide : t.show}
        </Button>
      </div>
      <Written check={check} />
      {advice.length > 0 && (
        <div>
          <h4 className="font-bold">{t.advice}</h4>
          <ul className="list-disc pl-5">
            {advice.map(each => (
              <li key={each.nl}>{each[language]}</li>
            ))}
          </ul>
        </div>
      )}
    </div>
  )
}
