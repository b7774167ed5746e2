'use client'
import { CopyField } from '#components/ui/copy-field.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { inviteMessages } from '#lib/i18n/invite.ts'
import { QrCode } from './qr-code.tsx'
import { staysHere, wholeLink } from './whole-link.ts'

/** How a code is shown: in the groups it came in, else in fours when it is long. */
const groups = (code: string): string[] =>
  /[\s-]/.test(code) ? code.split(/[\s-]+/) : code.length > 6 ? (code.match(/.{1,4}/g) ?? []) : [code]

/** How others get in: QR, code and link. Legible from the back row on a projector. */
export function Invitation({ code, joinLink }: { code: string; joinLink: string }) {
  const t = useMessages(inviteMessages)
  const link = wholeLink(joinLink)
  return (
    <section aria-label={t.title} className="grid items-center gap-6 sm:grid-cols-[14rem_1fr]">
      <div className="mx-auto w-full max-w-64">
        <QrCode text={link} />
      </div>
      <div className="@container flex min-w-0 flex-col gap-4">
        {staysHere(link) && (
          <Notice kind="info" title={t.staysHere}>
            {t.staysHereText}
          </Notice>
        )}
        <p>{t.how}</p>
        <div>
          <p className="font-semibold">{t.code}</p>
          <p className="text-[clamp(1.25rem,11.5cqw,3rem)] leading-tight font-bold tracking-wider whitespace-nowrap">
            {groups(code).join('\u2009–\u2009')}
          </p>
        </div>
        <CopyField label={t.link} value={link} copy={t.copy} copied={t.copied} />
      </div>
    </section>
  )
}
