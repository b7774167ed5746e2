/** A client written by hand proposes changes of the statement in the name of somebody else. */
import { afterEach, beforeEach, expect, it } from 'vitest'
import * as Y from 'yjs'
import { readAmendments } from '#lib/documents/amendments.ts'
import { writeStatementBody } from '#lib/documents/statement.ts'
import type { Block } from '#lib/domain/statement.ts'
import { RawClient } from './raw-client.ts'
import { startRooms, until } from './socket-room.ts'

const [anna, bram] = ['person-anna', 'person-bram']
let server: Awaited<ReturnType<typeof startRooms>>
/** Bram's own page, and Anna's hand-written one. */
let his: Awaited<ReturnType<typeof server.join>>
let hers: RawClient

const passage = (doc: Y.Doc, at = 0) =>
  (doc.getXmlFragment('body').get(at) as Y.XmlElement).get(0) as Y.XmlText
const proposed = () => readAmendments(his.doc)
const bramAdds = { by: bram, added: ' niet', removed: '' }

beforeEach(async () => {
  server = await startRooms()
  server.state.phase = 'statement'
  his = await server.join(bram, 'statement')
  const words = (text: string): Block => ({
    ...{ type: 'paragraph', roots: '' },
    content: [{ type: 'text', text, marks: [] }],
  })
  writeStatementBody(his.doc, [words('Wij betalen.'), words('Wij gaan.')])
  passage(his.doc).insert(11, ' niet', { added: { by: bram } })
  hers = await RawClient.connect(`${server.base}/statement?who=${anna}`)
  hers.answer(new Uint8Array([0, 0]))
  hers.ask()
  await until(() => {
    const doc = new Y.Doc()
    for (const update of hers.shown) Y.applyUpdate(doc, update)
    return readAmendments(doc).length === 1
  })
})
afterEach(() => server.stop())

/** What Anna's client sends of an act on the text as it stands with Bram. */
function edit(act: (doc: Y.Doc) => void): Uint8Array {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(his.doc))
  const before = Y.encodeStateVector(doc)
  doc.transact(() => act(doc))
  return Y.encodeStateAsUpdate(doc, before)
}

const fakes: [string, (doc: Y.Doc) => void][] = [
  ['words', doc => passage(doc, 1).insert(8, ' nooit', { added: { by: bram } })],
  ['taking words away', doc => passage(doc, 1).format(0, 3, { removed: { by: bram } })],
  ['more words within theirs', doc => passage(doc).insert(13, 'XX', { added: { by: bram } })],
  ['other words for theirs', doc => passage(doc).delete(12, 2)],
  ['theirs once more elsewhere', doc => passage(doc, 1).insert(8, ' niet', { added: { by: bram } })],
  ['the words behind theirs', doc => passage(doc).format(16, 1, { added: { by: bram } })],
  [
    'for somebody who is not here',
    doc => passage(doc, 1).format(0, 3, { removed: { by: 'person-niemand' } }),
  ],
]
it.each(fakes)('[C21] %s in another’s name is refused whole', async (_, act) => {
  hers.update(edit(act))
  await until(() => hers.refusals.length > 0)
  expect(hers.refusals).toEqual(['not-the-sender'])
  expect(proposed()).toEqual([bramAdds])
})

it('[C21] what another proposes is carried elsewhere, goes whole, and comes back; one proposes in one’s own name beside it', async () => {
  const carry = (doc: Y.Doc) => {
    passage(doc).delete(11, 5)
    passage(doc, 1).insert(8, ' niet', { added: { by: bram } })
  }
  hers.update(edit(carry))
  await until(() => passage(his.doc).length === 12)
  expect(proposed()).toEqual([bramAdds])
  hers.update(edit(doc => passage(doc, 1).delete(8, 5)))
  await until(() => proposed().length === 0)
  hers.update(edit(doc => passage(doc, 1).insert(8, ' niet', { added: { by: bram } })))
  await until(() => proposed().length === 1)
  hers.update(edit(doc => passage(doc).format(0, 3, { removed: { by: anna } })))
  await until(() => proposed().length === 2)
  expect(proposed()).toEqual([{ by: anna, added: '', removed: 'Wij' }, bramAdds])
  hers.update(edit(doc => passage(doc, 1).format(8, 5, { added: null })))
  await until(() => proposed().length === 1)
  expect(hers.refusals).toEqual([])
})
