import { expect, test } from 'vitest'
import { settingsShape } from '#server/config.ts'
import { settingsPage } from '../../scripts/settings-page.ts'
import { read } from './files.ts'

test('docs/settings.md is what `npm run settings` writes', () => {
  expect(read('docs/settings.md')).toBe(settingsPage())
})

test('every setting says what it means', () => {
  const silent = Object.entries(settingsShape).filter(([, schema]) => !schema.description)
  expect(silent.map(([name]) => name)).toEqual([])
})
