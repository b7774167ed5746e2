import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { LiveDocument } from '#server/sync/live-document.ts'

const typed = (): Uint8Array => {
  const doc = new Y.Doc()
  doc.getText('words').insert(0, 'a')
  return Y.encodeStateAsUpdate(doc)
}

test.each(['begun', 'read'])('a document that was %s holds on to nothing of what it did', how => {
  const live = new LiveDocument()
  if (how === 'read')
    live.read({ updates: [typed()], damaged: 0, owners: new Map(), frozen: null, last: 1, life: 0 })
  let left: readonly Y.Transaction[] | null = null
  // After what the document itself does with them.
  live.doc.on('afterAllTransactions', (_doc, transactions) => {
    left = transactions
  })
  expect(live.apply(typed())).toBe(true)
  expect(left).toEqual([])
})
