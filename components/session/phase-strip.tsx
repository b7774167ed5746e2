'use client'
import { ChevronDown } from 'lucide-react'
import { useSession } from '#components/live/session.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { useMedia } from '#components/ui/use-media.ts'
import { type Phase, phases, type RoomStage } from '#lib/domain/phase.ts'
import { sessionMessages } from '#lib/i18n/session.ts'
import type { PageName } from './page-name.ts'

/** From this width on the phases and what is asked stand on one line. */
const ROOM_FOR_PHASES = '(min-width: 64rem)'

/** Where the network stands in its two days, and what is asked of everybody now. */
export function PhaseStrip(props: { phase: Phase; stage: RoomStage; page: PageName }) {
  const { phase, stage } = props
  const t = useMessages(sessionMessages)
  const roomy = useMedia(ROOM_FOR_PHASES)
  const hint = t[`${stage}Hint`]
  if (roomy)
    return (
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1 bg-surface px-4 py-1.5 text-sm">
        <Phases phase={phase} className="flex items-center gap-1" />
        <p aria-live="polite">{hint}</p>
        <WhereNow {...props} />
      </div>
    )
  const name = t[nameOf(phase)]
  return (
    <div className="relative flex items-center bg-surface pl-3 text-sm sm:pl-4">
      <p aria-live="polite" className="line-clamp-2 min-w-0 grow leading-5">
        <strong>{name}: </strong>
        {hint}
      </p>
      <Disclosure label={t.whereNow} face={<ChevronDown aria-hidden="true" size={18} />}>
        {() => (
          <div className="flex flex-col gap-3 text-base">
            <Phases phase={phase} className="flex flex-col gap-1" />
            <p>{hint}</p>
            <WhereNow {...props} />
          </div>
        )}
      </Disclosure>
    </div>
  )
}

/** The way to where it happens now, for who is elsewhere. */
function WhereNow({ stage, page }: { stage: RoomStage; page: PageName }) {
  const t = useMessages(sessionMessages)
  const session = useSession()
  const choosing = stage === 'decide' || stage === 'vote'
  if (!choosing && (stage !== 'statement' || page === 'statement')) return null
  return (
    <a
      href={choosing ? `/${session}/board?view=proposals` : `/${session}/statement`}
      className="inline-flex min-h-6 items-center font-semibold"
    >
      {choosing ? t.toProposals : t.toStatement}
    </a>
  )
}

const nameOf = (phase: Phase) => (phase === 'statement' ? 'statementPhase' : phase)

function Phases({ phase, className }: { phase: Phase; className: string }) {
  const t = useMessages(sessionMessages)
  const now = phases.indexOf(phase)
  return (
    <ol aria-label={t.phase} className={className}>
      {phases.map((each, index) => (
        <li
          key={each}
          aria-current={index === now ? 'step' : undefined}
          className="flex items-center gap-1 text-muted aria-[current=step]:font-bold aria-[current=step]:text-ink"
        >
          {index > 0 && (
            <span aria-hidden="true" className="px-1 max-lg:hidden">
              ›
            </span>
          )}
          {index < now && <span aria-hidden="true">✓</span>}
          {t[nameOf(each)]}
        </li>
      ))}
    </ol>
  )
}
