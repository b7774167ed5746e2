'use client'
import { type ReactNode, useEffect, useState } from 'react'
import { LiveDocument, useDoc } from '#components/live/session.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { readStatementBody } from '#lib/documents/statement.ts'
import { passagesFrom } from '#lib/domain/passages.ts'
import type { Block } from '#lib/domain/statement.ts'
import { ownNotesMessages } from '#lib/i18n/own-notes.ts'

/** Opens the statement beside the board for what is drawn with its text, as it reads now; null until that came. */
export function WithStatement({ children }: { children: (body: Block[] | null) => ReactNode }) {
  return (
    <LiveDocument document="statement">
      <Read>{children}</Read>
    </LiveDocument>
  )
}

function Read({ children }: { children: (body: Block[] | null) => ReactNode }) {
  const doc = useDoc()
  const [body, setBody] = useState<Block[] | null>(null)
  useEffect(() => {
    if (!doc) return
    const read = () => setBody(readStatementBody(doc))
    read()
    doc.on('update', read)
    return () => doc.off('update', read)
  }, [doc])
  return children(body)
}

/** The passages of the statement that come from a note. */
export function Sentences({ body, note }: { body: readonly Block[]; note: string }) {
  const t = useMessages(ownNotesMessages)
  const found = passagesFrom(body, note)
  if (found.length === 0) return <p className="text-sm text-muted">{t.noSentence}</p>
  return (
    <>
      <p className="text-sm font-semibold">{t.sentences}</p>
      {found.map(passage => (
        <blockquote key={passage} className="border-l-4 border-line pl-3 font-serif break-words">
          {passage}
        </blockquote>
      ))}
    </>
  )
}
