'use client'
import { Lightbulb } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useBoard } from '#components/live/board.tsx'
import { useSession, useSessionView } from '#components/live/session.tsx'
import { Button } from '#components/ui/button.tsx'
import { useLanguage, useMessages } from '#components/ui/language.tsx'
import { bouwsteenContent } from '#lib/content/bouwstenen.ts'
import { isHere } from '#lib/domain/hosting.ts'
import { type Hint, hintsFor, NOTES_FROM, type Voice, type Voted, voicesOf } from '#lib/domain/voices.ts'
import { type WhiteSpots, whiteSpots } from '#lib/domain/white-spots.ts'
import { voiceMessages } from '#lib/i18n/voices.ts'
import type { SessionView } from '#lib/protocol/session-view.ts'
import { VoicesTable } from './voices-table.tsx'

/** One hint at a time, and under it what is heard of whom, as it is now. */
export function Voices() {
  const t = useMessages(voiceMessages)
  const session = useSession()
  const view = useSessionView()
  const { notes, lines } = useBoard()
  const heard = useMemo(() => {
    if (!view) return null
    const open = new Set(lines.filter(line => line.deletedAt === null).map(line => line.id))
    const spots = whiteSpots(notes, view.partners, open)
    return { spots, ...heardIn(view, spots) }
  }, [view, notes, lines])
  if (!view || !heard) return null
  const nameless = heard.spots.rows.find(({ source }) => source === 'nameless')?.total.notes ?? 0
  return (
    <div className="flex flex-col gap-3 pb-4">
      <p className="text-sm text-muted">{t.forYou}</p>
      <OneHint hints={heard.hints} early={heard.early} apart={heard.apart} />
      <VoicesTable voices={heard.voices} spots={heard.spots} voted={heard.voted} partners={view.partners} />
      {nameless > 0 && <p className="text-sm text-muted">{t.nameless(nameless)}</p>}
      <a href={`/${session}/board?view=overview`} className="self-start py-2 font-semibold">
        {t.toOverview}
      </a>
    </div>
  )
}

function heardIn(view: SessionView, spots: WhiteSpots) {
  const here = view.roster.filter(
    ({ id, role, removed }) =>
      role === 'participant' && !removed && (view.here === null || isHere(id, view.here, view.hosted)),
  )
  const ballot = view.ballots.at(-1)
  const voted: Voted | null = ballot?.votesOf ? { open: ballot.state === 'open', of: ballot.votesOf } : null
  const voices: Voice[] = voicesOf(spots, view.partners, here, voted)
  const apart = view.session.desks !== null
  const hints = hintsFor(voices, spots, voted, apart)
  return { voices, hints, voted, apart, early: spots.total.notes < NOTES_FROM }
}

function OneHint({ hints, early, apart }: { hints: readonly Hint[]; early: boolean; apart: boolean }) {
  const t = useMessages(voiceMessages)
  const [turn, setTurn] = useState(0)
  const at = hints.length === 0 ? 0 : turn % hints.length
  const hint = hints[at]
  const words = useHintWords()
  return (
    <div className="flex flex-col items-start gap-2 rounded-lg bg-surface p-3">
      <p aria-live="polite" className="flex gap-2">
        <Lightbulb aria-hidden="true" size={20} className="mt-0.5 shrink-0" />
        <span>{hint ? words(hint) : apart ? t.apart : early ? t.early : t.even}</span>
      </p>
      {hints.length > 1 && (
        <div className="flex items-center gap-3">
          <Button onClick={() => setTurn(at + 1)}>{t.another}</Button>
          <p className="text-sm text-muted">{t.place(at + 1, hints.length)}</p>
        </div>
      )}
    </div>
  )
}

function useHintWords(): (hint: Hint) => string {
  const t = useMessages(voiceMessages)
  const language = useLanguage()
  const partners = useSessionView()?.partners ?? []
  const names = (ids: readonly string[]) =>
    new Intl.ListFormat(language).format(
      partners.filter(({ id }) => ids.includes(id)).map(({ name }) => name),
    )
  const percent = (share: number) => Math.round(share * 100)
  return hint => {
    switch (hint.kind) {
      case 'waiting':
        return t.waiting(names(hint.partners))
      case 'silent':
        return t.silent(names(hint.partners))
      case 'loud':
        return t.loud(names([hint.partner]), percent(hint.share))
      case 'oneSided':
        return t.oneSided(bouwsteenContent[hint.bouwsteen].name[language], names([hint.partner]))
      case 'empty':
        return t.empty(bouwsteenContent[hint.bouwsteen].name[language])
    }
  }
}
