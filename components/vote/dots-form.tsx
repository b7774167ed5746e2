'use client'
import { useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { voteMessages } from '#lib/i18n/vote.ts'
import type { BallotView } from '#lib/protocol/session-view.ts'
import { CastFoot } from './cast-foot.tsx'
import { useCastVote } from './cast-vote.ts'

/** Placing dots: a stepper at each text, never more dots than one has. */
export function DotsForm({ ballot }: { ballot: BallotView }) {
  const t = useMessages(voteMessages)
  const former = ballot.myChoice?.method === 'dots' ? ballot.myChoice.dots : {}
  const [dots, setDots] = useState<Record<string, number>>(former)
  const { busy, saved, error, cast } = useCastVote(ballot.id)
  const remaining = ballot.dots - Object.values(dots).reduce((sum, each) => sum + each, 0)
  const put = (proposal: string, count: number) =>
    setDots(now => {
      const { [proposal]: _, ...others } = now
      return count > 0 ? { ...others, [proposal]: count } : others
    })
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={event => {
        event.preventDefault()
        void cast({ method: 'dots', dots })
      }}
    >
      <p>{t.dotsIntro(ballot.dots)}</p>
      <ol className="flex flex-col gap-3">
        {ballot.options.map((option, index) => {
          const placed = dots[option.proposal] ?? 0
          return (
            <li key={option.proposal} className="flex flex-col gap-2 rounded-lg border border-line p-3">
              <p className="whitespace-pre-wrap break-words">{option.text}</p>
              <div className="flex items-center gap-3">
                <Button
                  type="button"
                  variant="secondary"
                  aria-label={t.fewer(index + 1)}
                  disabled={placed === 0}
                  onClick={() => put(option.proposal, placed - 1)}
                >
                  −
                </Button>
                <output className="min-w-20 text-center tabular-nums">{t.dotsCount(placed)}</output>
                <Button
                  type="button"
                  variant="secondary"
                  aria-label={t.more(index + 1)}
                  disabled={remaining <= 0}
                  onClick={() => put(option.proposal, placed + 1)}
                >
                  +
                </Button>
              </div>
            </li>
          )
        })}
      </ol>
      <p aria-live="polite" className="font-bold">
        {t.remaining(remaining)}
      </p>
      <CastFoot voted={saved || ballot.myChoice !== null} error={error} busy={busy} />
    </form>
  )
}
