'use client'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import { useMessages } from '#components/ui/language.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { standingOf } from '#lib/domain/standing.ts'
import { reopeningMessages } from '#lib/i18n/reopening.ts'
import type { SignView } from '#lib/protocol/requests.ts'

const Differences = dynamic(() => import('#components/statement/differences.tsx'), { ssr: false })

/** That this text takes the place of another, what the partner said about that, and what changed. */
export function Replacing({ view: { statement, signatory, replaces } }: { view: SignView }) {
  const t = useMessages(reopeningMessages)
  const [open, setOpen] = useState(false)
  if (!replaces) return null
  const { statement: former } = replaces
  const { state } = standingOf(signatory, replaces.signatures)
  return (
    <>
      <Notice kind="info" title={t.replaces(statement.version, former.version)}>
        {(state === 'signed' || state === 'declined') && <p>{t[state]}</p>}
      </Notice>
      <details
        className="rounded-xl border border-line p-4"
        onToggle={event => setOpen(event.currentTarget.open)}
      >
        <summary className="cursor-pointer font-semibold">{t.differences}</summary>
        {open && <Differences former={former.body} body={statement.body} language={statement.language} />}
      </details>
    </>
  )
}
