import { expect, it } from 'vitest'
import { stemOf, tellingWords } from '#lib/domain/words.ts'

it('[J1] words of one kind have one stem, in Dutch and in English, and others another', () => {
  const alike = [
    ['huis', 'huizen', 'Huisje'],
    ['mens', 'mensen'],
    ['wonen', 'woont', 'woning', 'woningen'],
    ['brief', 'brieven'],
    ['straat', 'straten'],
    ['bed', 'bedden'],
    ['collega', "collega's", 'collega’s'],
    ['wachttijd', 'wachttijden'],
    ['corporatie', 'corporaties'],
    ['financiën', 'financien'],
    ['house', 'houses'],
    ['neighbour', 'neighbours'],
    ['need', 'needs'],
  ]
  for (const words of alike) expect(new Set(words.map(stemOf)).size, words.join(', ')).toBe(1)
  expect(new Set(alike.map(([word]) => stemOf(word ?? ''))).size).toBe(alike.length)
})

it('[J1] a text is read by the words that say what it is about, as they are written', () => {
  const words = (text: string) => [...tellingWords(text).values()]
  expect(words('De wachttijd voor een woning is te lang, en Wonen is duur!')).toEqual([
    'wachttijd',
    'woning',
    'duur',
  ])
  expect(words('We have to wait for the keys of our new house.')).toEqual(['wait', 'keys', 'house'])
  expect(words('Het is er niet. 14 ok? …')).toEqual([])
  expect(words('Écht één café')).toEqual(['café'])
})
