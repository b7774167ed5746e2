'use client'
import { useState } from 'react'
import { useBoard } from '#components/live/board.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { Field, TextInput } from '#components/ui/field.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { LINE_TITLE_MAX } from '#lib/domain/line.ts'
import { listMessages } from '#lib/i18n/list.ts'
import { wordsOf } from '../search/filter.ts'

type Chosen = { line: string | null } | { title: string }

/** Chooses a line for some notes: by a tap, or by the first letters of its name and Enter; a new name makes one. */
export function LineDialog(props: {
  count: number
  open: boolean
  onChoose: (chosen: Chosen) => void
  onClose: () => void
}) {
  const t = useMessages(listMessages)
  return (
    <Dialog open={props.open} onClose={props.onClose} title={t.lineTitle(props.count)}>
      <Choice onChoose={props.onChoose} />
    </Dialog>
  )
}

function Choice({ onChoose }: { onChoose: (chosen: Chosen) => void }) {
  const t = useMessages(listMessages)
  const lines = useBoard().lines.filter(line => line.deletedAt === null)
  const [text, setText] = useState('')
  const title = text.trim()
  const words = wordsOf(title)
  const found = lines.filter(line => {
    const own = wordsOf(line.title).join(' ')
    return words.every(word => own.includes(word))
  })
  const isNew = title !== '' && !lines.some(line => line.title.trim() === title)
  const choices: { key: string; label: string; chosen: Chosen }[] = [
    ...found.map(line => ({ key: line.id, label: line.title, chosen: { line: line.id } })),
    ...(isNew ? [{ key: 'new', label: t.makeLine(title), chosen: { title } }] : []),
    ...(title === '' ? [{ key: 'none', label: t.noLine, chosen: { line: null } }] : []),
  ]
  return (
    <form
      className="flex flex-col gap-3"
      onSubmit={event => {
        event.preventDefault()
        if (title !== '' && choices[0]) onChoose(choices[0].chosen)
      }}
    >
      <Field label={t.lineSearch} hint={title === '' ? undefined : t.lineEnter}>
        {field => (
          <TextInput
            {...field}
            autoFocus
            autoComplete="off"
            value={text}
            maxLength={LINE_TITLE_MAX}
            onChange={event => setText(event.target.value)}
          />
        )}
      </Field>
      <ul className="flex max-h-[45dvh] flex-col gap-1 overflow-y-auto p-1">
        {choices.map(({ key, label, chosen }, index) => (
          <li key={key}>
            <button
              type="button"
              onClick={() => onChoose(chosen)}
              className={`min-h-11 w-full rounded-lg border px-3 py-2 text-left break-words hover:bg-surface ${title !== '' && index === 0 ? 'border-ink font-semibold' : 'border-line'}`}
            >
              {label}
            </button>
          </li>
        ))}
      </ul>
    </form>
  )
}
