'use client'
import { useSessionView } from '#components/live/session.tsx'
import { useOthersHere } from '#components/live/use-here.ts'
import { Button } from '#components/ui/button.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { Notice } from '#components/ui/notice.tsx'
import type { Participant } from '#lib/domain/participant.ts'
import { facilitateMessages } from '#lib/i18n/facilitate.ts'
import { rehearsalMessages } from '#lib/i18n/rehearsal.ts'
import { useDoing } from '../use-doing.ts'

/** Everybody in the session, people and partners; which partner is silent; who may order; who was removed. */
export function Roster() {
  const t = useMessages(facilitateMessages)
  const view = useSessionView()
  const here = new Set(useOthersHere().map(({ id }) => id))
  const { error, send, busy } = useDoing()
  if (!view) return null
  const people = view.roster.filter(({ role }) => role !== 'facilitator')
  const taking = people.filter(({ removed }) => !removed)
  const partners = new Set(taking.flatMap(({ partner }) => partner ?? []))
  const silent = view.partners.filter(({ id }) => !partners.has(id)).map(({ name }) => name)
  const nameOf = (id: string | null) => view.partners.find(each => each.id === id)?.name ?? t.forSelf
  const ordering = view.session.phase === 'collect' || view.session.phase === 'order'
  const isHere = taking.filter(({ id }) => here.has(id)).length
  return (
    <section
      aria-labelledby="roster"
      className="flex min-w-0 flex-col gap-3 rounded-xl border border-line p-4"
    >
      <h2 id="roster" className="text-xl font-bold">
        {t.roster}
      </h2>
      <p>{t.rosterCount(taking.length, isHere, partners.size, view.partners.length)}</p>
      {silent.length > 0 && <p className="text-sm text-muted">{t.silent(silent.join(', '))}</p>}
      {error && <Notice kind="error">{error}</Notice>}
      <ul className="flex flex-col divide-y divide-line">
        {people.map(person => (
          <PersonRow
            key={person.id}
            person={person}
            partner={nameOf(person.partner)}
            here={here.has(person.id)}
            ordering={ordering}
            busy={busy}
            onChange={change => void send({ type: 'setParticipant', participant: person.id, ...change })}
          />
        ))}
      </ul>
    </section>
  )
}

function PersonRow(props: {
  person: Participant
  partner: string
  here: boolean
  /** Whether lines can still be made, so that the right to do so means something. */
  ordering: boolean
  busy: boolean
  onChange: (change: { mayOrder?: boolean; removed?: boolean }) => void
}) {
  const t = useMessages(facilitateMessages)
  const rehearsal = useMessages(rehearsalMessages)
  const { person, busy, onChange } = props
  const { name, removed } = person
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-3 py-2">
      <div className="w-full">
        <p className={removed ? 'text-muted line-through' : 'font-semibold'}>{name}</p>
        <p className="text-sm text-muted">
          {props.partner}
          {person.madeUp ? ` · ${rehearsal.madeUp}` : ''}
          {removed ? ` · ${t.removed}` : props.here ? ` · ${t.here}` : ''}
        </p>
      </div>
      {!removed && props.ordering && (
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
      <Button
        variant="quiet"
        className="px-0! text-sm"
        aria-label={`${removed ? t.letIn : t.remove}: ${name}`}
        disabled={busy}
        onClick={() => onChange({ removed: !removed })}
      >
        {removed ? t.letIn : t.remove}
      </Button>
    </li>
  )
}
