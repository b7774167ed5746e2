'use client'
import { useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Field, Select } from '#components/ui/field.tsx'
import { useMessages } from '#components/ui/language.tsx'
import type { Partner } from '#lib/domain/partner.ts'
import { countingMessages } from '#lib/i18n/counting.ts'

/** Stands for who speak for themselves, where an id of a partner is asked. */
export const NOBODY = ''

/** Whose hands are counted now: a partner's, or of who speak for themselves. */
export function WhoseHands({
  partners,
  onCount,
}: {
  partners: readonly Partner[]
  onCount: (whose: string) => void
}) {
  const t = useMessages(countingMessages)
  const [whose, setWhose] = useState(partners[0]?.id ?? NOBODY)
  return (
    <div className="flex flex-wrap items-end gap-3">
      <div className="min-w-48 flex-1">
        <Field label={t.whose}>
          {field => (
            <Select {...field} value={whose} onChange={event => setWhose(event.target.value)}>
              {partners.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
              <option value={NOBODY}>{t.ofNobody}</option>
            </Select>
          )}
        </Field>
      </div>
      <Button onClick={() => onCount(whose)}>{t.count}</Button>
    </div>
  )
}
