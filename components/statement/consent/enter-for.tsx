'use client'
import { Field, Select } from '#components/ui/field.tsx'
import { useMessages } from '#components/ui/language.tsx'
import type { Partner } from '#lib/domain/partner.ts'
import { consentMessages } from '#lib/i18n/consent.ts'

/** Choosing for which partner without a device one writes down its answers; nothing where there is none. */
export function EnterFor(props: {
  partners: readonly Partner[]
  chosen: string | null
  onChoose: (partner: string) => void
}) {
  const t = useMessages(consentMessages)
  const { partners, chosen, onChoose } = props
  const name = partners.find(({ id }) => id === chosen)?.name
  if (partners.length === 0) return null
  return (
    <div className="flex max-w-[68ch] flex-col gap-2 rounded-xl border border-line p-4">
      <Field label={t.enterFor} hint={t.enterForHint}>
        {field => (
          <Select {...field} value={chosen ?? ''} onChange={event => onChoose(event.target.value)}>
            <option value="">{t.nobody}</option>
            {partners.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <p role="status" className="font-semibold">
        {name === undefined ? '' : t.enteringFor(name)}
      </p>
    </div>
  )
}
