'use client'
import { type FormEvent, useState } from 'react'
import { useDoing } from '#components/facilitate/use-doing.ts'
import { useCan } from '#components/live/board.tsx'
import { newId } from '#components/live/new-id.ts'
import { Button } from '#components/ui/button.tsx'
import { Field, TextInput } from '#components/ui/field.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { MISSING_NAME_MAX, type Missing as Named } from '#lib/domain/preparation.ts'
import { preparationMessages } from '#lib/i18n/preparation.ts'
import type { SessionView } from '#lib/protocol/session-view.ts'

/** Who is missing at the table, by whom they were named; one names more, and takes back what one named. */
export function Missing({ view, missing }: { view: SessionView; missing: readonly Named[] }) {
  const t = useMessages(preparationMessages)
  const { busy, error, send } = useDoing()
  const can = useCan()
  const [name, setName] = useState('')
  const add = async (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() === '') return
    if (await send({ type: 'nameMissing', id: newId(), name: name.trim() })) setName('')
  }
  const by = (id: string) => view.roster.find(each => each.id === id)?.name ?? ''
  return (
    <div className="flex flex-col gap-3">
      {missing.length > 0 && (
        <ul className="flex flex-col divide-y divide-line">
          {missing.map(each => (
            <li key={each.id} className="flex items-center justify-between gap-3 py-1">
              <p className="min-w-0 break-words">
                <b>{each.name}</b>
                {each.by !== view.me.id && (
                  <span className="block text-sm text-muted">{t.saidBy(by(each.by))}</span>
                )}
              </p>
              {can({ type: 'dropMissing', author: each.by }) === null && (
                <Button
                  variant="quiet"
                  className="shrink-0 px-1! text-sm"
                  disabled={busy}
                  onClick={() => void send({ type: 'dropMissing', id: each.id })}
                >
                  {t.drop}
                  <span className="sr-only">: {each.name}</span>
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {error && <Notice kind="error">{error}</Notice>}
      {can({ type: 'nameMissing' }) === null && (
        <form onSubmit={event => void add(event)} className="flex flex-wrap items-end gap-2">
          <div className="min-w-0 grow basis-48">
            <Field label={t.missingName}>
              {field => (
                <TextInput
                  {...field}
                  autoComplete="off"
                  value={name}
                  maxLength={MISSING_NAME_MAX}
                  onChange={event => setName(event.target.value)}
                />
              )}
            </Field>
          </div>
          <Button type="submit" disabled={busy}>
            {t.addMissing}
          </Button>
        </form>
      )}
    </div>
  )
}
