'use client'
import { useMessages } from '#components/ui/language.tsx'
import { intentMessages } from '#lib/i18n/intent.ts'
import type { SessionView } from '#lib/protocol/session-view.ts'
import { signingPartners } from './signing-partners.ts'

const looks = {
  signed: 'border-(--accent-samen-doen) bg-(--note-samen-doen) text-(--ink)',
  intends: 'border-(--accent-samen-doen) bg-(--note-samen-doen) text-(--ink)',
  notYet: 'border-(--accent-waarde) bg-(--note-waarde) text-(--ink)',
  silent: 'border-dashed border-muted text-muted',
}
const marks = { signed: '✓', intends: '✓', notYet: '…', silent: '○' }

/** All partners with what they mean to do, so that one sees at a glance how far the room is; in words beside the colour and the sign. */
export function IntentPicture({ view, large = false }: { view: SessionView; large?: boolean }) {
  const t = useMessages(intentMessages)
  const { partners, intents } = view
  const signing = signingPartners(view).filter(({ state }) => state === 'signed')
  const signed = new Set(signing.map(({ partner }) => partner.id))
  const told = partners.map(partner => {
    const intent = intents.find(each => each.partner === partner.id)
    // A signature says more than a word in the room did.
    const state = signed.has(partner.id)
      ? ('signed' as const)
      : !intent
        ? ('silent' as const)
        : intent.intends
          ? ('intends' as const)
          : ('notYet' as const)
    return { partner, intent: state === 'signed' ? null : intent, state }
  })
  const meant = told.filter(({ state }) => state === 'intends' || state === 'signed').length
  return (
    <div className="flex flex-col gap-3">
      <p className={large ? 'text-2xl font-bold' : 'font-semibold'}>
        {t.count(meant, signed.size, partners.length)}
      </p>
      <ul className={`grid gap-2 ${large ? 'text-xl' : 'sm:grid-cols-2'}`}>
        {told.map(({ partner, intent, state }) => (
          <li key={partner.id} className={`min-w-0 rounded-lg border px-3 py-2 ${looks[state]}`}>
            <p className="font-semibold wrap-anywhere">
              <span aria-hidden="true">{marks[state]} </span>
              {partner.name}
            </p>
            <p className={large ? 'text-lg' : 'text-sm'}>{t[state]}</p>
            {intent?.reason && <p className="mt-1 wrap-anywhere">{intent.reason}</p>}
          </li>
        ))}
      </ul>
    </div>
  )
}
