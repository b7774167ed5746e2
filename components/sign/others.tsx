'use client'
import { useMessages } from '#components/ui/language.tsx'
import { signMessages } from '#lib/i18n/sign.ts'
import type { SignView } from '#lib/protocol/requests.ts'
import { signingMark } from './signing-partners.ts'

/** Who else signs for the same partner, and how they stand: it has signed once all have. */
export function Others({ view: { partner, others } }: { view: Pick<SignView, 'partner' | 'others'> }) {
  const t = useMessages(signMessages)
  if (others.length === 0) return null
  return (
    <div className="my-2 max-w-[65ch]">
      <p>{t.together(partner.name, others.length)}</p>
      <ul>
        {others.map(({ name, state }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: they have no name of their own yet, and keep their order
          <li key={index}>
            <span aria-hidden="true">{signingMark[state]} </span>
            {t.otherTold(name ?? t.unnamed(index + 1), t[`${state}Other`])}
          </li>
        ))}
      </ul>
    </div>
  )
}
