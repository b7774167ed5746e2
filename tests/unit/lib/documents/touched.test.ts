import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { addLine, addNote, moveNote, setDeleted, textOf, writeText } from '#lib/documents/board.ts'
import { statementRoot } from '#lib/documents/names.ts'
import { type Touch, touched } from '#lib/documents/touched.ts'

const made = (id: string) => ({ id, author: 'person-1', partner: null, at: 1 })

function edits() {
  const doc = new Y.Doc()
  const touches: Touch[][] = []
  doc.on('afterTransaction', transaction => {
    if (transaction.changed.size > 0) touches.push(touched(transaction))
  })
  return { doc, last: () => touches.at(-1) }
}

it('names the entry that an edit made, with its text', () => {
  const { doc, last } = edits()
  addNote(doc, made('note-0001'), { bouwsteen: 'opgave', order: 1, text: 'Mensen wachten' })
  expect(last()).toEqual([
    { root: 'notes', id: 'note-0001', made: true, typed: true, text: 'Mensen wachten' },
  ])
})

it('tells typing from moving, and gives the whole text after either', () => {
  const { doc, last } = edits()
  addNote(doc, made('note-0001'), { bouwsteen: 'opgave', order: 1, text: 'Mensen' })
  const text = textOf(doc, 'notes', 'note-0001')
  if (text) writeText(text, 'Mensen wachten')
  expect(last()).toEqual([
    { root: 'notes', id: 'note-0001', made: false, typed: true, text: 'Mensen wachten' },
  ])
  moveNote(doc, 'note-0001', { bouwsteen: 'waarde', order: 2 })
  expect(last()).toMatchObject([{ id: 'note-0001', typed: false, text: 'Mensen wachten' }])
  setDeleted(doc, 'notes', 'note-0001', 5)
  expect(last()).toMatchObject([{ id: 'note-0001', made: false, typed: false }])
})

it('names each entry once, however many of its fields changed', () => {
  const { doc, last } = edits()
  doc.transact(() => {
    addLine(doc, made('line-0001'), { title: 'Samen', order: 1 })
    addNote(doc, made('note-0001'), { bouwsteen: 'opgave', order: 1, text: 'Een' })
    moveNote(doc, 'note-0001', { bouwsteen: 'waarde', order: 2 })
  })
  expect(
    last()
      ?.map(({ root, id }) => `${root}/${id}`)
      .sort(),
  ).toEqual(['lines/line-0001', 'notes/note-0001'])
})

it('names the block of running text, new or typed in', () => {
  const { doc, last } = edits()
  const body = doc.getXmlFragment(statementRoot)
  const [paragraph, text] = [new Y.XmlElement('paragraph'), new Y.XmlText()]
  text.insert(0, 'Wij bouwen')
  paragraph.insert(0, [text])
  body.insert(0, [paragraph])
  expect(last()).toMatchObject([{ root: statementRoot, made: true, typed: true, text: 'Wij bouwen' }])
  const block = last()?.[0]?.id
  text.insert(10, ' samen', { bold: true })
  expect(last()).toEqual([
    { root: statementRoot, id: block, made: false, typed: true, text: 'Wij bouwen samen' },
  ])
  body.delete(0, 1)
  expect(last()).toEqual([])
})
