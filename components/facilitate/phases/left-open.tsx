'use client'
import { useEffect, useMemo, useState } from 'react'
import { LiveDocument, useDoc, useSession } from '#components/live/session.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { readStatementBody } from '#lib/documents/statement.ts'
import { type OpenSection, sectionsLeftOpen } from '#lib/domain/left-open.ts'
import { facilitateMessages } from '#lib/i18n/facilitate.ts'
import { OpenAmendments } from './open-amendments.tsx'
import { OpenConsents } from './open-consents.tsx'

/** What is still open in the statement as it reads now: what was to be filled in, with the way there, and who has yet to agree. */
export function LeftOpen() {
  return (
    <LiveDocument document="statement">
      <Named />
      <OpenAmendments />
      <OpenConsents />
    </LiveDocument>
  )
}

function Named() {
  const t = useMessages(facilitateMessages)
  const session = useSession()
  const open = useLeftOpen()
  if (open.length === 0) return null
  return (
    <div className="mt-3">
      <Notice kind="info">
        <p>{t.leftOpen(open.length)}</p>
        <ul className="my-1 list-disc pl-5">
          {open.map(({ id, title }) => (
            <li key={id}>
              <a href={`/${session}/statement#${id}`} className="inline-flex min-h-11 items-center">
                {title || t.beforeSections}
              </a>
            </li>
          ))}
        </ul>
        <p>{t.leftOpenText}</p>
      </Notice>
    </div>
  )
}

function useLeftOpen(): OpenSection[] {
  const doc = useDoc()
  const [edits, setEdits] = useState(0)
  useEffect(() => {
    if (!doc) return
    const edited = () => setEdits(now => now + 1)
    doc.on('update', edited)
    return () => doc.off('update', edited)
  }, [doc])
  // biome-ignore lint/correctness/useExhaustiveDependencies: read again after each edit
  return useMemo(() => (doc ? sectionsLeftOpen(readStatementBody(doc)) : []), [doc, edits])
}
