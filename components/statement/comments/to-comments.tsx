'use client'
import { useMessages } from '#components/ui/language.tsx'
import { commentMessages } from '#lib/i18n/comments.ts'

/** The way down to the comments where they stand under the text; it folds up what it lies in, which would be over them. */
export function ToComments() {
  const t = useMessages(commentMessages)
  return (
    // biome-ignore lint/a11y/useValidAnchor: it leads there; folding up is by the way
    <a
      href="#comments"
      onClick={event => event.currentTarget.closest('details')?.removeAttribute('open')}
      className="inline-flex min-h-11 items-center self-start"
    >
      {t.toComments}
    </a>
  )
}
