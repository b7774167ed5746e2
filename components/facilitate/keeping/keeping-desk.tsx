'use client'
import { useState } from 'react'
import { useSessionView } from '#components/live/session.tsx'
import { Button } from '#components/ui/button.tsx'
import { Field, TextInput } from '#components/ui/field.tsx'
import { useLanguage, useMessages } from '#components/ui/language.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { mayBeKept } from '#lib/domain/retention.ts'
import { keepingMessages } from '#lib/i18n/keeping.ts'
import { writtenDate } from '#lib/i18n/signing-sentence.ts'
import { useDoing } from '../use-doing.ts'

/** How long the session is kept, and choosing that; folded up at the foot of the page. */
export function KeepingDesk() {
  const t = useMessages(keepingMessages)
  const language = useLanguage()
  const view = useSessionView()
  const { busy, error, send } = useDoing()
  const [day, setDay] = useState('')
  if (!view) return null
  const { lastDay, chosen } = view.kept
  const { from, to } = mayBeKept(view.now)
  const wanted = day || lastDay
  return (
    <details className="rounded-xl border border-line px-4 py-2">
      <summary className="min-h-11 cursor-pointer content-center font-semibold">{t.title}</summary>
      <div className="flex flex-col gap-3 pt-1 pb-3">
        {error && <Notice kind="error">{error}</Notice>}
        <p className="font-semibold" role="status">
          {t.until(writtenDate(lastDay, language))}
        </p>
        <p className="max-w-[65ch] text-muted">{t.afterwards}</p>
        <div className="max-w-xs">
          <Field label={t.day} hint={t.hint}>
            {field => (
              <TextInput
                {...field}
                type="date"
                min={from}
                max={to}
                value={wanted}
                onChange={event => setDay(event.target.value)}
              />
            )}
          </Field>
        </div>
        <div className="flex flex-wrap gap-3">
          <Button
            disabled={busy || wanted === lastDay || wanted < from || wanted > to}
            onClick={() => void send({ type: 'keepUntil', day: wanted }).then(done => done && setDay(''))}
          >
            {t.save}
          </Button>
          {chosen && (
            <Button
              variant="quiet"
              disabled={busy}
              onClick={() => void send({ type: 'keepUntil', day: null }).then(done => done && setDay(''))}
            >
              {t.usual}
            </Button>
          )}
        </div>
      </div>
    </details>
  )
}
