'use client'
import { useEffect, useRef } from 'react'
import { useSession } from '#components/live/session.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { facilitateMessages } from '#lib/i18n/facilitate.ts'

/** The way to the statement. Right after the freeze, when the button that was pressed is gone, it takes the focus. */
export function ToStatement() {
  const t = useMessages(facilitateMessages)
  const session = useSession()
  const link = useRef<HTMLAnchorElement>(null)
  useEffect(() => {
    // Later, when the question has closed and gave its focus to nothing; who has another field in hand keeps it.
    const timer = setTimeout(() => {
      if (document.activeElement === document.body) link.current?.focus()
    }, 0)
    return () => clearTimeout(timer)
  }, [])
  return (
    <ButtonLink ref={link} href={`/${session}/statement`} variant="primary">
      {t.toStatement}
    </ButtonLink>
  )
}
