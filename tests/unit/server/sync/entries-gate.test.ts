import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import {
  addBreakthrough,
  addCement,
  addLine,
  addNote,
  addReply,
  addResult,
  changeLine,
  giveLead,
  moveNote,
  openAbout,
  readBoard,
  setDeleted,
  textOf,
  toggleReaction,
} from '#lib/documents/board.ts'
import { boardLayout, type TextRoot } from '#lib/documents/layout.ts'
import type { Actor } from '#lib/domain/permissions.ts'
import { anna, bram, edit, gateRoom, lead, made } from '#tests/harness/gate-room.ts'

const observer: Actor = { id: 'person-obse', role: 'observer', partner: null, mayOrder: false }
const orders: Actor = { id: 'person-cleo', role: 'participant', partner: null, mayOrder: true }

/** Two notes of Anna's, on opgave and waarde, and what she said of the first. */
function withNotes() {
  const room = gateRoom()
  for (const [id, bouwsteen] of [
    ['note-0001', 'opgave'],
    ['note-0002', 'waarde'],
  ] as const)
    expect(
      room.try(anna, doc => addNote(doc, made(anna, id), { bouwsteen, order: 1, text: 'hallo' })),
    ).toBeNull()
  return room
}
const draw = (actor: Actor, from = 'note-0001', to = 'note-0002', id = 'cement-01') => {
  return (doc: Y.Doc) => addCement(doc, made(actor, id), { from, to, text: 'hoort bij elkaar' })
}
const answer = (actor: Actor, note = 'note-0001', id = 'reply-001') => {
  return (doc: Y.Doc) => addReply(doc, made(actor, id), { note, text: 'en ook dit' })
}

describe('[E1] cement', () => {
  it('is drawn by everybody but an observer, while collecting and ordering', () => {
    for (const phase of ['collect', 'order'] as const) {
      const room = withNotes()
      room.state.stage = phase
      expect(room.try(observer, draw(observer))).toBe('role-forbids')
      expect(room.try(bram, draw(bram))).toBeNull()
      expect(room.try(anna, doc => textOf(doc, 'cement', 'cement-01')?.insert(0, 'dit '))).toBeNull()
      expect(readBoard(room.doc).cement[0]).toMatchObject({ text: 'dit hoort bij elkaar', author: bram.id })
    }
    const room = withNotes()
    room.state.stage = 'decide'
    expect(room.try(bram, draw(bram))).toBe('phase-forbids')
  })

  it('holds notes that are there, or come in the same update', () => {
    const room = withNotes()
    expect(room.try(bram, draw(bram, 'note-0001', 'note-0009'))).toBe('unknown-note')
    expect(
      room.try(bram, doc => {
        addNote(doc, made(bram, 'note-0003'), { bouwsteen: 'binding', order: 1, text: '' })
        draw(bram, 'note-0001', 'note-0003')(doc)
      }),
    ).toBeNull()
  })

  it('holds notes of two bouwstenen', () => {
    const room = withNotes()
    room.try(bram, doc => addNote(doc, made(bram, 'note-0003'), { bouwsteen: 'opgave', order: 1, text: '' }))
    expect(room.try(bram, draw(bram, 'note-0001', 'note-0003'))).toBe('one-tile')
    expect(room.try(bram, draw(bram, 'note-0001', 'note-0001'))).toBe('one-tile')
    expect(
      room.try(bram, doc => {
        addNote(doc, made(bram, 'note-0004'), { bouwsteen: 'opgave', order: 1, text: '' })
        draw(bram, 'note-0001', 'note-0004')(doc)
      }),
    ).toBe('one-tile')
  })

  it('that was drawn offline passes when a note was moved meanwhile, also after the board was stored and read', () => {
    const room = withNotes()
    const away = room.client()
    const drawn = edit(away, () => draw(bram)(away))
    const typed = edit(away, () => textOf(away, 'notes', 'note-0001')?.insert(0, 'nog '))
    expect(room.try(anna, doc => moveNote(doc, 'note-0002', { bouwsteen: 'opgave', order: 2 }))).toBeNull()
    const stored = gateRoom()
    Y.applyUpdate(stored.doc, Y.encodeStateAsUpdate(room.doc))
    expect(stored.offer(Y.mergeUpdates([drawn, typed]), bram)).toBeNull()
    expect(readBoard(stored.doc).cement).toHaveLength(1)
  })

  it('never changes what it holds', () => {
    const room = withNotes()
    room.try(bram, draw(bram))
    for (const field of ['from', 'to'])
      expect(
        room.try(bram, doc => {
          const cement = doc.getMap<Y.Map<unknown>>('cement').get('cement-01')
          cement?.set(field, 'note-0001')
        }),
      ).toBe('fixed-field')
  })

  it('goes to the bin by who drew it, leads or may order', () => {
    const bin = (doc: Y.Doc) => setDeleted(doc, 'cement', 'cement-01', 5)
    for (const [actor, refusal] of [
      [anna, 'not-yours'],
      [bram, null],
      [lead, null],
      [orders, null],
      [observer, 'role-forbids'],
    ] as const) {
      const room = withNotes()
      room.try(bram, draw(bram))
      expect(room.try(actor, bin)).toBe(refusal)
    }
  })
})

describe('[E2] a reply', () => {
  it('answers a note that is there', () => {
    const room = withNotes()
    expect(room.try(bram, answer(bram, 'note-0009'))).toBe('unknown-note')
    expect(room.try(bram, answer(bram))).toBeNull()
    expect(readBoard(room.doc).replies).toMatchObject([{ note: 'note-0001', author: bram.id }])
    expect(room.try(observer, answer(observer, 'note-0001', 'reply-002'))).toBe('role-forbids')
  })

  it('is changed by who wrote it alone, and put in the bin by them or who leads', () => {
    const type = (doc: Y.Doc) => textOf(doc, 'replies', 'reply-001')?.insert(0, 'x')
    const bin = (doc: Y.Doc) => setDeleted(doc, 'replies', 'reply-001', 5)
    for (const [actor, typed, binned] of [
      [bram, null, null],
      [anna, 'not-yours', 'not-yours'],
      [lead, 'not-yours', null],
    ] as const) {
      const room = withNotes()
      room.try(bram, answer(bram))
      expect(room.try(actor, type)).toBe(typed)
      expect(room.try(actor, bin)).toBe(binned)
    }
  })
})

describe('[E3] a reaction', () => {
  const react = (actor: Actor, id = 'react-001') => {
    return (doc: Y.Doc) => toggleReaction(doc, made(actor, id), { note: 'note-0001', kind: 'vraag' })
  }
  it('is given, taken back and given again by one person, and by nobody else', () => {
    const room = withNotes()
    expect(room.try(bram, react(bram))).toBeNull()
    expect(room.try(anna, doc => setDeleted(doc, 'reactions', 'react-001', 5))).toBe('not-yours')
    expect(room.try(bram, react(bram, 'react-002'))).toBeNull()
    expect(readBoard(room.doc).reactions).toMatchObject([{ id: 'react-001', deletedAt: 1000 }])
    expect(room.try(bram, react(bram, 'react-002'))).toBeNull()
    expect(readBoard(room.doc).reactions).toMatchObject([{ id: 'react-001', deletedAt: null }])
    expect(room.try(observer, react(observer, 'react-003'))).toBe('role-forbids')
  })
  it('has one of three kinds', () => {
    const room = withNotes()
    const other = (doc: Y.Doc) =>
      toggleReaction(doc, made(bram, 'react-001'), { note: 'note-0001', kind: 'duim' as never })
    expect(room.try(bram, other)).toBe('wrong-value')
  })
})

describe('[E4] a line', () => {
  it('has a colour and a text that who may order changes', () => {
    const room = withNotes()
    const line = (doc: Y.Doc) =>
      addLine(doc, made(orders, 'line-0001'), { title: 'Wonen', order: 1, about: 'eerst', colour: 'teal' })
    expect(room.try(orders, line)).toBeNull()
    expect(room.try(lead, doc => changeLine(doc, 'line-0001', { colour: 'pink' }))).toBeNull()
    expect(room.try(orders, doc => textOf(doc, 'lines', 'line-0001', 'about')?.insert(5, ' dit'))).toBeNull()
    expect(readBoard(room.doc).lines).toMatchObject([{ colour: 'pink', about: 'eerst dit' }])
    expect(room.try(bram, doc => changeLine(doc, 'line-0001', { colour: 'red' }))).toBe('role-forbids')
    expect(room.try(lead, doc => changeLine(doc, 'line-0001', { colour: 'mauve' as never }))).toBe(
      'wrong-value',
    )
  })

  it('of before it had them reads grey and without words, and is given a text once', () => {
    const room = withNotes()
    const old = (doc: Y.Doc) => {
      const values = { order: 1, author: lead.id, createdAt: 1, deletedAt: null }
      const line = new Y.Map<unknown>(Object.entries(values))
      line.set('title', new Y.Text('Wonen'))
      doc.getMap('lines').set('line-0001', line)
    }
    expect(room.try(lead, old)).toBeNull()
    expect(readBoard(room.doc).lines).toMatchObject([{ title: 'Wonen', colour: 'grey', about: '' }])
    expect(room.try(bram, doc => openAbout(doc, 'line-0001'))).toBe('role-forbids')
    const write = (doc: Y.Doc) => {
      openAbout(doc, 'line-0001')
      textOf(doc, 'lines', 'line-0001', 'about')?.insert(0, 'kort')
    }
    expect(room.try(orders, write)).toBeNull()
    expect(room.try(orders, write)).toBeNull()
    expect(readBoard(room.doc).lines[0]?.about).toBe('kortkort')
    const replace = (doc: Y.Doc) =>
      doc.getMap<Y.Map<unknown>>('lines').get('line-0001')?.set('about', new Y.Text('weg'))
    expect(room.try(orders, replace)).toBe('fixed-field')
    const remove = (doc: Y.Doc) => doc.getMap<Y.Map<unknown>>('lines').get('line-0001')?.delete('about')
    expect(room.try(orders, remove)).toBe('fixed-field')
    expect(
      room.try(lead, doc => doc.getMap<Y.Map<unknown>>('lines').get('line-0001')?.set('title', new Y.Text())),
    ).toBe('fixed-field')
  })

  it('takes a new note at once from who may order alone', () => {
    const room = withNotes()
    room.try(lead, doc => addLine(doc, made(lead, 'line-0001'), { title: 'Wonen', order: 1 }))
    const note = (actor: Actor, id: string) => (doc: Y.Doc) =>
      addNote(doc, made(actor, id), { bouwsteen: 'opgave', order: 1, text: '', line: 'line-0001' })
    expect(room.try(bram, note(bram, 'note-0003'))).toBe('role-forbids')
    expect(room.try(orders, note(orders, 'note-0003'))).toBeNull()
  })
})

describe('[U45] what holds a partner back, and the first results', () => {
  const begin = (doc: Y.Doc) => {
    addBreakthrough(doc, made(bram, 'breakthrough-1'), { of: 'partner-1' })
    addResult(doc, made(bram, 'result-001'), { order: 1 })
  }
  const write = (doc: Y.Doc) => {
    textOf(doc, 'breakthroughs', 'breakthrough-1', 'contribution')?.insert(0, 'Wij betalen door')
    textOf(doc, 'results', 'result-001', 'when')?.insert(0, 'vóór 1 juni')
    giveLead(doc, 'result-001', 'partner-1')
  }

  it.each(['collect', 'desks', 'order', 'decide', 'vote'] as const)('are written by all in %s', stage => {
    const room = gateRoom(stage)
    expect(room.try(observer, begin)).toBe('role-forbids')
    expect(room.try(bram, begin)).toBeNull()
    expect(room.try(anna, write)).toBeNull()
    const { breakthroughs, results } = readBoard(room.doc)
    expect(breakthroughs).toMatchObject([{ of: 'partner-1', obstacle: '', contribution: 'Wij betalen door' }])
    expect(results).toMatchObject([{ what: '', when: 'vóór 1 juni', lead: 'partner-1', author: bram.id }])
  })

  it.each(['statement', 'sign', 'closed'] as const)('are not in %s', stage => {
    expect(gateRoom(stage).try(bram, begin)).toBe('phase-forbids')
  })

  it('are made in one’s own name, stay of the partner they are of, and go to the bin by who made them or leads', () => {
    const room = gateRoom()
    expect(room.try(anna, begin)).toBe('not-the-sender')
    expect(room.try(bram, begin)).toBeNull()
    const of = (doc: Y.Doc) =>
      doc.getMap<Y.Map<unknown>>('breakthroughs').get('breakthrough-1')?.set('of', 'partner-2')
    expect(room.try(lead, of)).toBe('fixed-field')
    for (const [root, id] of [
      ['breakthroughs', 'breakthrough-1'],
      ['results', 'result-001'],
    ] as const) {
      expect(room.try(anna, doc => setDeleted(doc, root, id, 5))).toBe('not-yours')
      expect(room.try(bram, doc => setDeleted(doc, root, id, 5))).toBeNull()
      expect(room.try(lead, doc => setDeleted(doc, root, id, null))).toBeNull()
    }
  })
})

describe('[E5] every text and every root has its limit, from the layout', () => {
  function filled() {
    const room = withNotes()
    room.try(lead, doc => {
      addLine(doc, made(lead, 'lines-001'), { title: '', order: 1 })
      addCement(doc, made(lead, 'cement-001'), { from: 'note-0001', to: 'note-0002', text: '' })
      addReply(doc, made(lead, 'replies-001'), { note: 'note-0001', text: '' })
      addBreakthrough(doc, made(lead, 'breakthroughs-001'), { of: 'partner-one' })
      addResult(doc, made(lead, 'results-001'), { order: 1 })
      addNote(doc, made(lead, 'notes-001'), { bouwsteen: 'opgave', order: 1, text: '' })
    })
    return room
  }
  const texts = [
    ['notes', 'text', 2000],
    ['lines', 'title', 120],
    ['lines', 'about', 400],
    ['cement', 'text', 300],
    ['replies', 'text', 300],
    ['breakthroughs', 'obstacle', 600],
    ['breakthroughs', 'contribution', 600],
    ['results', 'what', 400],
    ['results', 'when', 120],
  ] as const
  it.each(texts)('%s.%s takes %i characters and not one more', (root: TextRoot, field, max) => {
    const room = filled()
    const grow = (by: number) => (doc: Y.Doc) =>
      textOf(doc, root, `${root}-001`, field)?.insert(0, 'x'.repeat(by))
    expect(room.try(lead, grow(max + 1))).toBe('text-too-long')
    expect(room.try(lead, grow(max))).toBeNull()
    expect(room.try(lead, grow(1))).toBe('text-too-long')
  })

  it.each(['cement', 'replies', 'reactions'] as const)('%s has a most for each person', root => {
    const room = filled()
    const fill = (doc: Y.Doc, count: number) => {
      const from = room.doc.getMap(root).size
      for (let index = from; index < from + count; index++) {
        const one = made(bram, `entry-${10_000 + index}`)
        if (root === 'cement') addCement(doc, one, { from: 'note-0001', to: 'note-0002', text: '' })
        if (root === 'replies') addReply(doc, one, { note: 'note-0001', text: '' })
        if (root === 'reactions') {
          const entry = { note: 'note-0001', kind: 'vraag', author: bram.id, createdAt: 1, deletedAt: null }
          doc.getMap(root).set(one.id, new Y.Map(Object.entries(entry)))
        }
      }
    }
    const { most } = boardLayout[root]
    for (let left = most; left > 0; left -= 200)
      expect(room.try(bram, doc => doc.transact(() => fill(doc, Math.min(200, left))))).toBeNull()
    expect(room.try(bram, doc => fill(doc, 1))).toBe('too-many-entries')
  })
})
