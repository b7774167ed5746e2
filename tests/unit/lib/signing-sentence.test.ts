import { expect, it } from 'vitest'
import { signingSentence } from '#lib/i18n/signing-sentence.ts'

const told = {
  ...{ name: 'Noor Çelik', function: 'Wethouder', version: 1, network: 'Netwerk Één', partner: 'Gemeente' },
  ...({ decision: 'signs', mandate: { kind: 'own' } } as const),
}
const sentence = (reservedBy: string[], language: 'nl' | 'en' = 'nl') =>
  signingSentence(language, { ...told, reservedBy })

it('[S7] who signs reads, and signs, the names of the partners whose reservations the text holds', () => {
  expect(sentence([])).toContain('de gezamenlijke verklaring van Netwerk Één (versie 1). Ik heb')
  expect(sentence(['Corporatie'])).toContain(
    '(versie 1), met de kanttekeningen van Corporatie die erin staan. Ik',
  )
  expect(sentence(['A', 'B', 'C'])).toContain('met de kanttekeningen van A, B en C die erin staan')
  expect(sentence(['A', 'B'], 'en')).toContain('with the reservations of A and B that are in it on behalf')
})

it('[S7] a sentence stays one, however many partners made reservations: of the rest it tells how many', () => {
  const names = Array.from({ length: 50 }, (_, at) => `Stichting met een lange naam nummer ${at}`)
  const text = sentence(names)
  expect(text).toMatch(/nummer 9 en nog 40 partners die erin staan/)
  expect(text.length).toBeLessThan(1000)
  expect(sentence([names[0] ?? '', 'x'.repeat(500)])).toContain('nummer 0 en nog 1 partner die')
})
