'use client'
import { useEffect } from 'react'
import { type DocumentPath, documentPath } from '#lib/documents/names.ts'
import { useLive } from './live-context.ts'
import { isOpenHere, openDocument } from './open-document.ts'
import type { Person } from './tabs.ts'
import { useEditsElsewhere } from './use-unsent.ts'

/** How long a tab that has the document open is left to send it, in ms. */
const OTHERS_FIRST = 2000

/** Sends what lies on this device in documents that this page doesn't have open. */
export function useCourier(): void {
  const { session, shown, connection } = useLive()
  const id = shown?.view.me.id
  const live = connection.state === 'live'
  const documents = [...new Set(useEditsElsewhere().map(({ key }) => String(key[2])))].sort().join(' ')
  useEffect(() => {
    if (!live || !id || documents === '') return
    let stop: (() => void)[] = []
    const timer = setTimeout(() => {
      stop = documents.split(' ').flatMap(name => {
        const document = documentPath(name)
        return document && !isOpenHere({ session, id }, document) ? [deliver({ session, id }, document)] : []
      })
    }, OTHERS_FIRST)
    return () => {
      clearTimeout(timer)
      for (const each of stop) each()
    }
  }, [session, id, live, documents])
}

/** Opens a document until nothing of it waits, or the server refuses it. Gives the way to stop earlier. */
function deliver(person: Person, document: DocumentPath): () => void {
  const nothing = () => {}
  const opened = openDocument(person, document, {
    hear: nothing,
    state: state => {
      if (state === 'live' && opened.pending.count === 0) opened.close()
    },
    ready: nothing,
    replaced: () => opened.close(),
    sentAway: () => opened.close(),
    shut: nothing,
  })
  opened.pending.subscribe(() => {
    if (opened.pending.count === 0) opened.close()
  })
  opened.connect()
  return () => opened.close()
}
