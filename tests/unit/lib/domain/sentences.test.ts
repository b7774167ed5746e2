import { expect, it } from 'vitest'
import { readabilityOf, sentencesIn } from '#lib/domain/sentences.ts'

const wordsOf = (text: string) => sentencesIn(text).map(({ words }) => words)

it('[C15] a text is read by its sentences: ended by a mark or a line, not within a number or after a short form', () => {
  expect(wordsOf('Wij gaan. Gaan jullie mee? Ja!')).toEqual([2, 3, 1])
  expect(wordsOf('Wij bouwen 1.500 huizen, bijv. kleine, voor € 2,5 miljoen')).toEqual([9])
  expect(wordsOf('Eerste regel\nTweede regel van drie')).toEqual([2, 4])
  expect(wordsOf(' … ')).toEqual([])
  const text = 'Een zin.  Nog een zin.'
  expect(sentencesIn(text).map(({ from, to }) => text.slice(from, to).trim())).toEqual([
    'Een zin.',
    'Nog een zin.',
  ])
})

it('[C15] how easily it reads is told by words per sentence, and by the sentences of more than twenty', () => {
  const long = `${'woord '.repeat(20)}einde.`
  expect(readabilityOf(['Twee woorden. Drie woorden nu.', long])).toEqual({
    sentences: 3,
    average: 8.7,
    long: 1,
  })
  expect(readabilityOf([`${'woord '.repeat(19)}einde.`])).toEqual({ sentences: 1, average: 20, long: 0 })
  expect(readabilityOf([''])).toEqual({ sentences: 0, average: 0, long: 0 })
})
