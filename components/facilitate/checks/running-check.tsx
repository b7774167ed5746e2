'use client'
import { useTitle } from '#components/check/check-notice.tsx'
import { useByHand } from '#components/check/turnout.ts'
import { useSessionView } from '#components/live/session.tsx'
import { Button } from '#components/ui/button.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { ANONYMOUS_FROM } from '#lib/domain/check.ts'
import { hasPicture, leftOut } from '#lib/domain/check-tally.ts'
import { isIn } from '#lib/domain/participant.ts'
import { checkHandsMessages } from '#lib/i18n/check-hands.ts'
import { checkMessages } from '#lib/i18n/checks.ts'
import type { CheckView } from '#lib/protocol/check-view.ts'
import { useDoing } from '../use-doing.ts'
import { WithoutDevice } from './without-device.tsx'

/** A check that is open: how many answered it, and closing it. */
export function RunningCheck({ check }: { check: CheckView }) {
  const t = useMessages(checkMessages)
  const view = useSessionView()
  const title = useTitle()(check)
  const byHand = useByHand()
  const { busy, error, send } = useDoing()
  if (!view) return null
  const here = view.roster.filter(each => each.role === 'participant' && isIn(each))
  const those = [...here, ...check.hands].flatMap(({ partner }) => partner ?? [])
  const theirs = new Set(those).size
  const { people, partners } = check.turnout
  // A hand stands for somebody who is known to have no device, and beyond those for somebody more.
  const deviceless = here.filter(({ id }) => id in view.hosted).length
  const inAll = here.length + Math.max(0, check.byHand - deviceless)
  const perPartner = check.per === 'partner'
  const waiting = view.partners.filter(({ id }) => check.waiting?.includes(id))
  const [counted, of] = perPartner ? [people, view.partners.length] : [people, inAll]
  return (
    <div className="flex flex-col items-start gap-3">
      <div>
        <p className="text-sm font-semibold text-muted">{t.running}</p>
        <h3 className="text-lg font-bold">{title}</h3>
        {check.about && <p className="font-serif whitespace-pre-wrap">{check.about}</p>}
      </div>
      <div className="w-full">
        <p role="status" className="text-2xl font-bold tabular-nums">
          {perPartner ? t.countedPartners(counted, of) : t.counted(counted, of, partners, theirs)}
          <span className="block text-base font-normal text-muted">{byHand(check)}</span>
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
      <WithoutDevice check={check} />
      {error && <Notice kind="error">{error}</Notice>}
      <div>
        <Button
          variant="primary"
          disabled={busy}
          onClick={() => void send({ type: 'closeCheck', check: check.id })}
        >
          {t.closeCheck}
        </Button>
        <CloseHint check={check} />
      </div>
    </div>
  )
}

/** What closing the check now would do. */
function CloseHint({ check }: { check: CheckView }) {
  const t = useMessages(checkMessages)
  const hands = useMessages(checkHandsMessages)
  const { byHand, turnout, anonymous } = check
  const own = turnout.people - byHand
  const missing = leftOut(check, own, byHand)
  const said = () => {
    if (missing > 0) return hands.closeLeaves(missing, ANONYMOUS_FROM)
    if (hasPicture(check, own, byHand)) return t.closeHint
    return (anonymous ? t.closeFew : t.closeFewNamed)(ANONYMOUS_FROM)
  }
  return <p className="mt-1 text-sm text-muted">{said()}</p>
}
