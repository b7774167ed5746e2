import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { setDeleted } from '#lib/documents/board.ts'
import { addDeskNote, readDesk } from '#lib/documents/desk.ts'
import { documentKey } from '#lib/documents/names.ts'
import { contents } from '#server/sync/contents.ts'
import { deskSession, lead, MOMENT, PARTNER, session } from '#tests/harness/desk-session.ts'

const [anna, bram, cees, dirk] = ['person-anna', 'person-bram', 'person-cees', 'person-dirk'] as const

let room: Awaited<ReturnType<typeof deskSession>>
beforeEach(async () => {
  room = await deskSession([anna, bram, cees, dirk])
})
afterEach(() => room.stop())

const writes = (who: string, id: string, text: string, round = 1) =>
  room.write(
    who,
    doc => addDeskNote(doc, { id, author: who, at: 5 }, { bouwsteen: 'waarde', order: 1, text }),
    round,
  )
const open = (promise: 'named' | 'anonymous') => room.tell(lead, { type: 'openDesks', promise })

describe('desks', () => {
  it('[Q2] the promise may become more while people write, never less', async () => {
    expect(await room.tell(anna, { type: 'openDesks', promise: 'named' })).toBe('role-forbids')
    expect(await open('named')).toBeNull()
    await writes(anna, 'note-0001', 'Een huis')
    await room.tell(lead, { type: 'allowLayOut', allowed: true })
    expect(await open('anonymous')).toBeNull()
    expect((await room.view(anna)).session.desks).toEqual({ round: 1, promise: 'anonymous', layOut: false })
    expect(await open('named')).toBe('promise-stands')
    expect(await room.tell(lead, { type: 'allowLayOut', allowed: true })).toBe('lay-out-waits')
    await room.tell(lead, { type: 'revealDesks' })
    expect((await room.board()).notes).toMatchObject([{ author: null, partner: null }])
  })

  it('[Q7] people lay out their own notes once they may, by name alone, and those leave their desk', async () => {
    await open('named')
    await writes(anna, 'note-0001', 'Een huis')
    await writes(anna, 'note-0002', 'Een tuin')
    await writes(bram, 'note-0003', 'Van Bram')
    const layOut = (who: string, notes: string[], round = 1) =>
      room.tell(who, { type: 'layOut', round, notes })
    expect(await layOut(anna, ['note-0001'])).toBe('lay-out-waits')
    await room.tell(lead, { type: 'allowLayOut', allowed: true })
    expect(await layOut(lead, ['note-0001'])).toBe('role-forbids')
    expect(await layOut(anna, ['note-0003']), 'nobody else’s').toBe('not-found')
    expect(await layOut(anna, ['note-0001'], 2)).toBe('desk-closed')
    expect(await layOut(anna, ['note-0001'])).toBeNull()
    expect(await layOut(anna, ['note-0001']), 'once').toBe('not-found')
    expect((await room.board()).notes).toMatchObject([{ text: 'Een huis', author: anna, partner: PARTNER }])
    const desk = await room.store.loadDocument({ session, document: documentKey('desk/1', anna) })
    expect(contents.readDesk(desk.updates).map(({ text }) => text)).toEqual(['Een tuin'])
    await room.tell(lead, { type: 'revealDesks' })
    const texts = (await room.board()).notes.map(({ text }) => text)
    expect(texts.sort()).toEqual(['Een huis', 'Een tuin', 'Van Bram'])
  })

  it('[Q10] how many people wrote is told to the facilitator alone, from three on', async () => {
    await open('anonymous')
    for (const [index, who] of [anna, bram, cees].entries()) {
      expect((await room.view(lead)).deskWriters).toBeNull()
      await writes(who, `note-000${index}`, 'x')
      await writes(who, `note-100${index}`, 'y')
    }
    expect((await room.view(lead)).deskWriters).toBe(3)
    expect((await room.view(anna)).deskWriters).toBeNull()
    await room.tell(lead, { type: 'revealDesks' })
    expect((await room.view(lead)).deskWriters).toBeNull()
  })

  it('[Q8] a desk takes nothing after it was cleared, also when desks are opened again', async () => {
    await open('named')
    await writes(anna, 'note-0001', 'Een huis')
    await room.tell(lead, { type: 'revealDesks' })
    await expect(writes(anna, 'note-0002', 'te laat')).rejects.toThrow('cleared')
    await open('anonymous')
    expect((await room.view(anna)).session.desks?.round).toBe(2)
    await expect(writes(anna, 'note-0002', 'te laat')).rejects.toThrow('cleared')
    await writes(anna, 'note-0003', 'op tijd', 2)
    expect((await room.board()).notes).toHaveLength(1)
  })

  it('stay closed in other phases, and must be emptied before the next one', async () => {
    await room.tell(lead, { type: 'movePhase', to: 'order' })
    expect(await open('named')).toBe('phase-forbids')
    await room.tell(lead, { type: 'movePhase', to: 'collect' })
    await open('named')
    expect(await room.tell(lead, { type: 'movePhase', to: 'order' })).toBe('desks-in-use')
    expect(await room.tell(anna, { type: 'revealDesks' })).toBe('role-forbids')
    expect(await room.tell(lead, { type: 'revealDesks' })).toBeNull()
    expect(await room.tell(lead, { type: 'revealDesks' }), 'a second click').toBeNull()
    expect(await room.tell(lead, { type: 'movePhase', to: 'order' })).toBeNull()
  })

  it('are laid down behind what lies there, as of the moment of the reveal, without what was binned', async () => {
    await open('named')
    await writes(anna, 'note-0001', 'eerste')
    await room.write(anna, doc => {
      addDeskNote(
        doc,
        { id: 'note-0002', author: anna, at: 5 },
        { bouwsteen: 'waarde', order: 2, text: 'weg' },
      )
      setDeleted(doc, 'notes', 'note-0002', 6)
    })
    await room.tell(lead, { type: 'revealDesks' })
    await open('named')
    await writes(bram, 'note-0001', 'tweede', 2)
    await room.tell(lead, { type: 'revealDesks' })
    const { notes } = await room.board()
    expect(notes).toMatchObject([
      { text: 'eerste', order: 1, createdAt: MOMENT },
      { text: 'tweede', order: 2, createdAt: MOMENT },
    ])
    expect(notes.map(({ id }) => id)).not.toContain('note-0001')
  })

  it('can be read by their typed view', async () => {
    await open('named')
    await room.write(anna, doc => {
      addDeskNote(doc, { id: 'note-0001', author: anna, at: 5 }, { bouwsteen: 'opgave', order: 2, text: 'b' })
      addDeskNote(doc, { id: 'note-0002', author: anna, at: 5 }, { bouwsteen: 'opgave', order: 1, text: 'a' })
      expect(readDesk(doc).map(({ text }) => text)).toEqual(['a', 'b'])
    })
  })
})
