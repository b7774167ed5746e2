'use client'
import { useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Field, TextInput } from '#components/ui/field.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { legible } from '#lib/domain/legible.ts'
import { PARTICIPANT_NAME_MAX } from '#lib/domain/participant.ts'
import { type Named, namedSchema } from '#lib/domain/signatory.ts'
import { FUNCTION_MAX } from '#lib/domain/signature.ts'
import { signatoryDeskMessages } from '#lib/i18n/signatory-desk.ts'

/** Who signs for a partner, with a function and an address if those are known. `onSave` tells whether it was kept. */
export function NamedForm(props: {
  named: Named | null
  title: string
  action: string
  busy: boolean
  onSave: (named: Named) => Promise<boolean>
}) {
  const t = useMessages(signatoryDeskMessages)
  const [values, setValues] = useState(props.named ?? { name: '', function: '', email: '' })
  const [tried, setTried] = useState(false)
  const [saved, setSaved] = useState(false)
  const given = { ...values, email: values.email.trim() }
  const mail = namedSchema.shape.email.safeParse(given.email).success
  const change = (part: Partial<typeof values>) => {
    setValues({ ...values, ...part })
    setSaved(false)
  }
  const save = async () => {
    setTried(true)
    if (legible(given.name) === '' || !mail) return
    if (await props.onSave(given)) setSaved(true)
  }
  return (
    <form
      noValidate
      className="flex flex-col gap-4"
      onSubmit={event => {
        event.preventDefault()
        void save()
      }}
    >
      <div>
        <h3 className="text-lg font-bold">{props.title}</h3>
        <p className="text-muted">{t.whoHint}</p>
      </div>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t.name} error={tried && legible(given.name) === '' ? t.nameMissing : undefined}>
          {field => (
            <TextInput
              {...field}
              maxLength={PARTICIPANT_NAME_MAX}
              value={values.name}
              onChange={event => change({ name: event.target.value })}
            />
          )}
        </Field>
        <Field label={t.function}>
          {field => (
            <TextInput
              {...field}
              maxLength={FUNCTION_MAX}
              value={values.function}
              onChange={event => change({ function: event.target.value })}
            />
          )}
        </Field>
        <Field label={t.email} error={tried && !mail ? t.emailWrong : undefined}>
          {field => (
            <TextInput
              {...field}
              type="email"
              value={values.email}
              onChange={event => change({ email: event.target.value })}
            />
          )}
        </Field>
      </div>
      <div className="flex items-center gap-3">
        <Button type="submit" disabled={props.busy}>
          {props.action}
        </Button>
        <span role="status">{saved ? t.saved : ''}</span>
      </div>
    </form>
  )
}
