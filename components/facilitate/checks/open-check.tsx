'use client'
import { useState } from 'react'
import { useBoard } from '#components/live/board.tsx'
import { Button } from '#components/ui/button.tsx'
import { Field, Select } from '#components/ui/field.tsx'
import { useLanguage, useMessages } from '#components/ui/language.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { checkForms } from '#lib/content/check-forms.ts'
import type { CheckKind } from '#lib/domain/check.ts'
import { checkMessages } from '#lib/i18n/checks.ts'
import { useDoing } from '../use-doing.ts'

/** What a check is, and opening it; the one about the opgave is about one of the proposals, where there are any. */
export function OpenCheck({ kind, prominent = false }: { kind: CheckKind; prominent?: boolean }) {
  const t = useMessages(checkMessages)
  const language = useLanguage()
  const proposals = useBoard().proposals.filter(
    ({ deletedAt, text }) => deletedAt === null && text.trim() !== '',
  )
  const [chosen, choose] = useState<string | null>(null)
  const { busy, error, send } = useDoing()
  const { title, how, minutes, anonymous, per } = checkForms[kind]
  const asks = kind === 'opgaveTest' && proposals.length > 0
  const about = asks ? (chosen ?? proposals[0]?.id ?? null) : null
  const who = anonymous ? t.anonymous : per === 'partner' ? t.perPartner : t.perPerson
  return (
    <div className="flex flex-col items-start gap-2">
      <h3 className="font-bold">{title[language]}</h3>
      <p>{how[language]}</p>
      <p className="text-sm text-muted">
        {who} · {t.minutes(minutes)}
      </p>
      {asks && (
        <div className="w-full">
          <Field label={t.which}>
            {field => (
              <Select {...field} value={about ?? ''} onChange={event => choose(event.target.value)}>
                {proposals.map(({ id, text }) => (
                  <option key={id} value={id}>
                    {text.slice(0, 100)}
                  </option>
                ))}
                <option value="">{t.noProposal}</option>
              </Select>
            )}
          </Field>
        </div>
      )}
      {error && <Notice kind="error">{error}</Notice>}
      <Button
        variant={prominent ? 'primary' : 'secondary'}
        disabled={busy}
        onClick={() => void send({ type: 'openCheck', check: kind, about: about === '' ? null : about })}
      >
        {t.open(title[language])}
      </Button>
    </div>
  )
}
