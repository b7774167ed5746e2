'use client'
import { type FormEvent, useEffect, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Field, TextInput } from '#components/ui/field.tsx'
import { useFormCheck } from '#components/ui/form-check.ts'
import { useMessages } from '#components/ui/language.tsx'
import type { Mistakes } from '#components/ui/mistakes.ts'
import { joinMessages } from '#lib/i18n/join.ts'

const mistakesIn = ({ code }: { code: string }): Mistakes<'codeMissing'> =>
  code.trim() === '' ? { code: 'codeMissing' } : {}

/** The page that asks for a code. */
export function CodeForm({ code, onEnter }: { code: string; onEnter: (code: string) => void }) {
  const t = useMessages(joinMessages)
  return (
    <div className="flex flex-col gap-6">
      <h1 className="text-3xl font-bold">{t.withCode}</h1>
      <CodeField code={code} submit={t.next} onEnter={onEnter} />
    </div>
  )
}

/** The field itself, ready to type in. The server reads past case, spaces and hyphens. */
export function CodeField(props: { code: string; submit: string; onEnter: (code: string) => void }) {
  const t = useMessages(joinMessages)
  const [draft, setDraft] = useState({ code: props.code })
  const { form, mistakes, check } = useFormCheck(draft, mistakesIn)
  useEffect(() => form.current?.querySelector('input')?.select(), [form])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (check()) props.onEnter(draft.code.trim().toUpperCase())
  }
  return (
    <form ref={form} noValidate onSubmit={submit} className="flex flex-col gap-5">
      <Field label={t.code} hint={t.codeHint} error={mistakes.code && t[mistakes.code]}>
        {field => (
          <TextInput
            {...field}
            autoComplete="off"
            autoCapitalize="characters"
            enterKeyHint="go"
            spellCheck={false}
            maxLength={40}
            value={draft.code}
            onChange={event => setDraft({ code: event.target.value })}
            className="min-h-14 text-2xl tracking-widest uppercase"
          />
        )}
      </Field>
      <Button type="submit" variant="primary" className="min-h-14 px-7 text-lg sm:self-start">
        {props.submit}
      </Button>
    </form>
  )
}
