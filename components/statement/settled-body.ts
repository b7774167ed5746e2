'use client'
import { useEffect, useState } from 'react'
import { useDoc } from '#components/live/session.tsx'
import { readStatementBody } from '#lib/documents/statement.ts'
import type { Block } from '#lib/domain/statement.ts'

/** How long after an edit the text is read again, in ms: it is compared as a whole, which is too much for each key. */
const REST = 1000

/** The statement as it reads now, or did a moment ago while people write in it; null before it came. */
export function useSettledBody(): Block[] | null {
  const doc = useDoc()
  const [body, setBody] = useState<Block[] | null>(null)
  useEffect(() => {
    if (!doc) return setBody(null)
    let timer: ReturnType<typeof setTimeout> | null = null
    const read = () => {
      timer = null
      setBody(readStatementBody(doc))
    }
    const later = () => {
      timer ??= setTimeout(read, REST)
    }
    read()
    doc.on('update', later)
    return () => {
      doc.off('update', later)
      if (timer !== null) clearTimeout(timer)
    }
  }, [doc])
  return body
}
