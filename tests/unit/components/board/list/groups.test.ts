import { expect, test } from 'vitest'
import { groupNotes, inSight } from '#components/board/list/groups.ts'
import { rangeTo } from '#components/board/selection/drawn-notes.ts'
import type { Bouwsteen } from '#lib/domain/bouwsteen.ts'
import type { Line } from '#lib/domain/line.ts'
import type { Note } from '#lib/domain/note.ts'

const note = (id: string, bouwsteen: Bouwsteen, line: string | null, deletedAt: number | null = null) =>
  ({ id, bouwsteen, line, deletedAt, text: id }) as Note
const line = (id: string, deletedAt: number | null = null) => ({ id, title: id, deletedAt }) as Line

const notes = [
  note('een', 'waarde', 'huis'),
  note('twee', 'waarde', null),
  note('drie', 'opgave', 'huis'),
  note('vier', 'opgave', 'weg'),
  note('vijf', 'opgave', 'huis', 7),
]
const lines = [line('huis'), line('weg', 5), line('leeg')]
const all = () => true
const shape = (groups: ReturnType<typeof groupNotes>) =>
  groups
    .filter(group => group.count > 0)
    .map(({ key, sections }) => [
      key,
      sections.map(each => [each.key.split(' ')[1], each.notes.map(({ id }) => id)]),
    ])

test('[Y4] the list has all notes once, under bouwsteen and line, those in no line first', () => {
  expect(shape(groupNotes(notes, lines, 'bouwsteen', all))).toEqual([
    [
      'opgave',
      [
        ['none', ['vier']],
        ['huis', ['drie']],
      ],
    ],
    [
      'waarde',
      [
        ['none', ['twee']],
        ['huis', ['een']],
      ],
    ],
  ])
  expect(shape(groupNotes(notes, lines, 'line', all))).toEqual([
    [
      'none',
      [
        ['opgave', ['vier']],
        ['waarde', ['twee']],
      ],
    ],
    [
      'huis',
      [
        ['opgave', ['drie']],
        ['waarde', ['een']],
      ],
    ],
  ])
})

test('[Y4] what is empty keeps its heading, and what is filtered away is counted', () => {
  const byTile = groupNotes(notes, lines, 'bouwsteen', ({ id }) => id === 'een')
  expect(byTile.map(({ key, count, hidden }) => [key, count, hidden]).slice(0, 3)).toEqual([
    ['opgave', 0, 2],
    ['waarde', 1, 1],
    ['samen-doen', 0, 0],
  ])
  expect(groupNotes(notes, lines, 'line', all).map(({ key }) => key)).toEqual(['none', 'huis', 'leeg'])
})

test('[Y4] a range runs as the list does, from either end, and never over what is not in it', () => {
  const seen = inSight(groupNotes(notes, lines, 'bouwsteen', all))
  expect(seen.map(({ id }) => id)).toEqual(['vier', 'drie', 'twee', 'een'])
  expect(rangeTo(seen, 'drie', 'een')).toEqual(['drie', 'twee', 'een'])
  expect(rangeTo(seen, 'een', 'drie')).toEqual(['drie', 'twee', 'een'])
  expect(rangeTo(seen, 'vijf', 'een')).toEqual(['een'])
  expect(rangeTo(seen, null, 'een')).toEqual(['een'])
})
