'use client'
import { Lightbulb } from 'lucide-react'
import type { ReactNode } from 'react'
import { useSession, useSessionView } from '#components/live/session.tsx'
import { Button } from '#components/ui/button.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { takesPart } from '#lib/domain/participant.ts'
import { leadProgrammeMessages } from '#lib/i18n/lead-programme.ts'
import type { SessionView } from '#lib/protocol/session-view.ts'
import { useDoing } from '../use-doing.ts'

/** What the way in which people work in the present step asks for, where that is not so yet: offered, never done by itself. */
export function StepOffer() {
  const t = useMessages(leadProgrammeMessages)
  const session = useSession()
  const view = useSessionView()
  const { busy, error, send } = useDoing()
  const offer = view && offerIn(view)
  if (!offer) return null
  const way = {
    seat: { href: '#tables', text: t.offerSeat },
    order: { href: '#roster', text: t.offerOrder },
    reveal: { href: '#silent-round', text: t.offerReveal },
    vote: { href: '#ballot-desk', text: t.offerVote },
    write: { href: `/${session}/statement`, text: t.offerWrite },
    sign: { href: '#signatories', text: t.offerSign },
    meet: { href: '#meeting', text: t.offerMeet },
  } as const
  if (offer !== 'desks') return <Way {...way[offer]} />
  return (
    <div className="flex flex-col gap-2 rounded-lg bg-(--tile-waarde) p-3">
      <p className="flex items-center gap-2 font-semibold">
        <Mark />
        {t.offerDesks}
      </p>
      {error && <Notice kind="error">{error}</Notice>}
      <div className="flex flex-wrap gap-3">
        {(['named', 'anonymous'] as const).map(promise => (
          <Button key={promise} disabled={busy} onClick={() => void send({ type: 'openDesks', promise })}>
            {promise === 'named' ? t.openNamed : t.openAnonymous}
          </Button>
        ))}
      </div>
    </div>
  )
}

function Way({ href, text }: { href: string; text: ReactNode }) {
  return (
    <a
      href={href}
      className="flex min-h-11 items-center gap-2 self-start rounded-lg bg-(--tile-waarde) px-3 font-semibold"
    >
      <Mark />
      {text}
    </a>
  )
}

const Mark = () => <Lightbulb aria-hidden="true" size={20} className="shrink-0 text-(--accent-waarde)" />

type Offer = 'desks' | 'reveal' | 'seat' | 'order' | 'vote' | 'write' | 'sign' | 'meet'

/** Null when all is as the step says, or when its phase was left by hand: it no longer says what the room does. */
function offerIn({
  step,
  session,
  tables,
  roster,
  ballots,
  signatories,
  meeting,
}: SessionView): Offer | null {
  if (step?.step.view === 'meeting') return meeting ? null : 'meet'
  if (!step || step.step.phase !== session.phase) return null
  const { mode } = step.step
  if (session.phase === 'collect') {
    if (mode === 'private') return session.desks ? null : 'desks'
    if (session.desks) return 'reveal'
  }
  if (mode === 'tables') return tables ? null : 'seat'
  if (mode === 'cluster' && session.phase === 'order')
    return roster.some(person => takesPart(person) && person.mayOrder) ? null : 'order'
  if (mode === 'vote' && session.phase === 'decide')
    return ballots.some(({ openedAt }) => openedAt >= step.since) ? null : 'vote'
  if (mode === 'statement' && session.phase === 'statement') return 'write'
  if (mode === 'sign' && session.phase === 'sign')
    return signatories.some(({ state }) => state === 'open') ? 'sign' : null
  return null
}
