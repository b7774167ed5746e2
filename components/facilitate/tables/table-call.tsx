'use client'
import { type FormEvent, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Field, TextInput } from '#components/ui/field.tsx'
import { useFormCheck } from '#components/ui/form-check.ts'
import { useMessages } from '#components/ui/language.tsx'
import type { Mistakes } from '#components/ui/mistakes.ts'
import { Notice } from '#components/ui/notice.tsx'
import { TABLE_CALL_MAX, tableSchema } from '#lib/domain/tables.ts'
import { tableMessages } from '#lib/i18n/tables.ts'
import { useDoing } from '../use-doing.ts'

/** The call of a table at work, to go to and to give another link: the one it had may turn out not to work. */
export function TableCall({ place, call }: { place: number; call: string | null }) {
  const t = useMessages(tableMessages)
  const [form, setForm] = useState<'never opened' | 'open' | 'closed'>('never opened')
  return (
    <>
      {call && (
        <a href={call} target="_blank" rel="noreferrer" className="py-2 font-semibold">
          {t.callOf}
        </a>
      )}
      {form === 'open' ? (
        <CallForm place={place} call={call} onDone={() => setForm('closed')} />
      ) : (
        // Its words stand in line with those above it.
        <div className="-ml-4">
          <Button
            variant="quiet"
            aria-label={t.changeCallOf(place + 1, call !== null)}
            // Where the focus was before the form took it.
            autoFocus={form === 'closed'}
            onClick={() => setForm('open')}
          >
            {t.changeCall(call !== null)}
          </Button>
        </div>
      )}
    </>
  )
}

const mistakesIn = (call: string): Mistakes<'callWrong'> =>
  tableSchema.shape.call.safeParse(given(call)).success ? {} : { call: 'callWrong' }

const given = (call: string): string | null => call.trim() || null

function CallForm(props: { place: number; call: string | null; onDone: () => void }) {
  const t = useMessages(tableMessages)
  const { place, onDone } = props
  const { busy, error, send } = useDoing()
  const [call, setCall] = useState(props.call ?? '')
  const { form, mistakes, check } = useFormCheck(call, mistakesIn)
  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (check() && (await send({ type: 'setTableCall', table: place, call: given(call) }))) onDone()
  }
  return (
    <form ref={form} noValidate onSubmit={save} className="flex flex-col gap-3 py-2">
      <Field label={t.callOfTable(place + 1)} hint={t.callHint} error={mistakes.call && t[mistakes.call]}>
        {field => (
          <TextInput
            {...field}
            type="url"
            autoFocus
            maxLength={TABLE_CALL_MAX}
            value={call}
            onChange={event => setCall(event.target.value)}
          />
        )}
      </Field>
      {error && <Notice kind="error">{error}</Notice>}
      <div className="flex flex-wrap gap-3">
        <Button type="submit" variant="primary" disabled={busy}>
          {t.saveCall}
        </Button>
        <Button onClick={onDone}>{t.leaveCall}</Button>
      </div>
    </form>
  )
}
