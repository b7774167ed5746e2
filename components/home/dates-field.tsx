'use client'
import { Button } from '#components/ui/button.tsx'
import { Field, TextInput } from '#components/ui/field.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { homeMessages } from '#lib/i18n/home.ts'
import { DATES_MAX } from './draft.ts'

/** The day after a date (YYYY-MM-DD); empty after an empty one. */
function dayAfter(date: string): string {
  const at = Date.parse(date)
  return Number.isNaN(at) ? '' : new Date(at + 24 * 60 * 60 * 1000).toISOString().slice(0, 10)
}

/** The days that the kick-off takes. `said` gives what is wrong at a path. */
export function DatesField(props: {
  dates: string[]
  said: (path: string) => string | undefined
  onChange: (dates: string[]) => void
}) {
  const t = useMessages(homeMessages)
  const { dates, said, onChange } = props
  return (
    <fieldset>
      <legend className="mb-2 text-xl font-bold">{t.dates}</legend>
      <div className="flex flex-wrap items-end gap-4">
        {dates.map((date, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a day is known by its place
          <div key={at} className="flex items-end gap-1">
            <Field label={t.date(at + 1)} error={said(`dates.${at}`)}>
              {field => (
                <TextInput
                  {...field}
                  type="date"
                  value={date}
                  onChange={event => onChange(dates.with(at, event.target.value))}
                  className="w-44"
                />
              )}
            </Field>
            {dates.length > 1 && (
              <Button
                variant="quiet"
                aria-label={t.removeDate(at + 1)}
                onClick={() => onChange(dates.toSpliced(at, 1))}
                className="px-2 font-normal"
              >
                {t.remove}
              </Button>
            )}
          </div>
        ))}
        {dates.length < DATES_MAX && (
          <Button onClick={() => onChange([...dates, dayAfter(dates.at(-1) ?? '')])}>{t.addDate}</Button>
        )}
      </div>
    </fieldset>
  )
}
