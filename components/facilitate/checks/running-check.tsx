'use client'
import { useTitle } from '#components/check/check-notice.tsx'
import { useSessionView } from '#components/live/session.tsx'
import { Button } from '#components/ui/button.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { ANONYMOUS_FROM } from '#lib/domain/check.ts'
import { mayBeShown } from '#lib/domain/check-tally.ts'
import { isIn } from '#lib/domain/participant.ts'
import { checkMessages } from '#lib/i18n/checks.ts'
import type { CheckView } from '#lib/protocol/session-view.ts'
import { useDoing } from '../use-doing.ts'

/** A check that is open: how many answered it, and closing it. */
export function RunningCheck({ check }: { check: CheckView }) {
  const t = useMessages(checkMessages)
  const view = useSessionView()
  const title = useTitle()(check)
  const { busy, error, send } = useDoing()
  if (!view) return null
  const here = view.roster.filter(each => each.role === 'participant' && isIn(each))
  const theirs = new Set(here.flatMap(({ partner }) => partner ?? []))
  const { people, partners } = check.turnout
  const perPartner = check.per === 'partner'
  const waiting = view.partners.filter(({ id }) => check.waiting?.includes(id))
  const [counted, of] = perPartner ? [people, view.partners.length] : [people, here.length]
  return (
    <div className="flex flex-col items-start gap-3">
      <div>
        <p className="text-sm font-semibold text-muted">{t.running}</p>
        <h3 className="text-lg font-bold">{title}</h3>
        {check.about && <p className="font-serif whitespace-pre-wrap">{check.about}</p>}
      </div>
      <div className="w-full">
        <p role="status" className="text-2xl font-bold tabular-nums">
          {perPartner ? t.countedPartners(counted, of) : t.counted(counted, of, partners, theirs.size)}
        </p>
        <span aria-hidden="true" className="mt-1 block h-3 overflow-hidden rounded-full bg-line">
          <span
            className="block h-full bg-primary"
            style={{ width: `${of > 0 ? Math.min(100, (counted / of) * 100) : 0}%` }}
          />
        </span>
      </div>
      {waiting.length > 0 && (
        <p className="text-sm">
          <b>{t.waitingFor}:</b> {waiting.map(({ name }) => name).join(', ')}
        </p>
      )}
      {error && <Notice kind="error">{error}</Notice>}
      <div>
        <Button
          variant="primary"
          disabled={busy}
          onClick={() => void send({ type: 'closeCheck', check: check.id })}
        >
          {t.closeCheck}
        </Button>
        <p className="mt-1 text-sm text-muted">
          {mayBeShown(check, people)
            ? t.closeHint
            : (check.anonymous ? t.closeFew : t.closeFewNamed)(ANONYMOUS_FROM)}
        </p>
      </div>
    </div>
  )
}
