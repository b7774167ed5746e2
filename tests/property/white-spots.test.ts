import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bouwstenen } from '#lib/domain/bouwsteen.ts'
import { whiteSpots } from '#lib/domain/white-spots.ts'

const partners: { id: string }[] = ['gemeente', 'zorg', 'wonen'].map(id => ({ id }))
const noteArbitrary = fc.record({
  bouwsteen: fc.constantFrom(...bouwstenen),
  author: fc.constantFrom('anna', 'bram', 'cleo', null),
  // One of them is no partner of the session any more.
  partner: fc.constantFrom('gemeente', 'zorg', 'left', null),
  line: fc.constantFrom('line', 'binned', null),
  deletedAt: fc.constantFrom(null, null, 5),
})
type Written = Parameters<typeof whiteSpots>[0][number]
const lines = new Set(['line'])
const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0)
const note = (bouwsteen: Written['bouwsteen'], partner: string | null, author: string | null): Written => ({
  ...{ bouwsteen, partner, author, line: null, deletedAt: null },
})

describe('[J4] the white spots', () => {
  it('count every note that lies on the board once, in its row and in its column', () => {
    fc.assert(
      fc.property(fc.array(noteArbitrary, { maxLength: 60 }), notes => {
        const lying = notes.filter(({ deletedAt }) => deletedAt === null)
        const { rows, columns, total, loose } = whiteSpots(notes, partners, lines)
        expect(total.notes).toBe(lying.length)
        expect(sum(rows.map(row => row.total.notes))).toBe(lying.length)
        expect(sum(columns.map(column => column.notes))).toBe(lying.length)
        for (const row of rows)
          expect(sum(bouwstenen.map(each => row.cells[each].notes))).toBe(row.total.notes)
        for (const { bouwsteen, notes: count } of columns)
          expect(sum(rows.map(row => row.cells[bouwsteen].notes))).toBe(count)
        expect(loose).toBe(lying.filter(({ line }) => line !== 'line').length)
      }),
    )
  })

  it('tell what is empty, what rests on one partner and who is silent from the same notes', () => {
    fc.assert(
      fc.property(fc.array(noteArbitrary, { maxLength: 25 }), notes => {
        const lying = notes.filter(({ deletedAt }) => deletedAt === null)
        const { empty, onOne, silent } = whiteSpots(notes, partners, lines)
        const on = (tile: string) => lying.filter(({ bouwsteen }) => bouwsteen === tile)
        const of = (tile: string) => new Set(on(tile).flatMap(({ partner }) => partner ?? []))
        expect(empty).toEqual(bouwstenen.filter(each => on(each).length === 0))
        expect(onOne).toEqual(
          bouwstenen
            .filter(each => of(each).size === 1)
            .map(bouwsteen => ({ bouwsteen, partner: [...of(bouwsteen)][0] })),
        )
        const wrote = new Set<string | null>(lying.map(({ partner }) => partner))
        expect(silent).toEqual(partners.map(({ id }) => id).filter(id => !wrote.has(id)))
      }),
    )
  })

  it('count apart who speaks for themself and what has no name, and people once', () => {
    const { rows, total, columns } = whiteSpots(
      [
        note('opgave', 'gemeente', 'anna'),
        note('opgave', 'gemeente', 'anna'),
        note('waarde', 'gemeente', 'bram'),
        note('opgave', null, 'cleo'),
        note('opgave', null, null),
        note('waarde', null, null),
      ],
      partners,
      lines,
    )
    expect(rows.map(({ source }) => source)).toEqual([
      { partner: 'gemeente' },
      { partner: 'zorg' },
      { partner: 'wonen' },
      'self',
      'nameless',
    ])
    const row = (index: number) => rows[index]
    expect(row(0)?.total).toEqual({ notes: 3, people: 2 })
    expect(row(0)?.cells.opgave).toEqual({ notes: 2, people: 1 })
    expect(row(3)?.total).toEqual({ notes: 1, people: 1 })
    expect(row(4)?.total).toEqual({ notes: 2, people: 0 })
    expect(total).toEqual({ notes: 6, people: 3 })
    expect(columns[0]).toMatchObject({ bouwsteen: 'opgave', notes: 4, people: 2, partners: ['gemeente'] })
  })

  it('leave out the rows of nobody', () => {
    expect(whiteSpots([], partners, lines).rows).toHaveLength(partners.length)
  })
})
