'use client'
import { type FormEvent, useId, useState } from 'react'
import { useServerOffset } from '#components/live/server-clock.ts'
import { ClockFace } from '#components/programme/clock-face.tsx'
import { Button } from '#components/ui/button.tsx'
import { Field, TextInput } from '#components/ui/field.tsx'
import { useFormCheck } from '#components/ui/form-check.ts'
import { useMessages } from '#components/ui/language.tsx'
import type { Mistakes } from '#components/ui/mistakes.ts'
import { Notice } from '#components/ui/notice.tsx'
import { type Clock, isRunning } from '#lib/domain/clock.ts'
import { STEP_MINUTES_MAX } from '#lib/domain/programme.ts'
import { leadProgrammeMessages } from '#lib/i18n/lead-programme.ts'
import { useDoing } from '../use-doing.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
/** What is added at a click, in minutes. */
const MORE = [1, 5] as const

/** Sets the clock that everybody sees, by a number of minutes or a time of day, and gives it more time. */
export function ClockDesk({ clock, minutes }: { clock: Clock | null; minutes: number }) {
  const t = useMessages(leadProgrammeMessages)
  const id = useId()
  return (
    <section aria-labelledby={id} className="flex flex-col gap-2 border-t border-line pt-3">
      <h3 id={id} className="font-bold">
        {t.clock}
      </h3>
      {clock ? <Running clock={clock} /> : <Setting minutes={minutes} />}
    </section>
  )
}

function Running({ clock }: { clock: Clock }) {
  const t = useMessages(leadProgrammeMessages)
  const { busy, error, send } = useDoing()
  const running = isRunning(clock)
  return (
    <>
      {error && <Notice kind="error">{error}</Notice>}
      <div className="flex flex-wrap items-center gap-2">
        <ClockFace clock={clock} className="text-3xl" />
        {MORE.map(more => (
          <Button
            key={more}
            disabled={busy}
            aria-label={t.moreFull(more)}
            onClick={() => void send({ type: 'addTime', span: more * MINUTE })}
          >
            {t.more(more)}
          </Button>
        ))}
        <Button disabled={busy} onClick={() => void send({ type: 'holdClock', hold: running })}>
          {running ? t.hold : t.resume}
        </Button>
        <Button variant="quiet" disabled={busy} onClick={() => void send({ type: 'stopClock' })}>
          {t.stop}
        </Button>
      </div>
    </>
  )
}

function spanMistakes({ span }: { span: string }): Mistakes<'minutesWrong'> {
  const minutes = Number(span)
  const fits = Number.isInteger(minutes) && minutes >= 1 && minutes <= STEP_MINUTES_MAX
  return fits ? {} : { span: 'minutesWrong' }
}

const untilMistakes = ({ until }: { until: string }): Mistakes<'untilMissing'> =>
  until === '' ? { until: 'untilMissing' } : {}

function Setting({ minutes }: { minutes: number }) {
  const { busy, error, send } = useDoing()
  const start = (span: number) => void send({ type: 'startClock', span })
  return (
    <>
      {error && <Notice kind="error">{error}</Notice>}
      <div className="flex flex-wrap items-end gap-x-8 gap-y-3">
        <ByMinutes minutes={minutes} busy={busy} onStart={start} />
        <ByTime busy={busy} onStart={start} />
      </div>
    </>
  )
}

function ByMinutes(props: { minutes: number; busy: boolean; onStart: (span: number) => void }) {
  const t = useMessages(leadProgrammeMessages)
  const [draft, setDraft] = useState({ span: String(props.minutes) })
  const { form, mistakes, check } = useFormCheck(draft, spanMistakes)
  const start = (event: FormEvent) => {
    event.preventDefault()
    if (check()) props.onStart(Number(draft.span) * MINUTE)
  }
  return (
    <form ref={form} noValidate onSubmit={start} className="flex items-end gap-2">
      <Field label={t.minutes} error={mistakes.span && t.minutesWrong(STEP_MINUTES_MAX)}>
        {field => (
          <TextInput
            {...field}
            type="number"
            min={1}
            max={STEP_MINUTES_MAX}
            value={draft.span}
            onChange={event => setDraft({ span: event.target.value })}
            className="max-w-24"
          />
        )}
      </Field>
      <Button type="submit" disabled={props.busy}>
        {t.start}
      </Button>
    </form>
  )
}

function ByTime(props: { busy: boolean; onStart: (span: number) => void }) {
  const t = useMessages(leadProgrammeMessages)
  const offset = useServerOffset()
  const [draft, setDraft] = useState({ until: '' })
  const { form, mistakes, check } = useFormCheck(draft, untilMistakes)
  const start = (event: FormEvent) => {
    event.preventDefault()
    if (check()) props.onStart(spanUntil(draft.until, Date.now() + offset))
  }
  return (
    <form ref={form} noValidate onSubmit={start} className="flex items-end gap-2">
      <Field label={t.until} error={mistakes.until && t.untilMissing}>
        {field => (
          <TextInput
            {...field}
            type="time"
            value={draft.until}
            onChange={event => setDraft({ until: event.target.value })}
            className="max-w-36"
          />
        )}
      </Field>
      <Button type="submit" disabled={props.busy}>
        {t.startUntil}
      </Button>
    </form>
  )
}

/** From now until the next time that it is this late (HH:MM, where the reader is), in ms. */
function spanUntil(time: string, now: number): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  const at = new Date(now).setHours(hours, minutes, 0, 0)
  return at > now ? at - now : at + DAY - now
}
