'use client'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Field, TextInput } from '#components/ui/field.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { joinMessages } from '#lib/i18n/join.ts'

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
  const [typed, setTyped] = useState(props.code)
  const [missing, setMissing] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => input.current?.select(), [])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const code = typed.trim().toUpperCase()
    setMissing(code === '')
    if (code) props.onEnter(code)
    else input.current?.focus()
  }
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-5">
      <Field label={t.code} hint={t.codeHint} error={missing ? t.codeMissing : undefined}>
        {field => (
          <TextInput
            {...field}
            ref={input}
            autoComplete="off"
            autoCapitalize="characters"
            enterKeyHint="go"
            spellCheck={false}
            maxLength={40}
            value={typed}
            onChange={event => {
              setTyped(event.target.value)
              setMissing(false)
            }}
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
