'use client'
import { useSessionView } from '#components/live/session.tsx'
import { useLanguage, useMessages } from '#components/ui/language.tsx'
import { clockOf, dayOf } from '#lib/i18n/moment.ts'
import { signatoryDeskMessages } from '#lib/i18n/signatory-desk.ts'
import type { SignatoryView } from '#lib/protocol/session-view.ts'

/** How far a partner that hasn't answered is: asked, reminded, opened, and when. */
export function Progress({ signatory }: { signatory: SignatoryView }) {
  const t = useMessages(signatoryDeskMessages)
  const language = useLanguage()
  const intents = useSessionView()?.intents ?? []
  const { letters, openedAt, named } = signatory
  const when = (at: number) => `${dayOf(language, at)}, ${clockOf(language, at)}`
  const last = letters.at(-1)
  const intent = intents.find(({ partner }) => partner === signatory.partner)
  const told = [
    ...(named ? [t.signer([named.name, named.function].filter(Boolean).join(', '))] : []),
    ...(!last
      ? openedAt === null
        ? [t.notAsked]
        : []
      : last.state === 'sending'
        ? [t.sending]
        : last.state === 'failed'
          ? []
          : [last.kind === 'invitation' ? t.asked(when(last.at)) : t.reminded(when(last.at))]),
    ...(openedAt === null ? [] : [t.opened(when(openedAt))]),
    ...(intent ? [intent.intends ? t.meansTo : t.notYet] : []),
  ]
  return (
    <>
      <p className="text-sm text-muted">{told.join(' · ')}</p>
      {last?.state === 'failed' && <p className="text-sm font-semibold text-danger">{t.failed}</p>}
    </>
  )
}
