import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { amendedPieces } from '#lib/documents/amendments.ts'
import { writeStatementBody } from '#lib/documents/statement.ts'
import type { Block } from '#lib/domain/statement.ts'
import { inspect } from '#server/sync/inspect.ts'
import { altersOthers } from '#server/sync/others-proposals.ts'

const [anna, bram] = ['person-anna', 'person-bram']
const PASSAGES = 4
const texts = ['Wij betalen samen.', 'Wij gaan.', 'Wij bouwen.', 'Wij blijven.']

const passage = (doc: Y.Doc, at: number) =>
  (doc.getXmlFragment('body').get(at % PASSAGES) as Y.XmlElement).get(0) as Y.XmlText

const act = fc.record({
  ...{ do: fc.constantFrom('write', 'erase', 'add', 'remove', 'clear'), by: fc.constantFrom(anna, bram) },
  ...{ in: fc.nat(PASSAGES - 1), at: fc.nat(40), length: fc.integer({ min: 1, max: 6 }) },
  words: fc.constantFrom(' niet', ' en', 'x'),
})
type Act = typeof act extends fc.Arbitrary<infer T> ? T : never

function carryOut(doc: Y.Doc, { by, length, words, ...done }: Act): void {
  const text = passage(doc, done.in)
  const at = done.at % (text.length + 1)
  const reach = Math.min(length, text.length - at)
  if (done.do === 'write') text.insert(at, words, { added: null, removed: null })
  if (done.do === 'add') text.insert(at, words, { added: { by } })
  if (reach === 0) return
  if (done.do === 'erase') text.delete(at, reach)
  if (done.do === 'remove') text.format(at, reach, { removed: { by } })
  if (done.do === 'clear') text.format(at, reach, { added: null, removed: null })
}

/** How often each proposal of others than Anna stands in all of the text. */
function ofOthers(doc: Y.Doc): Map<string, number> {
  const found = new Map<string, number>()
  for (const { piece } of amendedPieces(doc))
    if (piece.by !== anna) found.set(JSON.stringify(piece), (found.get(JSON.stringify(piece)) ?? 0) + 1)
  return found
}

test('[C25] whoever changes what, it is judged as by a reading of the whole text before and after', () => {
  const seen = new Set<boolean>()
  const property = fc.property(
    fc.array(act, { maxLength: 6 }),
    fc.array(act, { minLength: 1, maxLength: 3 }),
    (before, tried) => {
      const doc = new Y.Doc()
      const blocks = texts.map(
        (text): Block => ({ type: 'paragraph', roots: '', content: [{ type: 'text', text, marks: [] }] }),
      )
      writeStatementBody(doc, blocks)
      for (const each of before) carryOut(doc, each)
      const hers = new Y.Doc()
      Y.applyUpdate(hers, Y.encodeStateAsUpdate(doc))
      hers.transact(() => {
        for (const each of tried) carryOut(hers, each)
      })
      const inspected = inspect(doc, Y.encodeStateAsUpdate(hers, Y.encodeStateVector(doc)))
      if (!inspected.ok) return
      const stood = ofOthers(doc)
      const expected = [...ofOthers(hers)].some(([piece, times]) => times > (stood.get(piece) ?? 0))
      expect(altersOthers(doc, inspected.value, anna, () => hers)).toBe(expected)
      seen.add(expected)
    },
  )
  fc.assert(property, { numRuns: 500 })
  expect(seen.size, 'both were judged').toBe(2)
})
