'use client'
import { type Failure, useRefusalText } from '#components/live/api.ts'
import { Button } from '#components/ui/button.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { editionMessages } from '#lib/i18n/edition.ts'

/** Why the former statement is not shown. */
export function FormerFailed({ failure, again }: { failure: Failure; again: () => void }) {
  const t = useMessages(editionMessages)
  const refusal = useRefusalText()
  return (
    <div className="flex flex-col items-start gap-3">
      <Notice kind="error">{refusal(failure.code)}</Notice>
      <Button onClick={again}>{t.again}</Button>
    </div>
  )
}
