import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { setDeleted, textOf } from '#lib/documents/board.ts'
import { addDeskNote } from '#lib/documents/desk.ts'
import { documentKey } from '#lib/documents/names.ts'
import { bouwstenen } from '#lib/domain/bouwsteen.ts'
import { deskSession, lead, session } from '#tests/harness/desk-session.ts'

const people = Array.from({ length: 8 }, (_, index) => `person-000${index}`)
const NOTES = 60

/** Every file of the database, as text in which each byte is one character. */
const files = (folder: string): string =>
  readdirSync(folder)
    .map(name => readFileSync(join(folder, name), 'latin1'))
    .join('\n')

it('[Q9] leaves nothing of a desk in the database or its files after the reveal, but what lies on the board', async () => {
  const room = await deskSession(people)
  await room.tell(lead, { type: 'openDesks', promise: 'anonymous' })
  for (const who of people)
    await room.write(who, doc => {
      for (let note = 0; note < NOTES; note++) {
        const id = `note-of-${who}-${note}`
        const bouwsteen = bouwstenen[note % bouwstenen.length] as (typeof bouwstenen)[number]
        addDeskNote(doc, { id, author: who, at: 1 }, { bouwsteen, order: note, text: `geheim ${note}` })
        textOf(doc, 'notes', id)?.insert(0, `weggegooid-${who} `)
        if (note % 2 === 0) setDeleted(doc, 'notes', id, 2)
        else textOf(doc, 'notes', id)?.delete(0, `weggegooid-${who} `.length)
      }
    })
  // Some desks have been put together into one state, as happens when a person is away for a minute.
  for (const who of people.slice(0, 4)) {
    const name = { session, document: documentKey('desk/1', who) }
    const { updates, last, life } = await room.store.loadDocument(name)
    await room.store.compactDocument(name, Y.mergeUpdates(updates), {
      life,
      last,
      updates: updates.length,
    })
  }
  // One update was damaged by the disk, and lies aside.
  const damaging = new DatabaseSync(join(room.folder, 'mozaiekbord.sqlite'))
  damaging.exec("UPDATE log SET crc = crc + 1 WHERE document LIKE 'desk/%/person-0007' AND seq = 5")
  damaging.close()
  await room.store.loadDocument({ session, document: documentKey('desk/1', 'person-0007') })
  expect(files(room.folder), 'the test looks in the right place').toContain('weggegooid-person-0003')

  await room.tell(lead, { type: 'revealDesks' })
  const left = files(room.folder)
  for (const who of people) {
    expect(left).not.toContain(`weggegooid-${who}`)
    expect(left).not.toContain(`note-of-${who}`)
    expect(left).not.toContain(`desk/1/${who}`)
  }
  expect(left).toContain('geheim 1')
  const db = new DatabaseSync(join(room.folder, 'mozaiekbord.sqlite'))
  for (const table of ['documents', 'log', 'clients', 'quarantine'])
    expect(db.prepare(`SELECT count(*) AS n FROM ${table} WHERE document LIKE 'desk%'`).get()).toEqual({
      n: 0,
    })
  expect(db.prepare('SELECT DISTINCT participant FROM log').all()).toEqual([{ participant: 'server' }])
  expect(db.prepare('SELECT DISTINCT participant FROM clients').all()).toEqual([{ participant: 'server' }])
  db.close()
  await room.stop()
})
