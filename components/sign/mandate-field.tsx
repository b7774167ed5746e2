'use client'
import { useId } from 'react'
import { Field, TextInput } from '#components/ui/field.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { REFERENCE_MAX } from '#lib/domain/signature.ts'
import { signMessages } from '#lib/i18n/sign.ts'
import { today } from './declaring.ts'
import type { Signatory } from './kept-signatory.ts'

const grounds = ['own', 'mandate', 'board'] as const

/** By what right somebody signs: by their function, or by a decision of a day. */
export function MandateField(props: {
  values: Signatory
  missing: readonly (keyof Signatory)[]
  onChange: (change: Partial<Signatory>) => void
}) {
  const t = useMessages(signMessages)
  const id = useId()
  const { values, missing, onChange } = props
  const error = missing.includes('ground')
  return (
    <>
      <fieldset aria-describedby={error ? id : undefined}>
        <legend className="mb-1 font-semibold">{t.ground}</legend>
        {error && (
          <p id={id} className="mb-1 font-semibold text-danger">
            {t.choose}
          </p>
        )}
        <div className="flex flex-col gap-2">
          {grounds.map(ground => (
            <label
              key={ground}
              className="flex min-h-11 cursor-pointer items-center gap-3 rounded-lg border border-muted bg-surface px-3 py-2 has-checked:border-primary has-checked:ring-2 has-checked:ring-primary"
            >
              <input
                type="radio"
                name={`${id}-ground`}
                checked={values.ground === ground}
                aria-invalid={error ? true : undefined}
                onChange={() => onChange({ ground })}
                className="size-5 shrink-0 accent-primary"
              />
              <span className="min-w-0">
                {t[`${ground}Ground`]}
                <span className="block text-sm text-muted">{t[`${ground}GroundHint`]}</span>
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      {values.ground !== '' && values.ground !== 'own' && (
        <div className="grid gap-4 sm:grid-cols-2">
          <Field
            label={t.groundDate}
            error={missing.includes('date') ? (values.date > today() ? t.dateToCome : t.required) : undefined}
          >
            {field => (
              <TextInput
                {...field}
                type="date"
                max={today()}
                value={values.date}
                onChange={event => onChange({ date: event.target.value })}
              />
            )}
          </Field>
          <Field label={t.reference}>
            {field => (
              <TextInput
                {...field}
                maxLength={REFERENCE_MAX}
                value={values.reference}
                onChange={event => onChange({ reference: event.target.value })}
              />
            )}
          </Field>
        </div>
      )}
    </>
  )
}
