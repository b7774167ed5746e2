import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bouwstenen } from '#lib/domain/bouwsteen.ts'
import { type Cement, cementByNote, holdOf, jointsOf } from '#lib/domain/cement.ts'

const note = (id: string, bouwsteen: (typeof bouwstenen)[number], deletedAt: number | null = null) => ({
  id,
  bouwsteen,
  deletedAt,
})
const cement = (from: string, to: string, change: Partial<Cement> = {}): Cement => ({
  ...{ id: `cement-${from}-${to}`, from, to, text: '' },
  ...{ author: 'anna', partner: null, createdAt: 1, deletedAt: null },
  ...change,
})
const joint = (joints: ReturnType<typeof jointsOf>, one: string, other: string) =>
  joints.find(({ between: [a, b] }) => (a === one && b === other) || (a === other && b === one))

describe('[E6] the joints of the mosaic', () => {
  it('are the 21 pairs, each as strong as the cement that holds it, drawn either way', () => {
    const notes = [note('a', 'opgave'), note('b', 'waarde'), note('c', 'waarde')]
    const joints = jointsOf(notes, [
      cement('a', 'b', { author: 'anna', partner: 'gemeente' }),
      cement('c', 'a', { author: 'bram' }),
      cement('a', 'c', { author: 'anna', partner: 'gemeente' }),
    ])
    expect(joints).toHaveLength(21)
    expect(joint(joints, 'waarde', 'opgave')).toMatchObject({
      ...{ strength: 3, people: ['anna', 'bram'], partners: ['gemeente'] },
    })
    expect(joints.filter(({ strength }) => strength > 0)).toHaveLength(1)
  })

  it('are not held by what lies in the bin, nor by notes that came to lie on one bouwsteen', () => {
    const drawn = [cement('a', 'b')]
    const strengths = (notes: Parameters<typeof jointsOf>[0], all = drawn) =>
      jointsOf(notes, all).reduce((sum, { strength }) => sum + strength, 0)
    expect(strengths([note('a', 'opgave'), note('b', 'waarde')])).toBe(1)
    expect(strengths([note('a', 'opgave'), note('b', 'opgave')])).toBe(0)
    expect(strengths([note('a', 'opgave'), note('b', 'waarde', 5)])).toBe(0)
    expect(strengths([note('a', 'opgave')])).toBe(0)
    const binned = [cement('a', 'b', { deletedAt: 5 })]
    expect(strengths([note('a', 'opgave'), note('b', 'waarde')], binned)).toBe(0)
  })

  it('lose and invent no cement, whatever lies where', () => {
    const tile = fc.constantFrom(...bouwstenen)
    fc.assert(
      fc.property(
        fc.array(tile, { minLength: 2, maxLength: 12 }),
        fc.array(fc.tuple(fc.nat(20), fc.nat(20))),
        (tiles, pairs) => {
          const notes = tiles.map((bouwsteen, index) => note(`n${index}`, bouwsteen))
          const drawn = pairs.map(([a, b]) => cement(`n${a}`, `n${b}`))
          const counts = drawn.filter(({ from, to }) => {
            const [one, other] = [from, to].map(id => notes.find(each => each.id === id))
            return one && other && one.bouwsteen !== other.bouwsteen
          })
          const joints = jointsOf(notes, drawn)
          const ids = (those: Cement[]) => those.map(({ id }) => id).sort()
          expect(ids(joints.flatMap(each => each.cement))).toEqual(ids(counts))
        },
      ),
    )
  })
})

describe('[J5] how well a joint holds', () => {
  const notes = [note('a', 'opgave'), note('b', 'waarde'), note('c', 'waarde')]
  const holds = (drawn: Cement[]) => {
    const found = joint(jointsOf(notes, drawn), 'opgave', 'waarde')
    return found && holdOf(found)
  }
  const by = (author: string, partner: string | null) => cement('a', 'b', { author, partner })

  it('is strong by three threads of two parties, weak by less, empty by none', () => {
    expect(holds([])).toBe('empty')
    expect(holds([by('anna', 'gemeente')])).toBe('weak')
    expect(holds([by('anna', 'gemeente'), by('bram', 'zorg')])).toBe('weak')
    expect(holds([by('anna', 'gemeente'), by('bram', 'zorg'), by('bram', 'zorg')])).toBe('strong')
  })

  it('does not grow strong by one partner, nor by one person, however much they draw', () => {
    const often = (...those: Cement[]) => [...those, ...those, ...those]
    expect(holds(often(by('anna', 'gemeente'), by('bram', 'gemeente')))).toBe('weak')
    expect(holds(often(by('anna', null)))).toBe('weak')
    expect(holds(often(by('anna', null), by('bram', null)))).toBe('strong')
  })
})

it('[J5] cement is seen from both its notes while both lie on the board, wherever that is', () => {
  const drawn = [cement('a', 'b'), cement('c', 'a'), cement('b', 'c', { deletedAt: 5 }), cement('a', 'gone')]
  const lying = [note('a', 'opgave'), note('b', 'opgave'), note('c', 'waarde'), note('gone', 'binding', 5)]
  const seen = cementByNote(lying, drawn)
  const others = (id: string) => seen.get(id)?.map(({ other }) => other)
  expect(others('a')).toEqual(['b', 'c'])
  expect(others('b')).toEqual(['a'])
  expect(others('c')).toEqual(['a'])
  expect(seen.has('gone')).toBe(false)
})
