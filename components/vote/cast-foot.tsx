import { Button } from '#components/ui/button.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { voteMessages } from '#lib/i18n/vote.ts'

/**
 * The end of a form to vote with: what is counted, and the button that casts or changes. `counted`: the choice that counts now, in
 * words; null before one voted. `onKeep`: leaves it at that. `waits`: why nothing can be cast yet. `onAbstain`: casts that, where the form
 * itself has no answer for it.
 */
export function CastFoot(props: {
  counted: string | null
  changed: boolean
  waits: string | null
  error: string | null
  busy: boolean
  onKeep: () => void
  onAbstain?: () => void
}) {
  const t = useMessages(voteMessages)
  const { counted, changed, waits, error } = props
  return (
    <>
      {error && <Notice kind="error">{error}</Notice>}
      {counted !== null && !error && !changed && (
        <Notice kind="success">
          {t.saved} <span className="block">{t.counted(counted)}</span>
        </Notice>
      )}
      {counted !== null && changed && (
        <Notice kind="info" title={t.notSent}>
          {t.stillCounted(counted)}
        </Notice>
      )}
      {waits && <p className="text-muted">{waits}</p>}
      <div className="flex flex-wrap gap-3">
        <Button
          type="submit"
          variant="primary"
          className="grow sm:grow-0"
          disabled={props.busy || waits !== null || (counted !== null && !changed)}
        >
          {counted === null ? t.cast : t.change}
        </Button>
        {counted !== null && changed && (
          <Button disabled={props.busy} onClick={props.onKeep}>
            {t.keep}
          </Button>
        )}
        {props.onAbstain && (counted === null || changed) && (
          <Button variant="quiet" disabled={props.busy} onClick={props.onAbstain}>
            {t.abstain}
          </Button>
        )}
      </div>
    </>
  )
}
