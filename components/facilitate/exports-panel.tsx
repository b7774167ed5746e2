'use client'
import { useSession } from '#components/live/session.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { facilitateMessages } from '#lib/i18n/facilitate.ts'

/** The statement to take along, and where a file can be checked. */
export function ExportsPanel() {
  const t = useMessages(facilitateMessages)
  const session = useSession()
  return (
    <section aria-labelledby="exports" className="flex flex-col gap-3 rounded-xl border border-line p-4">
      <h2 id="exports" className="text-xl font-bold">
        {t.exports}
      </h2>
      <div className="flex flex-wrap gap-3">
        <ButtonLink variant="primary" href={`/api/sessions/${session}/export.pdf`} download>
          {t.pdf}
        </ButtonLink>
        <ButtonLink href={`/api/sessions/${session}/export.json`} download>
          {t.json}
        </ButtonLink>
        <ButtonLink variant="quiet" href="/verify">
          {t.verify}
        </ButtonLink>
      </div>
    </section>
  )
}
