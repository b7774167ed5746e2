'use client'
import { useState } from 'react'
import { useRefusalText } from '#components/live/api.ts'
import { useSessionView } from '#components/live/session.tsx'
import { useSnapshot } from '#components/live/snapshot.ts'
import { Button } from '#components/ui/button.tsx'
import { useMessages } from '#components/ui/language.tsx'
import type { SectionText, StatementSection } from '#lib/domain/section.ts'
import { passageDifferences } from '#lib/domain/statement-difference.ts'
import { consentMessages } from '#lib/i18n/consent.ts'
import { DifferentPassages } from '../different-sections.tsx'

/** Unfolds what became of a section since the text with this hash. */
export function ChangedSince({ hash, section }: { hash: string; section: StatementSection }) {
  const t = useMessages(consentMessages)
  const [open, setOpen] = useState(false)
  return (
    <div className="mt-2 flex flex-col items-start gap-3">
      <Button aria-expanded={open} onClick={() => setOpen(!open)}>
        {open ? t.hideChange : t.showChange}
      </Button>
      {open && <Difference hash={hash} section={section} />}
    </div>
  )
}

function Difference({ hash, section: { text } }: { hash: string; section: StatementSection }) {
  const t = useMessages(consentMessages)
  const refusal = useRefusalText()
  const language = useSessionView()?.session.language ?? 'nl'
  const former = useSnapshot<SectionText>(hash)
  if (former === null) return <p className="text-muted">{t.loading}</p>
  if (!former.ok) return <p role="alert">{refusal(former.refusal.code)}</p>
  const whole = ({ title, passages }: SectionText) => [title, ...passages]
  return (
    <DifferentPassages passages={passageDifferences(whole(former.value), whole(text))} language={language} />
  )
}
