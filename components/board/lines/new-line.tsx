'use client'
import { useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Field, TextInput } from '#components/ui/field.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { LINE_TITLE_MAX } from '#lib/domain/line.ts'
import { lineMessages } from '#lib/i18n/lines.ts'

/** Begins a line, with the notes that are ticked in it. */
export function NewLine({ ticked, onMake }: { ticked: number; onMake: (title: string) => void }) {
  const t = useMessages(lineMessages)
  const [title, setTitle] = useState('')
  return (
    <form
      className="flex flex-col gap-2"
      onSubmit={event => {
        event.preventDefault()
        if (title.trim() === '') return
        onMake(title.trim())
        setTitle('')
      }}
    >
      <Field label={t.newLine}>
        {field => (
          <TextInput
            {...field}
            data-new-line
            autoComplete="off"
            placeholder={t.newLineHint}
            value={title}
            maxLength={LINE_TITLE_MAX}
            onChange={event => setTitle(event.target.value)}
          />
        )}
      </Field>
      <Button type="submit" variant="primary">
        {ticked > 0 ? t.makeWith(ticked) : t.make}
      </Button>
    </form>
  )
}
