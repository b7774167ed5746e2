'use client'
import { useRefusalText } from '#components/live/api.ts'
import { useConnection, useForgetRefusal, useSessionView } from '#components/live/session.tsx'
import type { Unsent } from '#components/live/tray.ts'
import { mayHandOver, useHandOver } from '#components/live/use-hand-over.ts'
import { useTray } from '#components/live/use-unsent.ts'
import { Button } from '#components/ui/button.tsx'
import { CopyButton } from '#components/ui/copy-button.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { sessionMessages } from '#lib/i18n/session.ts'

/** What this person typed and the server never took: to copy, or to give to the facilitator. Nothing typed is lost. */
export function UnsentTray() {
  const t = useMessages(sessionMessages)
  const text = useRefusalText()
  const { texts, drop } = useTray()
  const { hand, busy, handed, failure, understood } = useHandOver()
  const { refusal } = useConnection()
  const forget = useForgetRefusal()
  // Who leads has nobody to hand it to.
  const leads = useSessionView()?.me.role === 'facilitator'
  if (texts.length === 0)
    return handed === 0 ? null : (
      <div className="px-3 pt-3 sm:px-4">
        <Notice kind="success">
          <div className="flex flex-wrap items-center justify-between gap-3">
            <p>{t.handed(handed)}</p>
            <Button onClick={understood}>{t.understood}</Button>
          </div>
        </Notice>
      </div>
    )
  const givable = leads ? [] : texts.filter(mayHandOver)
  const give = (some: readonly Unsent[]) => {
    forget()
    hand(some)
  }
  return (
    <section
      aria-labelledby="unsent"
      className="flex flex-col gap-2 border-b border-line bg-surface p-3 sm:px-4"
    >
      {/* Told at once when it has just happened; on a page that opens later it is there to be found. */}
      <div role={refusal ? 'alert' : undefined}>
        <h2 id="unsent" className="font-bold">
          {t.unsentTitle(texts.length)}
        </h2>
        <p className="text-sm text-muted">
          {[...new Set(texts.map(lateness))].map(each => t[each]).join(' ')}{' '}
          {givable.length === 0 ? t.unsentText : t.unsentTextOrHand}
        </p>
      </div>
      {failure && <Notice kind="error">{text(failure)}</Notice>}
      {texts.length > 1 && (
        <div className="flex flex-wrap gap-2">
          <CopyButton text={texts.map(each => each.text).join('\n\n')} copy={t.copyAll} copied={t.copied} />
          {givable.length > 1 && (
            <Button variant="primary" disabled={busy} onClick={() => give(givable)}>
              {t.handAll}
            </Button>
          )}
        </div>
      )}
      <ul className="flex max-h-[40dvh] flex-col gap-2 overflow-y-auto">
        {texts.map(each => (
          <TrayText
            key={each.id}
            unsent={each}
            onHand={givable.includes(each) ? () => give([each]) : null}
            onDrop={() => {
              forget()
              drop([each.id])
            }}
            busy={busy}
          />
        ))}
      </ul>
    </section>
  )
}

/** What overtook a text, in a word that still holds when the session has gone on. */
function lateness({ reason }: Unsent): 'lateFrozen' | 'latePhase' | 'lateDesk' | 'lateVote' | 'lateOther' {
  if (reason === 'frozen') return 'lateFrozen'
  if (reason === 'desk-closed' || reason === 'desks-in-use') return 'lateDesk'
  if (reason === 'vote-under-way') return 'lateVote'
  return reason === 'phase-forbids' ? 'latePhase' : 'lateOther'
}

function TrayText(props: { unsent: Unsent; onHand: (() => void) | null; onDrop: () => void; busy: boolean }) {
  const t = useMessages(sessionMessages)
  const { text } = props.unsent
  const about = text.slice(0, 60)
  return (
    <li className="flex flex-wrap items-center gap-2 rounded-lg border border-line bg-paper p-2">
      <p className="min-w-48 grow basis-1/2 select-all whitespace-pre-wrap break-words">{text}</p>
      <CopyButton text={text} copy={t.copy} copied={t.copied} about={about} />
      {props.onHand && (
        <Button aria-label={`${t.hand}: ${about}`} disabled={props.busy} onClick={props.onHand}>
          {t.hand}
        </Button>
      )}
      <Button variant="quiet" aria-label={`${t.discard}: ${about}`} onClick={props.onDrop}>
        {t.discard}
      </Button>
    </li>
  )
}
