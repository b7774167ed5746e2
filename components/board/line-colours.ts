import type { LineColour } from '#lib/domain/line.ts'

/** CSS colours of a line: a mark that stands out on paper and that `--paper` is read on, and a ground on which ink is read. */
export const lineLooks: Record<LineColour, { mark: string; tint: string }> = {
  grey: { mark: 'light-dark(#645850, #c5bcb4)', tint: 'light-dark(#f2f0ee, #292624)' },
  red: { mark: 'light-dark(#a51f1b, #fea195)', tint: 'light-dark(#feebe8, #3b1d19)' },
  amber: { mark: 'light-dark(#7e4f04, #e3b47d)', tint: 'light-dark(#f9eee3, #312414)' },
  green: { mark: 'light-dark(#2c6b1c, #9cce92)', tint: 'light-dark(#e9f4e7, #1d2b1a)' },
  teal: { mark: 'light-dark(#056965, #83cec8)', tint: 'light-dark(#e5f4f2, #152b29)' },
  blue: { mark: 'light-dark(#025da1, #8ac3fe)', tint: 'light-dark(#e6f2fe, #172839)' },
  violet: { mark: 'light-dark(#6941a1, #c9adfc)', tint: 'light-dark(#f2edfe, #2a2238)' },
  pink: { mark: 'light-dark(#972767, #f89dc9)', tint: 'light-dark(#ffeaf2, #371d29)' },
}
