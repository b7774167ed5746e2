'use client'
import { type FormEvent, useState } from 'react'
import { useSessionView } from '#components/live/session.tsx'
import { NextMeeting } from '#components/meeting/next-meeting.tsx'
import { Button } from '#components/ui/button.tsx'
import { Field, TextInput } from '#components/ui/field.tsx'
import { useFormCheck } from '#components/ui/form-check.ts'
import { useMessages } from '#components/ui/language.tsx'
import type { Mistakes } from '#components/ui/mistakes.ts'
import { Notice } from '#components/ui/notice.tsx'
import { firstMeetingDay, MEETING_PLACE_MAX, type Meeting } from '#lib/domain/meeting.ts'
import { meetingMessages } from '#lib/i18n/meeting.ts'
import { useDoing } from '../use-doing.ts'

type Draft = { date: string; time: string; place: string }
type Mistake = 'dateMissing' | 'dateOver'

const draftOf = (meeting: Meeting | null): Draft => ({
  date: meeting?.date ?? '',
  time: meeting?.time ?? '',
  place: meeting?.place ?? '',
})

const mistakesFrom =
  (first: string) =>
  ({ date }: Draft): Mistakes<Mistake> => {
    if (date === '') return { date: 'dateMissing' }
    return date < first ? { date: 'dateOver' } : {}
  }

/** Agreeing when and where the network meets again. */
export function MeetingDesk() {
  const t = useMessages(meetingMessages)
  const view = useSessionView()
  const { busy, error, send } = useDoing()
  const [typed, setTyped] = useState<Draft | null>(null)
  const kept = view?.meeting ?? null
  const [empty] = useState(() => draftOf(null))
  const shown = typed ?? (kept ? draftOf(kept) : empty)
  const { form, mistakes, check } = useFormCheck(shown, mistakesFrom(firstMeetingDay(view?.now ?? 0)))
  if (!view) return null
  const put = (part: Partial<Draft>) => setTyped({ ...shown, ...part })
  const set = async (event: FormEvent) => {
    event.preventDefault()
    if (!check()) return
    const { date, time, place } = shown
    if (await send({ type: 'setMeeting', meeting: { date, time: time || null, place } })) setTyped(null)
  }
  const drop = async () => {
    if (await send({ type: 'setMeeting', meeting: null })) setTyped(null)
  }
  return (
    <section aria-labelledby="meeting" className="flex flex-col gap-3 rounded-xl border border-line p-4">
      <h2 id="meeting" className="scroll-mt-28 text-xl font-bold">
        {t.title}
      </h2>
      {kept ? <NextMeeting /> : <p className="max-w-[65ch] text-muted">{t.hint}</p>}
      {error && <Notice kind="error">{error}</Notice>}
      <form ref={form} noValidate onSubmit={set} className="flex flex-col gap-3">
        <div className="flex flex-wrap gap-4">
          <Field label={t.date} error={mistakes.date && t[mistakes.date]}>
            {field => (
              <TextInput
                {...field}
                type="date"
                value={shown.date}
                onChange={event => put({ date: event.target.value })}
                className="w-44"
              />
            )}
          </Field>
          <Field label={t.time}>
            {field => (
              <TextInput
                {...field}
                type="time"
                value={shown.time}
                onChange={event => put({ time: event.target.value })}
                className="w-36"
              />
            )}
          </Field>
        </div>
        <Field label={t.place} hint={t.placeHint}>
          {field => (
            <TextInput
              {...field}
              autoComplete="off"
              maxLength={MEETING_PLACE_MAX}
              value={shown.place}
              onChange={event => put({ place: event.target.value })}
            />
          )}
        </Field>
        <div className="flex flex-wrap gap-3">
          <Button type="submit" disabled={busy}>
            {kept ? t.change : t.set}
          </Button>
          {kept && (
            <Button variant="quiet" disabled={busy} onClick={() => void drop()}>
              {t.drop}
            </Button>
          )}
        </div>
      </form>
    </section>
  )
}
