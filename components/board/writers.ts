import { useMemo } from 'react'
import { useSessionView } from '#components/live/session.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { boardMessages } from '#lib/i18n/board.ts'

export type Writer = { name: string; partner: string }

/** Who a person of the session is, by id; also of one who was removed since. */
export function useWriters(): (author: string, partner: string | null) => Writer {
  const t = useMessages(boardMessages)
  const view = useSessionView()
  return useMemo(() => {
    const names = new Map(view?.roster.map(each => [each.id, each.name]))
    const partners = new Map(view?.partners.map(each => [each.id, each.name]))
    return (author, partner) => ({
      name: names.get(author) ?? t.someone,
      partner: partner === null ? t.forSelf : (partners.get(partner) ?? t.someone),
    })
  }, [view?.roster, view?.partners, t])
}
