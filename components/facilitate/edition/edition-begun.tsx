'use client'
import { useState } from 'react'
import { useRefusalText } from '#components/live/api.ts'
import { useSessionView } from '#components/live/session.tsx'
import { Button, ButtonLink } from '#components/ui/button.tsx'
import { useLanguage, useMessages } from '#components/ui/language.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { editionMessages } from '#lib/i18n/edition.ts'
import type { SessionView } from '#lib/protocol/session-view.ts'
import { type Opened, useBeginEdition } from './begin-edition.ts'
import { EditionLink } from './edition-link.tsx'

type Next = NonNullable<SessionView['edition']['next']>

/** The edition that has begun, and the way to it. As long as nothing was done there, a lost link can be made anew. */
export function EditionBegun({ next }: { next: Next }) {
  const t = useMessages(editionMessages)
  const language = useLanguage()
  const view = useSessionView()
  const refusal = useRefusalText()
  const begin = useBeginEdition()
  const [opened, setOpened] = useState<Opened | null>(null)
  const [error, setError] = useState<string | null>(null)
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' })
  const dates = next.dates.map(date => day.format(new Date(date))).join(', ')
  const renew = async () => {
    const { title } = next
    // The edition is there: of what is asked, its link alone is looked at.
    const answer = await begin({ title, dates: next.dates, partners: [] })
    if (answer.ok) return setOpened(answer.value)
    const { code } = answer.refusal
    setError(code === 'wrong-secret' ? t.taken : refusal(code))
  }
  if (!view) return null
  return (
    <>
      <p>{t.begun(next.title, dates)}</p>
      {opened ? (
        <EditionLink opened={opened} />
      ) : (
        <>
          <p className="text-muted">{t.begunLead}</p>
          {error && <Notice kind="error">{error}</Notice>}
          <div className="flex flex-wrap gap-3">
            <ButtonLink href={`/${next.session}/facilitate`}>{t.toEdition}</ButtonLink>
            <Button variant="quiet" onClick={() => void renew()}>
              {t.newLink}
            </Button>
          </div>
        </>
      )}
    </>
  )
}
