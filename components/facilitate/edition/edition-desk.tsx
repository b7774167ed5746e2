'use client'
import { useId, useState } from 'react'
import { useSessionView } from '#components/live/session.tsx'
import { Button } from '#components/ui/button.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { editionRefusal } from '#lib/domain/edition.ts'
import { editionMessages } from '#lib/i18n/edition.ts'
import { EditionBegun } from './edition-begun.tsx'
import { EditionForm } from './edition-form.tsx'

/** Beginning the next edition once nobody is expected to sign this one any more, and the way to it. */
export function EditionDesk() {
  const t = useMessages(editionMessages)
  const view = useSessionView()
  const [asking, setAsking] = useState(false)
  const id = useId()
  if (!view) return null
  const { statement, session, signatories, edition } = view
  const unanswered = signatories.filter(({ state }) => state === 'open').length
  if (editionRefusal({ statement, phase: session.phase, unanswered })) return null
  return (
    <section
      aria-labelledby={id}
      className="flex flex-col items-start gap-3 rounded-xl border border-line p-4"
    >
      <h2 id={id} className="text-xl font-bold">
        {t.title}
      </h2>
      {edition.next ? (
        <EditionBegun next={edition.next} />
      ) : (
        <>
          <p className="max-w-[65ch] text-muted">{t.explain}</p>
          <Button onClick={() => setAsking(true)}>{t.begin}</Button>
        </>
      )}
      {/* Stays when the edition is there: it then holds the link, which is shown once. */}
      {asking && <EditionForm view={view} onClose={() => setAsking(false)} />}
    </section>
  )
}
