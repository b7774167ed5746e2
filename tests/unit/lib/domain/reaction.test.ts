import { expect, it } from 'vitest'
import { countReactions, type Reaction, standingReactions } from '#lib/domain/reaction.ts'

const reaction = (id: string, change: Partial<Reaction> = {}): Reaction => ({
  ...{ id, note: 'note-1', kind: 'vraag', author: 'anna', createdAt: 1, deletedAt: null },
  ...change,
})

it('[E7] one person’s same reaction to a note counts once, and not while it is taken back', () => {
  const reactions = [
    reaction('1'),
    reaction('2'),
    reaction('3', { kind: 'herken-ik' }),
    reaction('4', { author: 'bram' }),
    reaction('5', { author: 'cleo', deletedAt: 5 }),
    reaction('6', { note: 'note-2', author: 'bram' }),
  ]
  expect(standingReactions(reactions).map(({ id }) => id)).toEqual(['1', '3', '4', '6'])
  const counts = countReactions(reactions, 'bram')
  expect(counts.get('note-1')).toEqual({
    vraag: { count: 2, people: ['anna', 'bram'], mine: true },
    'herken-ik': { count: 1, people: ['anna'], mine: false },
    'mist-iets': { count: 0, people: [], mine: false },
  })
  expect(counts.get('note-2')?.vraag).toEqual({ count: 1, people: ['bram'], mine: true })
  expect(counts.has('note-3')).toBe(false)
})
