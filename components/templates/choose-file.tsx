'use client'
import { type ChangeEvent, useRef, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { Notice } from '#components/ui/notice.tsx'
import type { Step } from '#lib/domain/programme.ts'
import { templateMessages } from '#lib/i18n/templates.ts'

/** Takes a programme from a file; `name`: that of the file, without its ending. */
export function ChooseFile(props: {
  label: string
  busy?: boolean
  onTake: (steps: Step[], name: string) => void
}) {
  const t = useMessages(templateMessages)
  const input = useRef<HTMLInputElement>(null)
  const [wrong, setWrong] = useState(false)
  const take = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const file = target.files?.[0]
    const text = (await file?.text()) ?? ''
    // The same file may be chosen again.
    target.value = ''
    // What judges it is heavy, and few come here.
    const { stepsIn } = await import('./programme-file.ts')
    const steps = stepsIn(text)
    setWrong(steps === null)
    if (steps) props.onTake(steps, file?.name.replace(/\.json$/, '') ?? '')
  }
  return (
    <>
      <Button disabled={props.busy ?? false} onClick={() => input.current?.click()}>
        {props.label}
      </Button>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        aria-label={props.label}
        onChange={event => void take(event)}
        className="hidden"
      />
      {wrong && (
        <div className="w-full">
          <Notice kind="error">{t.wrongFile}</Notice>
        </div>
      )}
    </>
  )
}
