'use client'
import { type FormEvent, useId, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { Field, TextInput } from '#components/ui/field.tsx'
import { useFormCheck } from '#components/ui/form-check.ts'
import { useMessages } from '#components/ui/language.tsx'
import type { Mistakes } from '#components/ui/mistakes.ts'
import { Notice } from '#components/ui/notice.tsx'
import type { Step } from '#lib/domain/programme.ts'
import { templateMessages } from '#lib/i18n/templates.ts'
import { keepTemplate, TEMPLATE_NAME_MAX } from './kept-templates.ts'

const mistakesIn = ({ name }: { name: string }): Mistakes<'nameMissing'> =>
  name.trim() === '' ? { name: 'nameMissing' } : {}

/** Asks under which name these steps are kept on this device. */
export function KeepTemplate(props: {
  steps: readonly Step[]
  name: string
  onKept: () => void
  onClose: () => void
}) {
  const t = useMessages(templateMessages)
  const id = useId()
  const [draft, setDraft] = useState({ name: props.name.slice(0, TEMPLATE_NAME_MAX) })
  const { form, mistakes, check } = useFormCheck(draft, mistakesIn)
  const [failed, setFailed] = useState(false)
  const keep = (event: FormEvent) => {
    event.preventDefault()
    if (!check()) return
    const steps = props.steps.map(step => ({ ...step, skipped: false }))
    if (keepTemplate({ name: draft.name.trim(), steps })) props.onKept()
    else setFailed(true)
  }
  return (
    <Dialog
      open
      onClose={props.onClose}
      title={t.keepTitle}
      actions={
        <>
          <Button type="submit" form={id} variant="primary">
            {t.keep}
          </Button>
          <Button onClick={props.onClose}>{t.cancel}</Button>
        </>
      }
    >
      <form id={id} ref={form} noValidate onSubmit={keep} className="flex flex-col gap-3">
        <Field label={t.name} hint={t.keepHint} error={mistakes.name && t[mistakes.name]}>
          {field => (
            <TextInput
              {...field}
              data-focus-first
              autoComplete="off"
              maxLength={TEMPLATE_NAME_MAX}
              value={draft.name}
              onChange={event => setDraft({ name: event.target.value })}
            />
          )}
        </Field>
        {failed && <Notice kind="error">{t.notKept}</Notice>}
      </form>
    </Dialog>
  )
}
