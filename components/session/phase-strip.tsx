'use client'
import { useMessages } from '#components/ui/language.tsx'
import { type Phase, phases, type Stage } from '#lib/domain/phase.ts'
import { sessionMessages } from '#lib/i18n/session.ts'

/** Where the network stands in its two days, and what is asked of everybody now. */
export function PhaseStrip({ phase, stage }: { phase: Phase; stage: Stage }) {
  const t = useMessages(sessionMessages)
  const now = phases.indexOf(phase)
  const name = (each: Phase) => (each === 'statement' ? t.statementPhase : t[each])
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1 bg-surface px-3 py-1.5 text-sm sm:px-4">
      <ol aria-label={t.phase} className="hidden items-center gap-1 md:flex">
        {phases.map((each, index) => (
          <li
            key={each}
            aria-current={index === now ? 'step' : undefined}
            className="flex items-center gap-1 text-muted aria-[current=step]:font-bold aria-[current=step]:text-ink"
          >
            {index > 0 && (
              <span aria-hidden="true" className="px-1">
                ›
              </span>
            )}
            {index < now && <span aria-hidden="true">✓</span>}
            {name(each)}
          </li>
        ))}
      </ol>
      <p aria-live="polite" className="min-w-0">
        <strong className="md:hidden">{name(phase)}: </strong>
        {t[`${stage}Hint`]}
      </p>
    </div>
  )
}
