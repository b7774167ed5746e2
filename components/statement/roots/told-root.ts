'use client'
import { useSessionView } from '#components/live/session.tsx'
import { useMessages } from '#components/ui/language.tsx'
import type { Bouwsteen } from '#lib/domain/bouwsteen.ts'
import type { Root } from '#lib/domain/roots.ts'
import type { BoardSnapshot } from '#lib/domain/snapshot.ts'
import { rootsMessages } from '#lib/i18n/roots.ts'

/** A root in words: what it says, of whom, on which bouwsteen, and the parameter of an address that leads to it on the board. */
export type Told = { text: string; by: string; tile: Bouwsteen | null; place: string }

/** Tells the roots that lie on this board. Of a note without a name it tells no more than the board does. */
export function useTold(board: BoardSnapshot): (root: Root) => Told {
  const t = useMessages(rootsMessages)
  const view = useSessionView()
  const partner = (of: string | null | undefined) => view?.partners.find(({ id }) => id === of)?.name ?? ''
  const person = (of: string | null) => view?.roster.find(({ id }) => id === of)?.name ?? ''
  const both = (...names: string[]) => names.filter(name => name !== '').join(' · ')
  const told: Record<Root['kind'], (id: string) => Omit<Told, 'place'> | null> = {
    note: id => {
      const note = board.notes.find(each => each.id === id)
      if (!note) return null
      const by = note.author === null ? t.nameless : both(person(note.author), partner(note.partner))
      return { text: note.text, by, tile: note.bouwsteen }
    },
    line: id => {
      const line = board.lines.find(each => each.id === id)
      return line ? { text: [line.title, line.about].filter(Boolean).join('\n'), by: '', tile: null } : null
    },
    ballot: id => {
      const ballot = view?.ballots.find(each => each.id === id)
      const text = view?.definition?.text ?? ''
      return ballot ? { text, by: t.chosen(ballot.round, ballot.turnout.voters), tile: 'opgave' } : null
    },
    breakthrough: id => {
      const found = board.breakthroughs?.find(each => each.id === id)
      if (!found) return null
      const text = [found.obstacle, found.contribution].filter(Boolean).join('\n')
      return { text, by: partner(found.of), tile: null }
    },
    result: id => {
      const found = board.results?.find(each => each.id === id)
      return found ? { text: found.what, by: both(found.when, partner(found.lead)), tile: null } : null
    },
  }
  return ({ kind, id }) => ({
    ...(told[kind](id) ?? { text: t.gone, by: '', tile: null }),
    place: placeOf(kind, id),
  })
}

function placeOf(kind: Root['kind'], id: string): string {
  if (kind === 'note' || kind === 'line') return `${kind}=${id}`
  return kind === 'ballot' ? 'view=proposals' : 'view=results'
}
