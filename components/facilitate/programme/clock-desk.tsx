'use client'
import { type FormEvent, useId, useState } from 'react'
import { useServerOffset } from '#components/live/server-clock.ts'
import { ClockFace } from '#components/programme/clock-face.tsx'
import { Button } from '#components/ui/button.tsx'
import { Field, TextInput } from '#components/ui/field.tsx'
import { useMessages } from '#components/ui/language.tsx'
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

function Setting({ minutes }: { minutes: number }) {
  const t = useMessages(leadProgrammeMessages)
  const offset = useServerOffset()
  const { busy, error, send } = useDoing()
  const [span, setSpan] = useState(String(minutes))
  const [until, setUntil] = useState('')
  const start = (ms: number) => (event: FormEvent) => {
    event.preventDefault()
    void send({ type: 'startClock', span: ms })
  }
  const end = spanUntil(until, Date.now() + offset)
  return (
    <>
      {error && <Notice kind="error">{error}</Notice>}
      <div className="flex flex-wrap items-end gap-x-8 gap-y-3">
        <form onSubmit={start(Math.round(Number(span) * MINUTE))} className="flex items-end gap-2">
          <Field label={t.minutes}>
            {field => (
              <TextInput
                {...field}
                type="number"
                required
                min={1}
                max={STEP_MINUTES_MAX}
                value={span}
                onChange={event => setSpan(event.target.value)}
                className="max-w-24"
              />
            )}
          </Field>
          <Button type="submit" disabled={busy}>
            {t.start}
          </Button>
        </form>
        <form onSubmit={start(end)} className="flex items-end gap-2">
          <Field label={t.until}>
            {field => (
              <TextInput
                {...field}
                type="time"
                required
                value={until}
                onChange={event => setUntil(event.target.value)}
                className="max-w-36"
              />
            )}
          </Field>
          <Button type="submit" disabled={busy}>
            {t.startUntil}
          </Button>
        </form>
      </div>
    </>
  )
}

/** From now until the next time that it is this late (HH:MM, where the reader is), in ms. */
function spanUntil(time: string, now: number): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  const at = new Date(now).setHours(hours, minutes, 0, 0)
  return at > now ? at - now : at + DAY - now
}
