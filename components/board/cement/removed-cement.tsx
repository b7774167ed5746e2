'use client'
import { useBoardActions, useCan } from '#components/live/board.tsx'
import { Button } from '#components/ui/button.tsx'
import { useMessages } from '#components/ui/language.tsx'
import type { Cement } from '#lib/domain/cement.ts'
import { cementMessages } from '#lib/i18n/cement.ts'

/** Cement that was taken away, for who may put it back. */
export function RemovedCement({ cement }: { cement: readonly Cement[] }) {
  const t = useMessages(cementMessages)
  const actions = useBoardActions()
  const can = useCan()
  const mine = cement.filter(
    each => each.deletedAt !== null && can({ type: 'binCement', author: each.author }) === null,
  )
  if (mine.length === 0) return null
  return (
    <details>
      <summary className="min-h-11 content-center text-sm text-muted">{t.removedBefore(mine.length)}</summary>
      <ul className="flex flex-col gap-2">
        {mine.map(each => (
          <li key={each.id} className="flex flex-wrap items-center gap-3">
            <p className="min-w-40 grow font-serif break-words italic">{each.text || t.noSentence}</p>
            <Button
              aria-label={t.restoreThis(each.text || t.noSentence)}
              onClick={() => actions?.restore('cement', each.id)}
            >
              {t.restore}
            </Button>
          </li>
        ))}
      </ul>
    </details>
  )
}
