'use client'
import dynamic from 'next/dynamic'
import { useEffect, useState } from 'react'
import { Invitation } from '#components/invite/invitation.tsx'
import { post, useRefusalText } from '#components/live/api.ts'
import { useSession, useSessionView } from '#components/live/session.tsx'
import { tablesInUse } from '#components/programme/seat.ts'
import { SessionFrame } from '#components/session/session-frame.tsx'
import { Intents } from '#components/sign/intents.tsx'
import { Signatories } from '#components/sign/signatories.tsx'
import { ExportLinks } from '#components/statement/export-links.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { Page } from '#components/ui/page.tsx'
import { BallotPanel } from '#components/vote/ballot-panel.tsx'
import { cardMessages } from '#lib/i18n/cards.ts'
import { facilitateMessages } from '#lib/i18n/facilitate.ts'
import type { RefusalCode } from '#lib/protocol/refusals.ts'
import type { SessionView } from '#lib/protocol/session-view.ts'
import { BallotDesk } from './ballot/ballot-desk.tsx'
import { ChecksDesk } from './checks/checks-desk.tsx'
import { KeepingDesk } from './keeping/keeping-desk.tsx'
import { KeepingWarning } from './keeping/keeping-warning.tsx'
import { MeetingDesk } from './meeting/meeting-desk.tsx'
import { Digest, isHarvested } from './phases/digest.tsx'
import { LaidDown } from './phases/laid-down.tsx'
import { NextStep } from './phases/next-step.tsx'
import { SilentRound } from './phases/silent-round.tsx'
import { PreparationDesk } from './preparation/preparation-desk.tsx'
import { ProgrammeDesk } from './programme/programme-desk.tsx'
import { RehearsalDesk } from './rehearsal/rehearsal-desk.tsx'
import { Attention } from './room/attention.tsx'
import { HandedTexts } from './room/handed-texts.tsx'
import { Roster } from './room/roster.tsx'
import { TablesDesk } from './tables/tables-desk.tsx'
import { TrailDesk } from './trail/trail-desk.tsx'
import { VoicesDesk } from './voices/voices-desk.tsx'

const EditionDesk = dynamic(() => import('./edition/edition-desk.tsx').then(file => file.EditionDesk), {
  ssr: false,
})
const RenewLead = dynamic(() => import('./renew-lead.tsx').then(file => file.RenewLead), { ssr: false })

type Key = { state: 'asking' | 'taken' } | { state: 'refused'; code: RefusalCode | 'offline' }

/** Whether the room is asked, or has begun to say, who means to sign. */
const meansToSign = ({ intents, step }: SessionView): boolean =>
  intents.length > 0 || step?.step.mode === 'sign'

/** Whether it is time to agree when to meet again: at the end of either day, and once something is agreed. */
const meetsAgain = (view: SessionView): boolean =>
  view.meeting !== null || view.step?.step.view === 'meeting' || isHarvested(view) || view.statement !== null

/** The facilitator's page. The secret of its link is traded for a cookie, and taken out of the address that others may see. */
export function FacilitatePage({ session }: { session: string }) {
  const t = useMessages(facilitateMessages)
  const text = useRefusalText()
  const [key, setKey] = useState<Key>({ state: 'asking' })
  // Whether the link is renewed that one came by oneself, or another's.
  const [renewing, setRenewing] = useState<'own' | 'other' | null>(null)
  useEffect(() => {
    const secret = location.hash.slice(1)
    if (secret === '') return setKey({ state: 'taken' })
    void post(`/api/sessions/${encodeURIComponent(session)}/lead`, { secret }).then(answer => {
      if (!answer.ok) return setKey({ state: 'refused', code: answer.refusal.code })
      history.replaceState(null, '', location.pathname)
      setKey({ state: 'taken' })
    })
  }, [session])
  if (key.state === 'refused') return <Page title={t.linkFailed}>{text(key.code)}</Page>
  if (key.state === 'asking')
    return (
      <Page title={t.opening}>
        <span />
      </Page>
    )
  if (renewing)
    return <RenewLead session={session} own={renewing === 'own'} onBack={() => setRenewing(null)} />
  return (
    <SessionFrame session={session} document="board" page="facilitate">
      <Desk onRenew={own => setRenewing(own ? 'own' : 'other')} />
    </SessionFrame>
  )
}

function Desk({ onRenew }: { onRenew: (own: boolean) => void }) {
  const t = useMessages(facilitateMessages)
  const cards = useMessages(cardMessages)
  const session = useSession()
  const view = useSessionView()
  if (!view) return null
  if (view.me.role !== 'facilitator')
    return (
      <section className="mx-auto flex max-w-3xl flex-col items-start gap-4 p-6">
        <h2 className="text-2xl font-bold">{t.notLeading}</h2>
        <p>{t.notLeadingText}</p>
        <ButtonLink href={`/${session}/board`} variant="primary">
          {t.toBoard}
        </ButtonLink>
      </section>
    )
  const { phase } = view.session
  // In a step in which all work together there is no call for it.
  const quiet = view.step === null || view.step.step.mode === 'private'
  return (
    <div className="mx-auto grid w-full max-w-6xl items-start gap-6 p-4 lg:grid-cols-[3fr_2fr]">
      <div className="flex min-w-0 flex-col gap-6">
        <KeepingWarning />
        <ProgrammeDesk />
        {/* What the room works with at this moment, before what may wait. */}
        {phase === 'decide' && (
          <>
            <BallotDesk />
            <BallotPanel />
          </>
        )}
        {phase === 'collect' && <LaidDown />}
        {phase === 'collect' && (quiet || view.session.desks) && <SilentRound />}
        {(tablesInUse(view) || view.step?.step.mode === 'tables') && <TablesDesk />}
        <ChecksDesk />
        <PreparationDesk />
        <RehearsalDesk at="top" />
        {!view.board && isHarvested(view) && <Digest />}
        <NextStep />
        {phase !== 'sign' && phase !== 'closed' && <Attention />}
        {!view.board && <VoicesDesk />}
        <HandedTexts />
        {view.statement && <Signatories />}
        {(phase === 'statement' || phase === 'sign') && meansToSign(view) && <Intents />}
        {view.statement && (
          <section
            aria-labelledby="exports"
            className="flex flex-col gap-3 rounded-xl border border-line p-4"
          >
            <h2 id="exports" className="text-xl font-bold">
              {t.exports}
            </h2>
            <ExportLinks />
          </section>
        )}
        {meetsAgain(view) && <MeetingDesk />}
        {view.statement && <EditionDesk />}
        {view.board && <TrailDesk />}
        {!view.board && view.invitation && (
          <section aria-labelledby="invite" className="rounded-xl border border-line p-4">
            <h2 id="invite" className="mb-3 text-xl font-bold">
              {t.inviteTitle}
            </h2>
            <Invitation code={view.invitation.code} joinLink={view.invitation.joinLink} />
            <a href={`/${session}/cards`} className="mt-3 inline-block py-2 font-semibold">
              {cards.link}
            </a>
          </section>
        )}
        <RehearsalDesk at="foot" />
        <KeepingDesk />
      </div>
      <Roster onRenew={() => onRenew(view.lead === view.me.id)} />
    </div>
  )
}
