import { expect, it } from 'vitest'
import { refusalMessages } from '#lib/i18n/refusals.ts'
import { refusals } from '#lib/protocol/refusals.ts'

it('has a sentence in both languages for every refusal, and none for what is no refusal', () => {
  const codes = [...Object.keys(refusals), 'offline'].sort()
  for (const language of ['nl', 'en'] as const) {
    expect(Object.keys(refusalMessages[language]).sort()).toEqual(codes)
    for (const text of Object.values(refusalMessages[language])) expect(text.length).toBeGreaterThan(10)
  }
})
