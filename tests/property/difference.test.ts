import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { align, differenceOf, likenessOf, type Piece } from '#lib/domain/difference.ts'
import type { Block } from '#lib/domain/statement.ts'
import { type SectionDifference, sectionsOf, statementDifference } from '#lib/domain/statement-difference.ts'

const word = fc.constantFrom('wij', 'Wij', 'huis', 'één', 'e\u0301', '🙂', ',', '.', ' ', '\n', 'samen', '')
const text = fc.oneof(
  fc.array(word, { maxLength: 40 }).map(words => words.join(' ')),
  fc.string({ maxLength: 60 }),
)
const joined = (pieces: readonly Piece[], left: Piece['kind']) =>
  pieces
    .filter(({ kind }) => kind !== left)
    .map(piece => piece.text)
    .join('')

const paragraph = (content: string): Block => ({
  type: 'paragraph',
  roots: '',
  content: content === '' ? [] : [{ type: 'text', text: content, marks: [] }],
})
const heading = (section: string): Block => ({
  type: 'heading',
  level: 2,
  section,
  content: [{ type: 'text', text: `Over ${section}`, marks: [] }],
})
const list = (items: string[]): Block => ({
  type: 'bulletList',
  items: items.map(item => [paragraph(item)]) as never,
})
const block = fc.oneof(
  text.map(paragraph),
  fc.constantFrom('opgave', 'waarde', 'binding').map(heading),
  fc.array(text, { minLength: 1, maxLength: 3 }).map(list),
)
const body = fc.array(block, { maxLength: 8 })

const passagesOf = (sections: readonly SectionDifference[], left: 'gone' | 'added') =>
  sections
    .flatMap(({ passages }) => passages)
    .filter(({ kind }) => kind !== left)
    .map(({ words }) => joined(words, left))

describe('[U61] what became of a text', () => {
  it('gives both texts back, word by word', () => {
    fc.assert(
      fc.property(text, text, (former, now) => {
        const pieces = differenceOf(former, now)
        expect(joined(pieces, 'added')).toBe(former)
        expect(joined(pieces, 'gone')).toBe(now)
        if (former === now) expect(pieces.every(({ kind }) => kind === 'kept')).toBe(true)
      }),
    )
  })

  it('gives back the passages of both statements, each in its order', () => {
    fc.assert(
      fc.property(body, body, (former, now) => {
        const difference = statementDifference(former, now)
        const passages = (blocks: Block[]) => sectionsOf(blocks).flatMap(section => section.passages)
        expect(passagesOf(difference, 'added')).toEqual(passages(former))
        expect(passagesOf(difference, 'gone')).toEqual(passages(now))
        const same = statementDifference(former, former)
        expect(same.every(({ kind }) => kind === 'same')).toBe(true)
      }),
    )
  })

  it('finds the longest order in common, as a plain reckoning does', () => {
    const letters = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 9 })
    const longest = (a: readonly string[], b: readonly string[]): number => {
      if (a.length === 0 || b.length === 0) return 0
      if (a[0] === b[0]) return 1 + longest(a.slice(1), b.slice(1))
      return Math.max(longest(a.slice(1), b), longest(a, b.slice(1)))
    }
    fc.assert(
      fc.property(letters, letters, (a, b) => {
        const pairs = align(a, b, (one, other) => (one === other ? 1 : 0))
        const both = pairs.filter(({ from, to }) => from !== null && to !== null)
        expect(both.every(({ from, to }) => a[from as number] === b[to as number])).toBe(true)
        expect(both).toHaveLength(longest(a, b))
      }),
    )
  })

  it('keeps the words that stayed, and tells a rewritten passage from another one', () => {
    expect(differenceOf('Wij bouwen tien huizen.', 'Wij bouwen samen twintig huizen.')).toEqual([
      { kind: 'kept', text: 'Wij bouwen ' },
      { kind: 'gone', text: 'tien' },
      { kind: 'added', text: 'samen twintig' },
      { kind: 'kept', text: ' huizen.' },
    ])
    const former = [
      heading('opgave'),
      paragraph('Wij bouwen tien huizen.'),
      paragraph('Elke maand praten we.'),
    ]
    const now = [
      heading('opgave'),
      paragraph('Wij bouwen twintig huizen.'),
      heading('binding'),
      list(['Nieuw lid']),
    ]
    const [first, second] = statementDifference(former, now)
    expect(first?.passages.map(({ kind }) => kind)).toEqual(['changed', 'gone'])
    expect(second).toMatchObject({ kind: 'added', title: 'Over binding', passages: [{ kind: 'added' }] })
    expect(likenessOf('a b', 'b a')).toBeLessThan(1)
  })

  it('takes texts that have nothing in common, however long', () => {
    const words = (start: string) => Array.from({ length: 6000 }, (_, at) => `${start}${at}`).join(' ')
    const pieces = differenceOf(words('a'), words('b'))
    expect(joined(pieces, 'added')).toBe(words('a'))
    expect(joined(pieces, 'gone')).toBe(words('b'))
  })
})
