'use client'
import { useState } from 'react'
import { useRefusalText } from '#components/live/api.ts'
import { useCommand } from '#components/live/session.tsx'
import { Button } from '#components/ui/button.tsx'
import { Field, TextArea } from '#components/ui/field.tsx'
import { COMMENT_MAX } from '#lib/domain/comment.ts'
import type { Command } from '#lib/protocol/commands.ts'

/** A field to say something in; `make` gives the command for it, null when there is nothing to hang it on. */
export function Say(props: {
  label: string
  action: string
  make: (text: string) => Command | null
  onSaid?: () => void
}) {
  const command = useCommand()
  const refusal = useRefusalText()
  const [text, setText] = useState('')
  const [error, setError] = useState<string | null>(null)
  const say = async () => {
    const made = text.trim() === '' ? null : props.make(text.trim())
    if (!made) return
    const answer = await command(made)
    if (!answer.ok) return setError(refusal(answer.refusal.code))
    setText('')
    setError(null)
    props.onSaid?.()
  }
  return (
    <form
      className="flex flex-col items-start gap-2"
      onSubmit={event => {
        event.preventDefault()
        void say()
      }}
    >
      <div className="w-full">
        <Field label={props.label} error={error ?? undefined}>
          {field => (
            <TextArea
              {...field}
              rows={2}
              maxLength={COMMENT_MAX}
              value={text}
              onChange={event => setText(event.target.value)}
            />
          )}
        </Field>
      </div>
      {text.trim() !== '' && <Button type="submit">{props.action}</Button>}
    </form>
  )
}
