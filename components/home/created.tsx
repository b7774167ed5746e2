'use client'
import { Invitation } from '#components/invite/invitation.tsx'
import { wholeLink } from '#components/invite/whole-link.ts'
import { ButtonLink } from '#components/ui/button.tsx'
import { CopyField } from '#components/ui/copy-field.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { homeMessages } from '#lib/i18n/home.ts'
import type { CreateAnswer } from '#lib/protocol/requests.ts'

/** The session that was just made: one's own link, to keep, and what the others need. */
export function Created({ created, another }: { created: CreateAnswer; another: string }) {
  const t = useMessages(homeMessages)
  const lead = wholeLink(created.facilitatorLink)
  return (
    <div className="mx-auto flex max-w-3xl flex-col gap-8">
      <h1 tabIndex={-1} className="text-3xl font-bold outline-none">
        {t.createdTitle}
      </h1>
      <section className="flex flex-col gap-4 rounded-2xl border-2 border-primary p-5 sm:p-6">
        <CopyField label={t.yourLink} hint={t.keep} value={lead} copy={t.copy} copied={t.copied} />
        <ButtonLink variant="primary" href={lead} className="self-start">
          {t.toSession}
        </ButtonLink>
      </section>
      <section className="flex flex-col gap-4 rounded-2xl border border-line p-5 sm:p-6">
        <h2 className="text-xl font-bold">{t.invite}</h2>
        <Invitation code={created.code} joinLink={created.joinLink} />
      </section>
      <p className="flex flex-wrap gap-x-6">
        <a href={another} className="inline-flex min-h-11 items-center">
          {t.another}
        </a>
      </p>
    </div>
  )
}
