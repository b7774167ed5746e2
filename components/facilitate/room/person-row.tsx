'use client'
import { ChevronDown } from 'lucide-react'
import { useSessionView } from '#components/live/session.tsx'
import { Button } from '#components/ui/button.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { useMessages } from '#components/ui/language.tsx'
import type { Participant } from '#lib/domain/participant.ts'
import { doorMessages } from '#lib/i18n/door.ts'
import { facilitateMessages } from '#lib/i18n/facilitate.ts'
import { rehearsalMessages } from '#lib/i18n/rehearsal.ts'
import { sharedDeviceMessages } from '#lib/i18n/shared-device.ts'

export type PersonChange = { mayOrder?: boolean; removed?: boolean; role?: Participant['role'] }

/** Somebody in the session: what they are in it, and what may be changed of that. */
export function PersonRow(props: {
  person: Participant
  partner: string
  here: boolean
  self: boolean
  /** Whether lines can still be made, so that the right to do so means something. */
  ordering: boolean
  busy: boolean
  onChange: (change: PersonChange) => void
}) {
  const t = useMessages(facilitateMessages)
  const door = useMessages(doorMessages)
  const rehearsal = useMessages(rehearsalMessages)
  const { person, busy, onChange } = props
  const { name, removed, role } = person
  const via = useVia(person.id)
  const is = {
    facilitator: props.self ? `${door.leads} (${door.you})` : door.leads,
    observer: door.observes,
    participant: null,
  }[role]
  const notes = [
    person.madeUp ? rehearsal.madeUp : null,
    via,
    ...(removed ? [t.removed] : [is, props.here ? t.here : null]),
  ].filter(note => note !== null)
  return (
    <li className="relative flex flex-wrap items-center justify-between gap-x-3 py-2">
      <div className="w-full">
        <p className={removed ? 'text-muted line-through' : 'font-semibold'}>{name}</p>
        <p className="text-sm text-muted">{[props.partner, ...notes].join(' · ')}</p>
      </div>
      {!removed && props.ordering && role === 'participant' && (
        <label className="flex min-h-11 items-center gap-2 text-sm">
          <input
            type="checkbox"
            checked={person.mayOrder}
            disabled={busy}
            onChange={event => onChange({ mayOrder: event.target.checked })}
            aria-label={`${t.mayOrder}: ${name}`}
            className="size-6 accent-(--primary)"
          />
          {t.mayOrder}
        </label>
      )}
      {!removed && <Roles person={person} onChoose={next => onChange({ role: next })} />}
      {role !== 'facilitator' && (
        <Button
          variant="quiet"
          className="px-0! text-sm"
          aria-label={`${removed ? t.letIn : t.remove}: ${name}`}
          disabled={busy}
          onClick={() => onChange({ removed: !removed })}
        >
          {removed ? t.letIn : t.remove}
        </Button>
      )}
    </li>
  )
}

/** What else somebody may be. */
function Roles(props: { person: Participant; onChoose: (role: Participant['role']) => void }) {
  const t = useMessages(doorMessages)
  const { name, role } = props.person
  const choices = [
    { to: 'participant', label: t.makeParticipant, hint: null },
    { to: 'facilitator', label: t.makeLead, hint: t.makeLeadHint },
    { to: 'observer', label: t.makeObserver, hint: null },
  ] as const
  return (
    <Disclosure
      label={t.moreOf(name)}
      className="text-sm"
      align="left"
      face={
        <>
          {t.more}
          <ChevronDown aria-hidden="true" size={16} />
        </>
      }
    >
      {close => (
        <ul className="flex flex-col gap-3">
          {choices
            .filter(({ to }) => to !== role)
            .map(({ to, label, hint }) => (
              <li key={to}>
                <Button
                  className="w-full"
                  onClick={() => {
                    close()
                    props.onChoose(to)
                  }}
                >
                  {label}
                </Button>
                {hint && <p className="mt-1 text-sm text-muted">{hint}</p>}
              </li>
            ))}
        </ul>
      )}
    </Disclosure>
  )
}

/** By whose device somebody takes part who has none of their own. */
function useVia(id: string): string | null {
  const t = useMessages(sharedDeviceMessages)
  const view = useSessionView()
  const by = view?.hosted[id]
  if (!view || by === undefined) return null
  const host = view.roster.find(each => each.id === by)?.name
  return host === undefined ? t.viaNone : t.via(host)
}
