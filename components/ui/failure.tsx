'use client'
import { commonMessages } from '#lib/i18n/common.ts'
import { Button, ButtonLink } from './button.tsx'
import { useMessages } from './language.tsx'
import { Page } from './page.tsx'

/** What stands at an address that leads nowhere. */
export function NotFoundPage() {
  const t = useMessages(commonMessages)
  return (
    <Page title={t.notFound}>
      <p className="mb-6">{t.notFoundText}</p>
      <ButtonLink href="/" variant="primary">
        {t.toStart}
      </ButtonLink>
    </Page>
  )
}

/** What stands where a page broke; `reference` finds the cause in the server's log. */
export function FailurePage({ reference, onRetry }: { reference: string | null; onRetry: () => void }) {
  const t = useMessages(commonMessages)
  return (
    <Page title={t.failure}>
      <p className="mb-2">{t.failureText}</p>
      {reference && <p className="mb-6 text-muted">{t.reference(reference)}</p>}
      <div className="flex flex-wrap gap-3">
        <Button variant="primary" onClick={onRetry}>
          {t.retry}
        </Button>
        <ButtonLink href="/">{t.toStart}</ButtonLink>
      </div>
    </Page>
  )
}
