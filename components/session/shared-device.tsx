'use client'
import { Hand } from 'lucide-react'
import { type FormEvent, type ReactNode, useState } from 'react'
import { useRefusalText } from '#components/live/api.ts'
import { useCommand, useSessionView } from '#components/live/session.tsx'
import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { Field, Select, TextInput } from '#components/ui/field.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { PARTICIPANT_NAME_MAX, type Participant } from '#lib/domain/participant.ts'
import { sharedDeviceMessages } from '#lib/i18n/shared-device.ts'
import type { Command } from '#lib/protocol/commands.ts'
import type { SessionView } from '#lib/protocol/session-view.ts'

type Send = (command: Command) => Promise<boolean>

/** Who shares this device: people without one of their own are added, ticked and unticked, and give their signals here. */
export function SharedDevice({ onClose }: { onClose: () => void }) {
  const t = useMessages(sharedDeviceMessages)
  const view = useSessionView()
  const command = useCommand()
  const text = useRefusalText()
  const [error, setError] = useState<string | null>(null)
  if (!view) return null
  const send: Send = async what => {
    const answer = await command(what)
    setError(answer.ok ? null : text(answer.refusal.code))
    return answer.ok
  }
  const people = withoutDevice(view)
  return (
    <Dialog
      open
      onClose={onClose}
      title={t.title}
      actions={
        <Button variant="primary" onClick={onClose}>
          {t.done}
        </Button>
      }
    >
      <p className="text-muted">{t.intro}</p>
      {error && <Notice kind="error">{error}</Notice>}
      <h3 className="mt-4 font-bold">{t.people}</h3>
      {people.length === 0 && <p className="text-muted">{t.nobody}</p>}
      <ul className="flex flex-col divide-y divide-line">
        {people.map(person => (
          <Person key={person.id} person={person} view={view} send={send} />
        ))}
      </ul>
      <Adding view={view} send={send} />
    </Dialog>
  )
}

const tableOf = ({ tables }: SessionView, id: string): number | null =>
  tables?.seats[id]?.[tables.round] ?? null

/** Those at one's own table first, then in the order of the roster. */
function withoutDevice(view: SessionView): Participant[] {
  const mine = tableOf(view, view.me.id)
  const people = view.roster.filter(({ id, removed }) => id in view.hosted && !removed)
  const near = ({ id }: Participant) => mine !== null && tableOf(view, id) === mine
  return [...people.filter(near), ...people.filter(each => !near(each))]
}

function Person({ person, view, send }: { person: Participant; view: SessionView; send: Send }) {
  const t = useMessages(sharedDeviceMessages)
  const { id, name, partner } = person
  const by = view.hosted[id] ?? null
  const here = by === view.me.id
  const host = view.roster.find(each => each.id === by)?.name
  const table = tableOf(view, id)
  const where = here ? t.onDevice : host ? t.elsewhere(host) : t.onNone
  const { ready, hand } = view.signals.theirs[id] ?? { ready: false, hand: false }
  const told = [
    view.partners.find(each => each.id === partner)?.name ?? t.forSelf,
    table === null ? null : t.at(table + 1),
    where,
  ]
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1 py-2">
      <label className="flex min-h-11 min-w-0 grow cursor-pointer items-center gap-3">
        <input
          type="checkbox"
          checked={here}
          aria-label={t.tick(name)}
          onChange={event => void send({ type: 'tickPerson', participant: id, ticked: event.target.checked })}
          className="size-6 shrink-0 accent-(--primary)"
        />
        <span className="min-w-0">
          <span className="block font-semibold break-words">{name}</span>
          <span className="block text-sm text-muted">{told.filter(Boolean).join(' · ')}</span>
        </span>
      </label>
      {here && (
        <div className="flex gap-1">
          <SignalButton
            given={ready}
            label={t.readyOf(name)}
            onGive={() => void send({ type: 'signal', ready: !ready, participant: id })}
          >
            <span aria-hidden="true">✓</span> {t.ready}
          </SignalButton>
          <SignalButton
            given={hand}
            label={t.handOf(name)}
            onGive={() => void send({ type: 'signal', hand: !hand, participant: id })}
          >
            <Hand aria-hidden="true" size={18} /> {t.hand}
          </SignalButton>
        </div>
      )}
    </li>
  )
}

function SignalButton(props: { given: boolean; label: string; onGive: () => void; children: ReactNode }) {
  return (
    <button
      type="button"
      aria-pressed={props.given}
      aria-label={props.label}
      onClick={props.onGive}
      className="flex min-h-11 items-center gap-1 rounded-lg border border-line px-2 font-semibold hover:bg-surface aria-pressed:bg-primary aria-pressed:text-on-primary"
    >
      {props.children}
    </button>
  )
}

function Adding({ view, send }: { view: SessionView; send: Send }) {
  const t = useMessages(sharedDeviceMessages)
  const [name, setName] = useState('')
  const [partner, setPartner] = useState('')
  const [said, setSaid] = useState('')
  const add = async (event: FormEvent) => {
    event.preventDefault()
    const called = name.trim()
    if (called === '') return
    const done = await send({ type: 'hostPerson', name: called, partner: partner === '' ? null : partner })
    if (!done) return
    setName('')
    setSaid(t.added(called))
  }
  return (
    <form onSubmit={event => void add(event)} className="mt-4 flex flex-col gap-3 rounded-lg bg-surface p-3">
      <h3 className="font-bold">{t.add}</h3>
      <Field label={t.name}>
        {field => (
          <TextInput
            {...field}
            value={name}
            autoComplete="off"
            maxLength={PARTICIPANT_NAME_MAX}
            onChange={event => setName(event.target.value)}
          />
        )}
      </Field>
      {view.partners.length > 0 && (
        <Field label={t.partner}>
          {field => (
            <Select {...field} value={partner} onChange={event => setPartner(event.target.value)}>
              <option value="">{t.forSelf}</option>
              {view.partners.map(each => (
                <option key={each.id} value={each.id}>
                  {each.name}
                </option>
              ))}
            </Select>
          )}
        </Field>
      )}
      <div className="flex items-center gap-3">
        <Button type="submit">{t.put}</Button>
        <p role="status" className="text-sm">
          {said}
        </p>
      </div>
    </form>
  )
}
