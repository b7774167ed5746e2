import { expect, it } from 'vitest'
import { suggest } from '#lib/domain/suggestion.ts'

const note = (id: string, text: string, line: string | null = null, deletedAt: number | null = null) => ({
  ...{ id, text, line, deletedAt },
})
const line = (id: string, title: string, about = '', deletedAt: number | null = null) => ({
  ...{ id, title, about, deletedAt },
})

const homes = line('homes', 'Wonen zonder wachttijd')
const care = line('care', 'Wie betaalt de behandeling')

it('[J2] a note without a line gets the lines whose words it shares, with these words', () => {
  const found = suggest(
    [
      note('a', 'De wachttijden voor een woning zijn te lang.'),
      note('b', 'Een behandelaar die meegaat', 'care'),
      note('c', 'Er is genoeg koffie.'),
    ],
    [homes, care],
  )
  expect([...found.lines]).toEqual([['a', [{ line: 'homes', words: ['wachttijden', 'woning'] }]]])
})

it('[J2] what lies in a line teaches what it is about, once two notes of it say so', () => {
  const empty = line('keys', 'Voordeur')
  const lying = (count: number) => [
    ...Array.from({ length: count }, (_, index) => note(`in-${index}`, 'Wie geeft de sleutel?', 'keys')),
    note('loose', 'De sleutels liggen klaar'),
  ]
  expect(suggest(lying(0), [empty]).lines.size).toBe(0)
  expect(suggest(lying(1), [empty]).lines.size).toBe(0)
  expect(suggest(lying(3), [empty]).lines.get('loose')).toEqual([{ line: 'keys', words: ['sleutels'] }])
})

it('[J2] nothing is suggested in or for what lies in the bin, nor for what has a line; a binned line is none', () => {
  const notes = [
    note('binned', 'Lange wachttijd', null, 5),
    note('laid', 'Een lange rij', 'care'),
    note('lost', 'Lange wachttijd', 'gone'),
  ]
  const lines = [homes, care, line('gone', 'Wachttijd', '', 5)]
  expect([...suggest(notes, lines).lines.keys()]).toEqual(['lost'])
  expect(
    suggest(notes, lines)
      .lines.get('lost')
      ?.map(each => each.line),
  ).toEqual(['homes'])
})

it('[J2] never more than two lines for a note, the second only when it comes near the first', () => {
  const alike = ['een', 'twee', 'drie'].map(id => line(id, `Buren ${id}`))
  const three = suggest([note('a', 'Buren helpen buren')], alike).lines.get('a')
  expect(three).toHaveLength(2)
  const near = suggest(
    [note('a', 'Buren koken in het buurthuis')],
    [line('less', 'Buren'), line('more', 'Buren koken')],
  )
  expect(near.lines.get('a')?.map(each => each.line)).toEqual(['more'])
})

it('[J3] notes without a line that share words are clusters, named by these, no note in two', () => {
  const found = suggest(
    [
      note('a', 'Buren groeten elkaar'),
      note('b', 'Een buur die kookt'),
      note('c', 'Buren en koken'),
      note('d', 'Regels van de gemeente'),
      note('e', 'De gemeente bepaalt de regels'),
      note('f', 'Welke regel breekt de gemeente?'),
      note('g', 'Buren', 'homes'),
    ],
    [homes],
  ).clusters
  expect(found.map(({ notes }) => notes)).toEqual([
    ['d', 'e', 'f'],
    ['a', 'b', 'c'],
  ])
  expect(found[0]?.words).toEqual(['regels', 'gemeente'])
  expect(found[1]?.words[0]).toBe('buren')
})

it('[J3] two notes, or most of the board, are no cluster', () => {
  expect(suggest([note('a', 'Buren'), note('b', 'Buren')], []).clusters).toEqual([])
  const all = Array.from({ length: 40 }, (_, index) => note(`n${index}`, `Buren ${'abcdefgh'[index % 8]}x`))
  expect(suggest(all, []).clusters.flatMap(({ words }) => words)).not.toContain('buren')
})

it('[J2] a board of 1,500 notes takes little longer, for each, than a small one', () => {
  const words = Array.from(
    { length: 400 },
    (_, index) => `woord${String.fromCharCode(97 + (index % 26))}${index}`,
  )
  const letters = (index: number) =>
    [7, 31, 113, 251, 389].map(step =>
      words[(index * step) % words.length]?.replace(/\d/g, d => 'abcdefghij'[+d] ?? ''),
    )
  const notes = Array.from({ length: 1500 }, (_, index) =>
    note(`n${index}`, letters(index).join(' '), index % 3 === 0 ? `l${index % 9}` : null),
  )
  const lines = Array.from({ length: 9 }, (_, index) =>
    line(`l${index}`, letters(index).slice(0, 2).join(' ')),
  )
  const few = notes.slice(0, notes.length / 4)
  // By the time this process had, not by the clock: others may have the machine meanwhile.
  const cost = (some: typeof notes): number => {
    const before = process.cpuUsage()
    suggest(some, lines)
    const { user, system } = process.cpuUsage(before)
    return user + system
  }
  const turns = Array.from({ length: 9 }, () => [cost(few), cost(notes)] as const)
  const [one, four] = [0, 1].map(place => Math.min(...turns.map(turn => turn[place] as number)))
  // Four times the notes would take sixteen times as long if each were laid beside each other.
  expect(four as number).toBeLessThan(12 * (one as number))
  expect(suggest(notes, lines).lines.size).toBeGreaterThan(100)
})
