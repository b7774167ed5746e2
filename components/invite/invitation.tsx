'use client'
import { CopyField } from '#components/ui/copy-field.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { inviteMessages } from '#lib/i18n/invite.ts'
import { QrCode } from './qr-code.tsx'

/** How a code is shown: in the groups it came in, else in fours when it is long. */
const groups = (code: string): string[] =>
  /[\s-]/.test(code) ? code.split(/[\s-]+/) : code.length > 6 ? (code.match(/.{1,4}/g) ?? []) : [code]

/** How others get in: QR, code and link. Legible from the back row on a projector. */
export function Invitation({ code, joinLink }: { code: string; joinLink: string }) {
  const t = useMessages(inviteMessages)
  return (
    <section aria-label={t.title} className="grid items-center gap-6 sm:grid-cols-[14rem_1fr]">
      <div className="mx-auto w-full max-w-64">
        <QrCode text={joinLink} />
      </div>
      <div className="flex min-w-0 flex-col gap-4">
        <p>{t.how}</p>
        <div>
          <p className="font-semibold">{t.code}</p>
          <p className="text-4xl leading-tight font-bold wrap-anywhere tracking-wider lg:text-5xl">
            {groups(code).join('\u2009–\u2009')}
          </p>
        </div>
        <CopyField label={t.link} value={joinLink} copy={t.copy} copied={t.copied} />
      </div>
    </section>
  )
}
