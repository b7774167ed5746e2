'use client'
import { useId } from 'react'
import { Field, Select } from '#components/ui/field.tsx'
import { useMessages } from '#components/ui/language.tsx'
import type { Partner } from '#lib/domain/partner.ts'
import { joinMessages } from '#lib/i18n/join.ts'

/** Stands for nobody's partner in the choice; no partner's id is this short. */
export const MYSELF = 'self'
/** More choices than this are a list to scroll in, not a page to scroll past. */
const SEEN_AT_ONCE = 8

/** On whose behalf one takes part. Empty: not chosen yet. */
export function PartnerChoice(props: {
  partners: readonly Partner[]
  chosen: string
  error: string | undefined
  onChoose: (partner: string) => void
}) {
  const t = useMessages(joinMessages)
  const { partners, chosen, error, onChoose } = props
  if (partners.length <= SEEN_AT_ONCE) return <Radios {...props} />
  return (
    <Field label={t.forWhom} error={error} labelClass="text-lg">
      {field => (
        <Select
          {...field}
          value={chosen}
          onChange={event => onChoose(event.target.value)}
          className="min-h-14 text-lg"
        >
          <option value="" disabled>
            {t.choose}
          </option>
          {partners.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
          <option value={MYSELF}>{t.myself}</option>
        </Select>
      )}
    </Field>
  )
}

function Radios(props: Parameters<typeof PartnerChoice>[0]) {
  const t = useMessages(joinMessages)
  const id = useId()
  const { partners, chosen, error, onChoose } = props
  const choices = [...partners, { id: MYSELF, name: t.myself, kind: '' }]
  return (
    <fieldset aria-describedby={error ? id : undefined}>
      <legend className="mb-1 text-lg font-semibold">{t.forWhom}</legend>
      {error && (
        <p id={id} className="mb-1 font-semibold text-danger">
          {error}
        </p>
      )}
      <div className="flex flex-col gap-2">
        {choices.map(({ id: value, name, kind }) => (
          <label
            key={value}
            className="flex min-h-14 cursor-pointer items-center gap-3 rounded-lg border border-muted bg-surface px-4 py-2 has-checked:border-primary has-checked:ring-2 has-checked:ring-primary"
          >
            <input
              type="radio"
              name={`${id}-partner`}
              value={value}
              checked={chosen === value}
              aria-invalid={error ? true : undefined}
              onChange={() => onChoose(value)}
              className="size-5 shrink-0 scroll-mb-32 accent-primary"
            />
            <span className="min-w-0 wrap-anywhere">
              {name}
              {kind && <span className="block text-sm text-muted">{kind}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
