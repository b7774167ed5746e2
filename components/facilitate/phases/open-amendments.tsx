'use client'
import { useEffect, useState } from 'react'
import { useDoc, useSessionView } from '#components/live/session.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { readAmendments } from '#lib/documents/amendments.ts'
import type { Amendment } from '#lib/domain/amendment.ts'
import { amendmentMessages } from '#lib/i18n/amendments.ts'

/** Which proposed changes nobody took over or turned down, before the text is fixed without them. */
export function OpenAmendments() {
  const t = useMessages(amendmentMessages)
  const roster = useSessionView()?.roster ?? []
  const open = useAmendments()
  if (open.length === 0) return null
  const told = ({ by, added, removed }: Amendment) => {
    const name = roster.find(({ id }) => id === by)?.name ?? t.somebody
    if (removed === '') return t.adds(name, added)
    return added === '' ? t.removes(name, removed) : t.replaces(name, removed, added)
  }
  return (
    <div className="mt-3">
      <Notice kind="info">
        <p>{t.left(open.length)}</p>
        <ul className="my-1 list-disc pl-5 break-words">
          {open.map((each, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two may say the same, and all are read anew together
            <li key={at}>{told(each)}</li>
          ))}
        </ul>
        <p>{t.leftText}</p>
      </Notice>
    </div>
  )
}

function useAmendments(): Amendment[] {
  const doc = useDoc()
  const [open, setOpen] = useState<Amendment[]>([])
  useEffect(() => {
    if (!doc) return
    const read = () => setOpen(readAmendments(doc))
    read()
    doc.on('update', read)
    return () => doc.off('update', read)
  }, [doc])
  return open
}
