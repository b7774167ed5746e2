import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { marksOf, paperAt, paperOf, plainPaper, swatches } from '#components/board/note/colours.ts'

const css = readFileSync(new URL('../../../../../app/globals.css', import.meta.url), 'utf8')
/** A colour of the stylesheet, in light and in dark. */
const named = (name: string): [string, string] => {
  const [light, dark] = [...css.matchAll(new RegExp(`--${name}: (#[0-9a-f]{6});`, 'g'))].map(
    ([, hex]) => hex ?? '',
  )
  return [light ?? '', dark ?? '']
}

const channels = (hex: string) => [1, 3, 5].map(at => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
const linear = (value: number) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)

/** Contrast by WCAG 2.2, 1 to 21. */
function contrast(one: string, other: string): number {
  const luminance = (hex: string) => {
    const [r = 0, g = 0, b = 0] = channels(hex).map(linear)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

/** Björn Ottosson's OKLab, in which equal steps look equal: distance of two colours. */
function difference(one: string, other: string): number {
  const lab = (hex: string) => {
    const [r = 0, g = 0, b = 0] = channels(hex).map(linear)
    const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
    const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
    const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
    return [
      0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
      1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
      0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
    ]
  }
  const [a, b] = [lab(one), lab(other)]
  return Math.hypot(...a.map((value, index) => value - (b[index] ?? 0)))
}

describe.each([0, 1] as const)('[Y3] colours, theme %i', theme => {
  const [ink, paper, muted] = ['ink', 'paper', 'muted'].map(name => named(name)[theme] ?? '') as [
    string,
    string,
    string,
  ]

  test('[Y3] ink is read on every paper, and the mark on every swatch', () => {
    for (const { note, mark } of swatches) {
      expect(contrast(ink, note[theme])).toBeGreaterThan(5.5)
      expect(contrast(paper, mark[theme])).toBeGreaterThan(5)
    }
    const plain = /light-dark\((#\w{6}), (#\w{6})\)/.exec(plainPaper.note)?.[theme + 1] ?? ''
    expect(contrast(ink, plain)).toBeGreaterThan(7)
    expect(contrast(paper, muted)).toBeGreaterThan(4.5)
  })

  test.each([
    [12, 0.045],
    [24, 0.02],
  ])('[Y3] each of %i partners has a colour that differs from every other', (count, least) => {
    const first = swatches.slice(0, count).map(({ note }) => note[theme])
    for (const [index, one] of first.entries())
      for (const other of first.slice(0, index))
        expect(difference(one, other), `${one} ${other}`).toBeGreaterThan(least)
  })
})

test('[Y3] the colour follows what the reader chose, and nobody is coloured by accident', () => {
  const ranks = { partners: new Map([['partner1', 3]]), people: new Map([['annaanna', 5]]) }
  const note = { bouwsteen: 'waarde', partner: 'partner1', author: 'annaanna' } as const
  expect(paperOf(note, 'bouwsteen', ranks).note).toBe('var(--note-waarde)')
  expect(paperOf(note, 'partner', ranks)).toBe(paperAt(3))
  expect(paperOf(note, 'author', ranks)).toBe(paperAt(5))
  expect(paperOf({ ...note, partner: null }, 'partner', ranks)).toBe(plainPaper)
  expect(paperOf({ ...note, author: 'unknown1' }, 'author', ranks)).toBe(plainPaper)
  expect(paperAt(24)).toBe(paperAt(0))
})

test('[Y3] every partner has letters of its own', () => {
  expect(marksOf(['Gemeente Eemhoven', 'Stichting Huren', 'Woonstede'])).toEqual(['GE', 'SH', 'Wo'])
  const alike = [
    'Gemeente Eemhoven',
    'Gemeente Eemrand',
    'Gemeente Ede',
    'Het Groene Eind',
    'GE',
    'GE',
    '!!',
    '',
  ]
  const marks = marksOf([...alike, ...Array.from({ length: 60 }, (_, index) => `Stichting Huis ${index}`)])
  expect(new Set(marks).size).toBe(marks.length)
  expect(marks.every(mark => mark.length >= 1 && mark.length <= 4)).toBe(true)
})
