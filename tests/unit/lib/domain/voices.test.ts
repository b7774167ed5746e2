import { describe, expect, it } from 'vitest'
import type { Bouwsteen } from '#lib/domain/bouwsteen.ts'
import { type Hint, hintsFor, type Voted, voicesOf } from '#lib/domain/voices.ts'
import { whiteSpots } from '#lib/domain/white-spots.ts'

const partners = ['gemeente', 'zorg', 'wonen'].map(id => ({ id }))
const tiles: Bouwsteen[] = [
  ...(['opgave', 'waarde', 'samen-doen', 'verankering', 'deelname', 'binding', 'organisatie'] as const),
]
type Of = string | null | 'nameless'
/** So many notes of somebody, on these bouwstenen in turn. */
const notes = (of: Of, count: number, on: readonly Bouwsteen[] = tiles) =>
  Array.from({ length: count }, (_, index) => ({
    bouwsteen: on[index % on.length] as Bouwsteen,
    partner: of === 'nameless' ? null : of,
    author: of === 'nameless' ? null : `person of ${of}`,
    line: null,
    deletedAt: null,
  }))
const people = (of: Record<string, number>) =>
  Object.entries(of).flatMap(([partner, count]) =>
    Array.from({ length: count }, () => ({ partner: partner === 'self' ? null : partner })),
  )
const everybody = people({ gemeente: 2, zorg: 2, wonen: 2 })

function hints(
  written: ReturnType<typeof notes>,
  { here = everybody, voted = null as Voted | null, apart = false } = {},
): Hint[] {
  const spots = whiteSpots(written, partners, new Set())
  return hintsFor(voicesOf(spots, partners, here, voted), spots, voted, apart)
}

describe('[U53] what is heard of each partner', () => {
  it('stands in the order of the session, whoever wrote most, with who speak for themselves last', () => {
    const written = [...notes('wonen', 9), ...notes('gemeente', 1), ...notes(null, 2)]
    const spots = whiteSpots(written, partners, new Set())
    const voted = { open: true, of: [{ partner: 'zorg', votes: 2 }] }
    expect(voicesOf(spots, partners, people({ wonen: 1, self: 1 }), voted)).toEqual([
      { partner: 'gemeente', people: 0, notes: 1, votes: 0 },
      { partner: 'zorg', people: 0, notes: 0, votes: 2 },
      { partner: 'wonen', people: 1, notes: 9, votes: 0 },
      { partner: null, people: 1, notes: 2, votes: 0 },
    ])
  })
})

describe('[U53] a hint', () => {
  it('is not given of a few notes, nor while people write on desks of their own', () => {
    expect(hints(notes('gemeente', 9))).toEqual([])
    expect(hints(notes('gemeente', 30), { apart: true })).toEqual([])
  })

  it('names who is here and silent, not who has not come', () => {
    const written = [...notes('gemeente', 7), ...notes('wonen', 7)]
    expect(hints(written)[0]).toEqual({ kind: 'silent', partners: ['zorg'] })
    const here = people({ gemeente: 2, wonen: 2 })
    expect(hints(written, { here }).map(({ kind }) => kind)).not.toContain('silent')
  })

  it('tells of more than four tenths from one partner, unless as many of the people are theirs', () => {
    const written = [...notes('gemeente', 7), ...notes('wonen', 4), ...notes('zorg', 4)]
    expect(hints(written)).toContainEqual({ kind: 'loud', partner: 'gemeente', share: 7 / 15 })
    const here = people({ gemeente: 6, wonen: 3, zorg: 3 })
    expect(hints(written, { here }).map(({ kind }) => kind)).not.toContain('loud')
    const even = [...notes('gemeente', 6), ...notes('wonen', 5), ...notes('zorg', 5)]
    expect(hints(even).map(({ kind }) => kind)).not.toContain('loud')
  })

  it('sends a table to where all is of one partner, and to where nothing lies', () => {
    const written = [
      ...notes('gemeente', 3, ['waarde']),
      ...notes('gemeente', 2, ['binding']),
      ...notes('zorg', 4, ['opgave']),
      ...notes('wonen', 4, ['opgave']),
    ]
    const found = hints(written)
    expect(found).toContainEqual({ kind: 'oneSided', bouwsteen: 'waarde', partner: 'gemeente' })
    expect(found).not.toContainEqual({ kind: 'oneSided', bouwsteen: 'binding', partner: 'gemeente' })
    expect(found.filter(({ kind }) => kind === 'empty')).toHaveLength(4)
  })

  it('says nothing of who wrote what as soon as a note has no name', () => {
    const written = [...notes('gemeente', 12, ['waarde']), ...notes('nameless', 1, ['opgave'])]
    expect(new Set(hints(written).map(({ kind }) => kind))).toEqual(new Set(['empty']))
  })

  it('names who has not voted once half did, and nothing else while a vote is open', () => {
    const voted = (votes: number, open = true) => ({ open, of: [{ partner: 'zorg', votes }] })
    expect(hints(notes('gemeente', 20), { voted: voted(2) })).toEqual([])
    expect(hints(notes('gemeente', 20), { voted: voted(3) })).toEqual([
      { kind: 'waiting', partners: ['gemeente', 'wonen'] },
    ])
    expect(hints(notes('gemeente', 20), { voted: voted(3, false) })[0]?.kind).toBe('silent')
  })
})
