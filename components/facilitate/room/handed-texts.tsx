'use client'
import { useSessionView } from '#components/live/session.tsx'
import { Button } from '#components/ui/button.tsx'
import { CopyButton } from '#components/ui/copy-button.tsx'
import { useLanguage, useMessages } from '#components/ui/language.tsx'
import { Notice } from '#components/ui/notice.tsx'
import type { HandedText } from '#lib/domain/handed-text.ts'
import { facilitateMessages } from '#lib/i18n/facilitate.ts'
import { clockOf, dayOf } from '#lib/i18n/moment.ts'
import { useDoing } from '../use-doing.ts'

/** What people gave of what a document did not take any more: to read, to copy, and to put away when it is dealt with. */
export function HandedTexts() {
  const t = useMessages(facilitateMessages)
  const handed = useSessionView()?.handed
  const { busy, error, send } = useDoing()
  if (!handed || handed.waiting + handed.handled === 0) return null
  return (
    <section aria-labelledby="handed" className="flex flex-col gap-3 rounded-xl border border-line p-4">
      <h2 id="handed" className="text-xl font-bold">
        {t.handedTitle}
      </h2>
      <p>{t.handedCount(handed.waiting, handed.handled)}</p>
      {error && <Notice kind="error">{error}</Notice>}
      <ul className="flex flex-col gap-2">
        {handed.texts.map(each => (
          <Handed
            key={`${each.participant}/${each.id}`}
            text={each}
            busy={busy}
            onHandled={() =>
              void send({
                type: 'markHandled',
                participant: each.participant,
                text: each.id,
                handled: true,
              })
            }
          />
        ))}
      </ul>
    </section>
  )
}

function Handed(props: { text: HandedText; busy: boolean; onHandled: () => void }) {
  const t = useMessages(facilitateMessages)
  const language = useLanguage()
  const view = useSessionView()
  const { participant, text, writtenAt } = props.text
  const person = view?.roster.find(({ id }) => id === participant)
  const partner = view?.partners.find(({ id }) => id === person?.partner)?.name ?? t.forSelf
  const about = text.slice(0, 60)
  const name = person?.name ?? t.someone
  return (
    <li className="flex flex-col gap-2 rounded-lg bg-surface p-3">
      <p className="whitespace-pre-wrap break-words">{text}</p>
      <p className="text-sm text-muted">
        {t.handedBy(name, partner, dayOf(language, writtenAt), clockOf(language, writtenAt))}
      </p>
      <div className="flex flex-wrap gap-2">
        <CopyButton text={text} copy={t.copy} copied={t.copied} about={about} />
        <Button aria-label={`${t.handled}: ${about}`} disabled={props.busy} onClick={props.onHandled}>
          {t.handled}
        </Button>
      </div>
    </li>
  )
}
