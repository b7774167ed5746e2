'use client'
import { useMessages } from '#components/ui/language.tsx'
import { signMessages } from '#lib/i18n/sign.ts'

/** What this signature is and is not, plainly: in a line, and for who wants to know. */
export function KindOfSignature() {
  const t = useMessages(signMessages)
  return (
    <details className="rounded-lg border border-line p-3">
      <summary className="cursor-pointer py-1 font-semibold">{t.kindTitle}</summary>
      <div className="mt-2 flex max-w-[65ch] flex-col gap-2 text-sm">
        <p>{t.kindIs}</p>
        <p>{t.kindIsNot}</p>
        <p>{t.kindHow}</p>
      </div>
    </details>
  )
}
