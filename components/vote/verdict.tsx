import { CircleCheck, CircleX } from 'lucide-react'
import { useMessages } from '#components/ui/language.tsx'
import type { Ballot } from '#lib/domain/ballot.ts'
import type { OptionOutcome, QuorumOutcome } from '#lib/domain/ballot-rules.ts'
import { ballotRuleMessages } from '#lib/i18n/ballot-rules.ts'

/** A rule and whether it was met: a sign, and in words. */
function Met({ reached, children }: { reached: boolean; children: string }) {
  const Sign = reached ? CircleCheck : CircleX
  return (
    <p className="flex items-start gap-2 font-semibold">
      <Sign
        aria-hidden="true"
        className={`mt-[0.1em] size-[1.25em] shrink-0 ${reached ? 'text-(--accent-samen-doen)' : 'text-danger'}`}
      />
      <span>{children}</span>
    </p>
  )
}

/** Whether enough voted. */
export function QuorumVerdict({ by, quorum }: { by: Ballot['by']; quorum: QuorumOutcome }) {
  const t = useMessages(ballotRuleMessages)
  const { voted, of, least, reached } = quorum
  return <Met reached={reached}>{(reached ? t.quorumReached : t.quorumMissed)(by, voted, of, least)}</Met>
}

/** Whether a text is carried. */
export function OptionVerdict({ by, option }: { by: Ballot['by']; option: OptionOutcome }) {
  const t = useMessages(ballotRuleMessages)
  const { inFavour, of, least, objections, reached } = option
  const said = () => {
    if (of === 0) return t.noSide
    if (least !== null) return (reached ? t.reached : t.missed)(by, inFavour, of, least)
    return objections > 0 ? t.objected(by, objections) : t.noObjection
  }
  return <Met reached={reached}>{said()}</Met>
}
