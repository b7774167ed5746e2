'use client'
import { QrCode } from '#components/invite/qr-code.tsx'
import { wholeLink } from '#components/invite/whole-link.ts'
import { NextMeeting } from '#components/meeting/next-meeting.tsx'
import { ClockFace } from '#components/programme/clock-face.tsx'
import { Instruction, WhoMay } from '#components/programme/step-strip.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { leadingMessages } from '#lib/i18n/leading.ts'
import { programmeMessages } from '#lib/i18n/programme.ts'
import { projectorMessages } from '#lib/i18n/projector.ts'
import type { SessionView } from '#lib/protocol/session-view.ts'

/** Beside the picture: the step, the clock, and how one gets in. */
export function Aside({ view, offline }: { view: SessionView; offline: boolean }) {
  const t = useMessages(projectorMessages)
  const programme = useMessages(programmeMessages)
  const leading = useMessages(leadingMessages)
  const { step: present, clock, roster, invitation, session } = view
  const people = roster.filter(({ role, removed }) => role === 'participant' && !removed)
  const partners = new Set(people.flatMap(({ partner }) => partner ?? []))
  return (
    <aside className="projector-aside projector-large flex min-h-0 flex-col gap-5 overflow-hidden border-l border-line bg-surface p-5">
      <h1 className="text-lg font-bold text-muted">{session.network}</h1>
      {view.held && (
        <p className="rounded-lg bg-primary p-3 text-3xl font-bold text-on-primary">{leading.held}</p>
      )}
      {offline && <p role="status">{t.offline}</p>}
      {present && (
        <div className="projector-step flex min-h-0 flex-col gap-2 overflow-hidden">
          <p className="text-muted">{programme.step(present.place, present.of)}</p>
          <p className="text-3xl font-bold text-balance">{present.step.title}</p>
          <p className="text-lg">{present.step.goal}</p>
          <WhoMay />
          <Instruction text={present.step.instruction} />
        </div>
      )}
      {clock && <ClockFace clock={clock} className="self-start text-6xl" />}
      <div className="mt-auto flex flex-col gap-2">
        {view.step?.step.view !== 'meeting' && <NextMeeting brief />}
        {present?.next && <p className="text-muted">{t.next(present.next)}</p>}
        {invitation && !view.board && (
          <>
            <div className="w-40">
              <QrCode text={wholeLink(invitation.joinLink)} />
            </div>
            <p className="text-2xl font-bold whitespace-nowrap">
              {t.join}: {invitation.code}
            </p>
          </>
        )}
        <p className="text-muted">{t.people(people.length, partners.size)}</p>
        {view.signals.ready.people > 0 && (
          <p className="text-lg font-bold">
            ✓ {programme.readyCount(view.signals.ready.people, view.signals.ready.partners)}
          </p>
        )}
      </div>
    </aside>
  )
}
