'use client'
import { Button } from '#components/ui/button.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { type Choice, orderFor } from '#lib/domain/ballot.ts'
import { voteMessages } from '#lib/i18n/vote.ts'
import { CastFoot } from './cast-foot.tsx'
import { type Slot, useCastVote } from './cast-vote.ts'
import { OptionText } from './option-text.tsx'

type Dots = Extract<Choice, { method: 'dots' }>

/** Placing dots: a stepper at each text, never more dots than one has; who places none may abstain. `as`: whose order of the texts it is. */
export function DotsForm({ slot, as }: { slot: Slot; as: string }) {
  const t = useMessages(voteMessages)
  const { ballot } = slot
  const { choice, counted, changed, busy, error, put, cast } = useCastVote<Dots>(slot, {
    method: 'dots',
    dots: {},
  })
  const { dots } = choice
  const placed = Object.values(dots).reduce((sum, each) => sum + each, 0)
  const remaining = ballot.dots - placed
  const place = (proposal: string, count: number) => {
    const { [proposal]: _, ...others } = dots
    put({ method: 'dots', dots: count > 0 ? { ...others, [proposal]: count } : others })
  }
  const inWords = ({ dots }: Dots) => {
    const placed = ballot.options.flatMap(({ proposal }, index) => {
      const count = dots[proposal] ?? 0
      return count > 0 ? [`${t.option(index + 1)}: ${t.dotsCount(count)}`] : []
    })
    return placed.length > 0 ? placed.join(', ') : t.abstain
  }
  const abstain = () => {
    const nothing: Dots = { method: 'dots', dots: {} }
    put(nothing)
    void cast(nothing)
  }
  return (
    <form
      noValidate
      className="flex flex-col gap-4"
      onSubmit={event => {
        event.preventDefault()
        if (placed > 0) void cast(choice)
      }}
    >
      <p>{t.dotsIntro(ballot.dots)}</p>
      <ol className="flex flex-col gap-3">
        {orderFor(ballot, as).map(option => {
          const here = dots[option.proposal] ?? 0
          const index = ballot.options.indexOf(option)
          return (
            <li key={option.proposal} className="flex flex-col gap-2 rounded-lg border border-line p-3">
              <p className="text-sm text-muted">{t.option(index + 1)}</p>
              <OptionText option={option} />
              <div className="flex items-center gap-3">
                <Button
                  aria-label={t.fewer(index + 1)}
                  disabled={here === 0}
                  onClick={() => place(option.proposal, here - 1)}
                >
                  −
                </Button>
                <output className="min-w-20 text-center tabular-nums">{t.dotsCount(here)}</output>
                <Button
                  aria-label={t.more(index + 1)}
                  disabled={remaining <= 0}
                  onClick={() => place(option.proposal, here + 1)}
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
      <CastFoot
        counted={counted && inWords(counted)}
        changed={changed}
        waits={placed === 0 && (counted === null || changed) ? t.noDots : null}
        error={error}
        busy={busy}
        onKeep={() => put(null)}
        onAbstain={abstain}
      />
    </form>
  )
}
