import { expect, test } from 'vitest'
import { signsOf } from '#components/board/note/use-signs.ts'
import type { Reaction, ReactionKind } from '#lib/domain/reaction.ts'
import type { Reply } from '#lib/domain/reply.ts'

let made = 0
const entry = (note: string, author: string) => ({
  id: `entry-${++made}`,
  note,
  author,
  createdAt: made,
  deletedAt: null,
})
const reaction = (note: string, kind: ReactionKind, author: string): Reaction => ({
  ...entry(note, author),
  kind,
})
const reply = (note: string, author: string): Reply => ({ ...entry(note, author), text: 'ja', partner: null })

test('[Z2] a note counts its reactions and replies, and is drawn again only when something new was said of it', () => {
  const reactions = [reaction('one', 'vraag', 'anna'), reaction('two', 'herken-ik', 'me')]
  const replies = [reply('two', 'anna'), { ...reply('two', 'anna'), deletedAt: 9 }]
  const first = signsOf({ reactions, replies, cement: new Map([['c', 2]]) }, 'me', new Map())
  expect(first.get('one')?.reactions.vraag).toEqual({ count: 1, people: ['anna'], mine: false })
  expect(first.get('two')?.reactions['herken-ik'].mine).toBe(true)
  expect(first.get('two')?.replies).toBe(1)
  expect(first.get('c')).toMatchObject({ replies: 0, cement: 2 })
  expect(first.has('three')).toBe(false)

  const more = [...reactions, reaction('two', 'herken-ik', 'piet')]
  const second = signsOf({ reactions: more, replies, cement: new Map([['c', 2]]) }, 'me', first)
  expect(second.get('one')).toBe(first.get('one'))
  expect(second.get('two')?.reactions['herken-ik']).toEqual({ count: 2, people: ['me', 'piet'], mine: true })
})
