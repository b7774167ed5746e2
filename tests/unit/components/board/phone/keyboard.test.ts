import { expect, test } from 'vitest'
import { keyboardHeight } from '#components/board/phone/keyboard.ts'

test('[Y5] what the keyboard covers is made good, and nothing else', () => {
  expect(keyboardHeight(844, { height: 508.4, scale: 1 })).toBe(336)
  expect(keyboardHeight(844, { height: 844, scale: 1 }), 'no keyboard').toBe(0)
  expect(keyboardHeight(844, { height: 760, scale: 1 }), 'a bar of the browser').toBe(0)
  expect(keyboardHeight(844, { height: 422, scale: 2 }), 'zoomed in').toBe(0)
  expect(keyboardHeight(508, { height: 508, scale: 1 }), 'the page grew lower by itself').toBe(0)
})
