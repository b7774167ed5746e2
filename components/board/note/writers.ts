import { useMemo } from 'react'
import { useSessionView } from '#components/live/session.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { boardMessages } from '#lib/i18n/board.ts'
import { marksOf, paperAt } from './colours.ts'

/**
 * Who wrote, as one shows it: `mark` are the letters that stand for the partner, on its colour; null for who has none. `partner` is
 * '' for a note that was laid down without a name.
 */
export type Writer = { name: string; partner: string; mark: { letters: string; colour: string } | null }

/** Who a person of the session is, by id; also of one who was removed since. Gives the same object for the same writer. */
export function useWriters(): (author: string | null, partner: string | null) => Writer {
  const t = useMessages(boardMessages)
  const view = useSessionView()
  return useMemo(() => {
    const names = new Map(view?.roster.map(each => [each.id, each.name]))
    const letters = marksOf(view?.partners.map(each => each.name) ?? [])
    const partners = new Map(
      view?.partners.map(({ id, name }, index) => [
        id,
        { name, mark: { letters: letters[index] ?? '', colour: paperAt(index).mark } },
      ]),
    )
    const known = new Map<string, Writer>()
    const nobody: Writer = { name: t.nameless, partner: '', mark: null }
    return (author, partner) => {
      if (author === null) return nobody
      const key = `${author} ${partner}`
      const before = known.get(key)
      if (before) return before
      const of = partner === null ? { name: t.forSelf, mark: null } : partners.get(partner)
      const writer = {
        name: names.get(author) ?? t.someone,
        partner: of?.name ?? t.someone,
        mark: of?.mark ?? null,
      }
      known.set(key, writer)
      return writer
    }
  }, [view?.roster, view?.partners, t])
}
