'use client'
import { Ellipsis } from 'lucide-react'
import { useEffect, useRef } from 'react'
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
  const ordering = props.ordering && role === 'participant'
  const notes = [
    person.madeUp ? rehearsal.madeUp : null,
    via,
    ...(removed
      ? [t.removed]
      : [is, ordering && person.mayOrder ? t.ordersToo : null, props.here ? t.here : null]),
  ].filter(note => note !== null)
  const letIn = useLetIn(removed, busy)
  return (
    <li className="relative flex items-center gap-x-3 py-1">
      <div className="min-w-0 grow">
        <p className={`break-words ${removed ? 'text-muted line-through' : 'font-semibold'}`}>{name}</p>
        <p className="text-sm break-words text-muted">{[props.partner, ...notes].join(' · ')}</p>
      </div>
      {removed ? (
        <Button
          ref={letIn}
          variant="quiet"
          className="shrink-0 px-0! text-sm"
          aria-label={`${t.letIn}: ${name}`}
          disabled={busy}
          onClick={() => onChange({ removed: false })}
        >
          {t.letIn}
        </Button>
      ) : (
        <Disclosure label={door.moreOf(name)} face={<Ellipsis aria-hidden="true" size={20} />}>
          {close => (
            <Changes
              person={person}
              ordering={ordering}
              busy={busy}
              onChange={change => {
                // Who may order is ticked, and ticked off again at once when it was the wrong one.
                if (change.mayOrder === undefined) close()
                onChange(change)
              }}
            />
          )}
        </Disclosure>
      )}
    </li>
  )
}

/** Who was just taken out is let in again by the same hand, when that was a mistake: what they were changed by is gone. */
function useLetIn(removed: boolean, busy: boolean) {
  const button = useRef<HTMLButtonElement>(null)
  const before = useRef(removed)
  const due = useRef(false)
  useEffect(() => {
    if (removed !== before.current) due.current = removed
    before.current = removed
    // As long as it is busy it takes no focus.
    if (!due.current || busy) return
    due.current = false
    if (document.activeElement === document.body) button.current?.focus()
  }, [removed, busy])
  return button
}

/** What may be changed of somebody who is in the session. */
function Changes(props: {
  person: Participant
  ordering: boolean
  busy: boolean
  onChange: (change: PersonChange) => void
}) {
  const t = useMessages(facilitateMessages)
  const door = useMessages(doorMessages)
  const { person, busy, onChange } = props
  const { name, role } = person
  const choices = [
    { to: 'participant', label: door.makeParticipant, hint: null },
    { to: 'facilitator', label: door.makeLead, hint: door.makeLeadHint },
    { to: 'observer', label: door.makeObserver, hint: null },
  ] as const
  return (
    <ul className="flex flex-col gap-3">
      {props.ordering && (
        <li>
          <label className="flex min-h-11 items-center gap-2">
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
        </li>
      )}
      {choices
        .filter(({ to }) => to !== role)
        .map(({ to, label, hint }) => (
          <li key={to}>
            <Button className="w-full" disabled={busy} onClick={() => onChange({ role: to })}>
              {label}
            </Button>
            {hint && <p className="mt-1 text-sm text-muted">{hint}</p>}
          </li>
        ))}
      {role !== 'facilitator' && (
        <li>
          <Button
            className="w-full"
            aria-label={`${t.remove}: ${name}`}
            disabled={busy}
            onClick={() => onChange({ removed: true })}
          >
            {t.remove}
          </Button>
        </li>
      )}
    </ul>
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
