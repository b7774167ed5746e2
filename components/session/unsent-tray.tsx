'use client'
import { useRefusalText } from '#components/live/api.ts'
import { useSessionView } from '#components/live/session.tsx'
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
  const { texts } = useTray()
  const { hand, busy, handed, failure } = useHandOver()
  // Who leads has nobody to hand it to.
  const leads = useSessionView()?.me.role === 'facilitator'
  if (texts.length === 0)
    return handed === 0 ? null : (
      <div className="px-3 pt-3 sm:px-4">
        <Notice kind="success">{t.handed(handed)}</Notice>
      </div>
    )
  const givable = leads ? [] : texts.filter(mayHandOver)
  return (
    <section
      aria-labelledby="unsent"
      className="flex flex-col gap-2 border-b border-line bg-surface p-3 sm:px-4"
    >
      <h2 id="unsent" className="font-bold">
        {t.unsentTitle(texts.length)}
      </h2>
      <p className="text-sm text-muted">{givable.length === 0 ? t.unsentText : t.unsentTextOrHand}</p>
      {failure && <Notice kind="error">{text(failure)}</Notice>}
      {texts.length > 1 && (
        <div className="flex flex-wrap gap-2">
          <CopyButton text={texts.map(each => each.text).join('\n\n')} copy={t.copyAll} copied={t.copied} />
          {givable.length > 1 && (
            <Button variant="primary" disabled={busy} onClick={() => hand(givable)}>
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
            onHand={givable.includes(each) ? () => hand([each]) : null}
            busy={busy}
          />
        ))}
      </ul>
    </section>
  )
}

function TrayText(props: { unsent: Unsent; onHand: (() => void) | null; busy: boolean }) {
  const t = useMessages(sessionMessages)
  const why = useRefusalText()
  const { drop } = useTray()
  const { id, text, reason } = props.unsent
  const about = text.slice(0, 60)
  return (
    <li className="flex flex-wrap items-center gap-2 rounded-lg border border-line bg-paper p-2">
      <div className="min-w-48 grow basis-1/2">
        <p className="select-all whitespace-pre-wrap break-words">{text}</p>
        <p className="text-sm text-muted">{why(reason)}</p>
      </div>
      <CopyButton text={text} copy={t.copy} copied={t.copied} about={about} />
      {props.onHand && (
        <Button aria-label={`${t.hand}: ${about}`} disabled={props.busy} onClick={props.onHand}>
          {t.hand}
        </Button>
      )}
      <Button variant="quiet" aria-label={`${t.discard}: ${about}`} onClick={() => drop([id])}>
        {t.discard}
      </Button>
    </li>
  )
}
