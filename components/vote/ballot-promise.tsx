import { useMessages } from '#components/ui/language.tsx'
import { SECRET_FROM } from '#lib/domain/ballot-box.ts'
import { needed } from '#lib/domain/ballot-rules.ts'
import { ballotRuleMessages } from '#lib/i18n/ballot-rules.ts'
import type { BallotView } from '#lib/protocol/session-view.ts'

/** What is told before one votes: how secret it is, and when the result counts. */
export function BallotPromise({ ballot }: { ballot: BallotView }) {
  const t = useMessages(ballotRuleMessages)
  const { anonymous, shuffled, options } = ballot
  return (
    <ul className="flex list-disc flex-col gap-1 rounded-lg bg-paper p-3 pl-7 text-sm">
      <li>{anonymous ? t.anonymous(SECRET_FROM) : t.secret}</li>
      <BallotRules ballot={ballot} />
      {shuffled && options.length > 1 && <li>{t.shuffled}</li>}
    </ul>
  )
}

/** Quorum and threshold as they were set, each an item of a list; nothing where none was. */
export function BallotRules({ ballot }: { ballot: BallotView }) {
  const t = useMessages(ballotRuleMessages)
  const { by, quorum, threshold, entitled } = ballot
  const of = by === 'person' ? entitled.people : entitled.partners
  return (
    <>
      {quorum && <li>{t.quorum(by, needed(quorum, of), of)}</li>}
      {threshold && <li>{t.threshold(threshold, by)}</li>}
    </>
  )
}
