'use client'
import { useSessionView } from '#components/live/session.tsx'
import { useOthersHere } from '#components/live/use-here.ts'
import { useMessages } from '#components/ui/language.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { doorMessages } from '#lib/i18n/door.ts'
import { facilitateMessages } from '#lib/i18n/facilitate.ts'
import { useDoing } from '../use-doing.ts'
import { AtTheDoor } from './at-the-door.tsx'
import { Doors } from './doors.tsx'
import { MissingAtTable } from './missing-at-table.tsx'
import { PersonRow } from './person-row.tsx'

/** Everybody in the session, people and partners: who waits, which partner is silent, who may do what, who was removed. */
export function Roster({ onRenew }: { onRenew: () => void }) {
  const t = useMessages(facilitateMessages)
  const door = useMessages(doorMessages)
  const view = useSessionView()
  const here = new Set(useOthersHere().map(({ id }) => id))
  const { error, send, busy } = useDoing()
  if (!view) return null
  // Whom the facilitator's link opens as, now or before it was renewed, is no guest.
  const people = view.roster.filter(({ id, role, removed }) =>
    role === 'facilitator' ? id !== view.lead && !removed : true,
  )
  const taking = people.filter(({ role, removed }) => role === 'participant' && !removed)
  const observers = people.filter(({ role, removed }) => role === 'observer' && !removed).length
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
      <h2 id="roster" className="scroll-mt-28 text-xl font-bold">
        {t.roster}
      </h2>
      <p>
        {t.rosterCount(taking.length, isHere, partners.size, view.partners.length)}
        {observers > 0 && `, ${door.observers(observers)}`}
      </p>
      {silent.length > 0 && <p className="text-sm text-muted">{t.silent(silent.join(', '))}</p>}
      <AtTheDoor nameOf={nameOf} />
      {!view.board && <MissingAtTable />}
      {error && <Notice kind="error">{error}</Notice>}
      <ul className="flex flex-col divide-y divide-line">
        {people.map(person => (
          <PersonRow
            key={person.id}
            person={person}
            partner={nameOf(person.partner)}
            here={here.has(person.id)}
            self={person.id === view.me.id}
            ordering={ordering}
            busy={busy}
            onChange={change => void send({ type: 'setParticipant', participant: person.id, ...change })}
          />
        ))}
      </ul>
      <Doors onRenew={onRenew} />
    </section>
  )
}
