'use client'
import { useSession } from '#components/live/session.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { statementMessages } from '#lib/i18n/statement.ts'

/** The fixed statement to take along, and where such a file can be checked. */
export function ExportLinks() {
  const t = useMessages(statementMessages)
  const session = useSession()
  return (
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
  )
}
