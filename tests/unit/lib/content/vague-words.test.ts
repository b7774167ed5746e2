import { expect, it } from 'vitest'
import { plainLanguage } from '#lib/content/plain-language.ts'
import { inItsPlace, vagueWordsIn } from '#lib/content/vague-words.ts'

const found = (text: string, language: 'nl' | 'en' = 'nl') =>
  vagueWordsIn(text, language).map(({ from, to, word }) => [text.slice(from, to), word.word])

it('[C14] each form of each word of the method is found, as a whole word and in any case', () => {
  for (const language of ['nl', 'en'] as const)
    for (const { word, forms } of plainLanguage[language])
      for (const form of forms)
        expect(found(`Zo: ${form.toUpperCase()}, hier.`, language), form).toEqual([
          [form.toUpperCase(), word],
        ])
})

it('[C14] a word within another is none, and a text without any has none', () => {
  expect(found('Borgensteijn en de faciliteit')).toEqual([])
  expect(found('')).toEqual([])
  expect(found('Integraal en integrale')).toEqual([
    ['Integraal', 'integraal'],
    ['integrale', 'integraal'],
  ])
})

it('[C14] a plainer word has a capital where the former had one', () => {
  expect(inItsPlace('in samenhang', 'Integraal')).toBe('In samenhang')
  expect(inItsPlace('in samenhang', 'integraal')).toBe('in samenhang')
})
