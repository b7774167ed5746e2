'use client'
import { type ChangeEvent, useRef, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { programmeFileSchema, type Step } from '#lib/domain/programme.ts'
import { leadProgrammeMessages } from '#lib/i18n/lead-programme.ts'

/** Keeps the programme as a file, for another kick-off or another installation, and takes one from a file. */
export function ProgrammeFile(props: {
  steps: readonly Step[]
  busy: boolean
  onTake: (steps: Step[]) => void
}) {
  const t = useMessages(leadProgrammeMessages)
  const input = useRef<HTMLInputElement>(null)
  const [wrong, setWrong] = useState(false)
  const take = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const text = (await target.files?.[0]?.text()) ?? ''
    // The same file may be chosen again.
    target.value = ''
    const steps = stepsIn(text)
    setWrong(steps === null)
    if (steps) props.onTake(steps)
  }
  return (
    <>
      <Button disabled={props.steps.length === 0} onClick={() => save(props.steps, t.fileName)}>
        {t.toFile}
      </Button>
      <Button disabled={props.busy} onClick={() => input.current?.click()}>
        {t.fromFile}
      </Button>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        aria-label={t.fromFile}
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

function save(steps: readonly Step[], name: string): void {
  const kept = steps.map(({ skipped, ...step }) => step)
  const file = programmeFileSchema.parse({ kind: 'mozaiekbord-programme', version: 1, steps: kept })
  const url = URL.createObjectURL(new Blob([JSON.stringify(file, null, 2)], { type: 'application/json' }))
  const link = Object.assign(document.createElement('a'), { href: url, download: `${name}.json` })
  link.click()
  URL.revokeObjectURL(url)
}

/** The steps in the text of such a file; null when it is none. */
function stepsIn(text: string): Step[] | null {
  try {
    const file = programmeFileSchema.safeParse(JSON.parse(text))
    return file.success ? file.data.steps.map(step => ({ ...step, skipped: false })) : null
  } catch {
    return null
  }
}
