'use client'
import { useSessionView } from '#components/live/session.tsx'
import { useLanguage, useMessages } from '#components/ui/language.tsx'
import type { Cast } from '#lib/domain/ballot.ts'
import { clockOf } from '#lib/i18n/moment.ts'
import { voteMessages } from '#lib/i18n/vote.ts'

/** The name of somebody in the session, or that it is oneself. */
export function useNameOf(): (id: string) => string {
  const t = useMessages(voteMessages)
  const view = useSessionView()
  return id => {
    if (id === view?.me.id) return t.you
    return view?.roster.find(each => each.id === id)?.name ?? t.someone
  }
}

/** Who cast a vote that is not only one's own, when, and who did before; read out when it changes. `theirs`: it is of who is represented, not one's own. */
export function WhoCast({ trail, theirs = false }: { trail: readonly Cast[]; theirs?: boolean }) {
  const t = useMessages(voteMessages)
  const language = useLanguage()
  const nameOf = useNameOf()
  const last = trail.at(-1)
  if (!last) return null
  const time = clockOf(language, last.at)
  const said = last.way === 'own' ? t.castBy : theirs ? t.castForOne : t.castFor
  const former = [...new Set(trail.slice(0, -1).map(({ by }) => by))].filter(by => by !== last.by)
  return (
    <p role="status" className="rounded-lg bg-paper p-3 text-sm">
      <b>{said(nameOf(last.by), time)}</b>
      {former.length > 0 && <> {t.castAfter(former.map(nameOf).join(', '))}</>}
      {last.way === 'proxy' && !theirs && <> {t.correct}</>}
    </p>
  )
}
