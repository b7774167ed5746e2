'use client'
import { useEffect, useRef } from 'react'
import { type Failure, useRefusalText } from '#components/live/api.ts'
import { Button } from '#components/ui/button.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { joinMessages } from '#lib/i18n/join.ts'
import { CodeField } from './code-form.tsx'

/** The refusals that have a page of their own, and the texts on it. */
const pages = {
  'wrong-code': { title: 'wrongTitle', text: 'wrongText' },
  'invalid-request': { title: 'wrongTitle', text: 'wrongText' },
  'session-expired': { title: 'expiredTitle', text: 'expiredText' },
  'session-full': { title: 'fullTitle', text: 'fullText' },
  removed: { title: 'removedTitle', text: 'removedText' },
  offline: { title: 'notAnswered', text: 'offline' },
} as const
const isPaged = (code: string): code is keyof typeof pages => code in pages

/** Why one isn't in, and what to do about it. */
export function RefusedEntry(props: {
  code: string
  reason: Failure['code']
  onEnter: (code: string) => void
  onOther: () => void
}) {
  const t = useMessages(joinMessages)
  const refusalText = useRefusalText()
  const heading = useRef<HTMLHeadingElement>(null)
  const { reason, code } = props
  const unknown = reason === 'wrong-code' || reason === 'invalid-request'
  useEffect(() => {
    // Read out first; a code field that follows is one step further.
    heading.current?.focus()
  }, [])
  const page = isPaged(reason) ? pages[reason] : null
  return (
    <div className="flex flex-col gap-6">
      <div>
        <h1 ref={heading} tabIndex={-1} className="text-3xl font-bold outline-none">
          {page ? t[page.title] : t.failedTitle}
        </h1>
        <p className="mt-3 text-lg">{page ? t[page.text] : refusalText(reason)}</p>
      </div>
      {unknown ? (
        <CodeField code={code} submit={t.retry} onEnter={props.onEnter} />
      ) : (
        <div className="flex flex-wrap gap-3">
          <Button variant="primary" onClick={() => props.onEnter(code)} className="min-h-14 px-7 text-lg">
            {t.retry}
          </Button>
          <Button onClick={props.onOther} className="min-h-14">
            {t.otherCode}
          </Button>
        </div>
      )}
    </div>
  )
}
