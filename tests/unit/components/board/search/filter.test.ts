import { expect, test } from 'vitest'
import {
  type Filter,
  formatFilter,
  isFiltering,
  matcher,
  noFilter,
  parseFilter,
  rangesOf,
  wordsOf,
} from '#components/board/search/filter.ts'
import type { Line } from '#lib/domain/line.ts'
import type { Note } from '#lib/domain/note.ts'
import type { Reaction, ReactionKind } from '#lib/domain/reaction.ts'

const note = (some: Partial<Note>): Note => ({
  id: 'notenote',
  bouwsteen: 'waarde',
  order: 1,
  text: '',
  author: 'annaanna',
  partner: 'partner1',
  line: null,
  createdAt: 0,
  deletedAt: null,
  ...some,
})
const line = (id: string, deletedAt: number | null): Line => ({
  id,
  title: id,
  about: '',
  colour: 'grey',
  order: 1,
  author: 'annaanna',
  createdAt: 0,
  deletedAt,
})
const lines = [line('lineopen', null), line('linegone', 5)]
const reaction = (note: string, kind: ReactionKind, deletedAt: number | null = null): Reaction => ({
  id: `${note}-${kind}`,
  note,
  kind,
  author: 'pietpiet',
  createdAt: 0,
  deletedAt,
})
const reactions = [reaction('notenote', 'vraag'), reaction('takenback', 'vraag', 9)]
const finds = (filter: Partial<Filter>, some: Partial<Note>) =>
  matcher({ ...noFilter, ...filter }, { lines, reactions }, 'annaanna')(note(some))

test('[Y2] all words must occur, whatever their accents, capitals or apostrophes', () => {
  const text = 'Eén bed vrij, zei Carlo’s buur'
  for (const found of ['een', 'EEN bed', "carlo's", 'buur zei', '  '])
    expect(finds({ text: found }, { text }), found).toBe(true)
  for (const not of ['twee', 'een twee', 'bedden']) expect(finds({ text: not }, { text }), not).toBe(false)
})

test('[Y2] partner, person and line each narrow it down', () => {
  expect(finds({ partner: 'partner1' }, {})).toBe(true)
  expect(finds({ partner: 'partner2' }, {})).toBe(false)
  expect(finds({ partner: 'none' }, { partner: null })).toBe(true)
  expect(finds({ person: 'me' }, {})).toBe(true)
  expect(finds({ person: 'me' }, { author: 'pietpiet' })).toBe(false)
  expect(finds({ person: 'pietpiet' }, { author: 'pietpiet' })).toBe(true)
  expect(finds({ line: 'lineopen' }, { line: 'lineopen' })).toBe(true)
  expect(finds({ line: 'none' }, { line: 'lineopen' })).toBe(false)
  expect(finds({ line: 'none' }, {})).toBe(true)
  expect(finds({ line: 'none' }, { line: 'linegone' }), 'a line in the bin holds nothing').toBe(true)
  expect(finds({ text: 'bed', person: 'me' }, { text: 'bed', author: 'pietpiet' })).toBe(false)
})

test('[Y2] the table is the one at which its writer sat when it was written', () => {
  const tables = {
    tables: [],
    rounds: 2,
    seats: { annaanna: [1, 0] },
    round: 1,
    began: [
      { round: 0, at: 100 },
      { round: 1, at: 200 },
    ],
  }
  const at = (table: string, some: Partial<Note>) =>
    matcher({ ...noFilter, table }, { lines, reactions, tables }, 'annaanna')(note(some))
  expect([at('2', { createdAt: 150 }), at('1', { createdAt: 150 })]).toEqual([true, false])
  expect([at('1', { createdAt: 200 }), at('2', { createdAt: 200 })]).toEqual([true, false])
  for (const some of [{ createdAt: 50 }, { author: 'pietpiet' }, { author: null }])
    expect(at('2', { createdAt: 150, ...some })).toBe(false)
})

test('[Y2] a reaction that stands is found, one that was taken back is none', () => {
  expect(finds({ reaction: 'vraag' }, {})).toBe(true)
  expect(finds({ reaction: 'mist-iets' }, {})).toBe(false)
  expect(finds({ reaction: 'none' }, {})).toBe(false)
  expect(finds({ reaction: 'vraag' }, { id: 'takenback' })).toBe(false)
  expect(finds({ reaction: 'none' }, { id: 'takenback' })).toBe(true)
})

test('[Y2] an address keeps the filter, and what is no filter does not become one', () => {
  const filter: Filter = {
    text: 'een bed',
    partner: 'none',
    person: 'me',
    table: '12',
    line: 'lineopen',
    reaction: 'mist-iets',
  }
  expect(parseFilter(new URLSearchParams(formatFilter(filter)))).toEqual(filter)
  expect(formatFilter(noFilter)).toEqual({})
  expect(parseFilter(new URLSearchParams('partner=x&person=<b>&table=0&in=&reaction=hoera'))).toEqual(
    noFilter,
  )
  expect(isFiltering({ ...noFilter, text: '  ' })).toBe(false)
})

test('[Y2] matches are shown where they stand in the text as it was typed', () => {
  const shown = (text: string, query: string) =>
    rangesOf(text, wordsOf(query)).map(({ start, end }) => text.slice(start, end))
  expect(shown('Eén bed, één mens', 'een')).toEqual(['Eén', 'één'])
  expect(shown('👩‍🌾 en cafe\u0301s', 'cafe')).toEqual(['cafe\u0301'])
  expect(shown('huishouden', 'huis sho')).toEqual(['huisho'])
  expect(shown('huis', '')).toEqual([])
  expect(shown('İstanbul is ver', 'is')).toEqual(['İs', 'is'])
})
