'use client'
import { useState } from 'react'
import { useRefusalText } from '#components/live/api.ts'
import { useCommand } from '#components/live/session.tsx'
import { Button } from '#components/ui/button.tsx'
import { Field, TextInput } from '#components/ui/field.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { DRAFT_NAME_MAX } from '#lib/domain/draft.ts'
import { legible } from '#lib/domain/legible.ts'
import { versionMessages } from '#lib/i18n/versions.ts'

/** Keeps the draft as it reads now, under a name. */
export function KeepVersion() {
  const t = useMessages(versionMessages)
  const command = useCommand()
  const refusal = useRefusalText()
  const [name, setName] = useState('')
  const [told, setTold] = useState<{ error: string } | 'kept' | null>(null)
  const keep = async () => {
    if (legible(name) === '') return setTold({ error: t.required })
    const answer = await command({ type: 'keepDraft', name: legible(name) })
    setTold(answer.ok ? 'kept' : { error: refusal(answer.refusal.code) })
    if (answer.ok) setName('')
  }
  return (
    <form
      noValidate
      className="flex w-full max-w-xl flex-wrap items-end gap-3"
      onSubmit={event => {
        event.preventDefault()
        void keep()
      }}
    >
      <div className="grow">
        <Field
          label={t.name}
          hint={t.nameHint}
          error={told !== null && told !== 'kept' ? told.error : undefined}
        >
          {field => (
            <TextInput
              {...field}
              maxLength={DRAFT_NAME_MAX}
              value={name}
              onChange={event => {
                setName(event.target.value)
                setTold(null)
              }}
            />
          )}
        </Field>
      </div>
      <Button type="submit">{t.keep}</Button>
      <p role="status" className="w-full empty:hidden">
        {told === 'kept' ? t.kept : ''}
      </p>
    </form>
  )
}
