import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { read } from './files.ts'

const PICTURES = 'docs/images/handleiding'
const guide = read('docs/handleiding-begeleider.md')
const matches = (pattern: RegExp): string[] => [...guide.matchAll(pattern)].map(([, found]) => found ?? '')

/** Every Dutch text of the interface; of one that is made, what makes it. */
async function dutchTexts(): Promise<string[]> {
  const folder = new URL('../../lib/i18n/', import.meta.url)
  const files = readdirSync(folder).filter(name => name.endsWith('.ts'))
  const modules = await Promise.all(
    files.map(async name => (await import(new URL(name, folder).href)) as Record<string, unknown>),
  )
  const catalogues = modules.flatMap(module => Object.values(module)) as { nl?: Record<string, unknown> }[]
  return catalogues.flatMap(each => Object.values(each?.nl ?? {}).map(String))
}

test('the facilitator’s guide shows every picture that was made for it, each with its words, and no other', () => {
  const shown = matches(/!\[[^\]]{15,}\]\(images\/handleiding\/([\w-]+\.png)\)/g)
  expect(shown.sort()).toEqual(readdirSync(new URL(`../../${PICTURES}`, import.meta.url)).sort())
  expect(shown.length).toBe(guide.split('![').length - 1)
})

test('what the guide says is on the screen is a Dutch text of the product or of its programme', async () => {
  const texts = [
    ...(await dutchTexts()),
    read('lib/content/kickoff-programme.json'),
    read('lib/content/checks.json'),
  ].join('\n')
  // Written across two lines of the page; a button of a check holds that check's name.
  const labels = matches(/\*\*([^*]+)\*\*/g).map(each => each.replace(/\s+/g, ' '))
  const known = (label: string) =>
    label.split(/[“”:]\s*/).every(part => part.trim() === '' || texts.includes(part.trim()))
  const own = ['vet', 'Een paar weken vooraf', 'Elke partner alvast aan het woord', 'De dag ervoor']
  expect(labels.filter(label => !own.includes(label) && !known(label))).toEqual([])
})

test('every chapter that the guide leads to is there', () => {
  const slug = (title: string) =>
    title
      .toLowerCase()
      .replace(/[^\p{L}\d -]/gu, '')
      .replaceAll(' ', '-')
  const chapters = matches(/^#{2,3} (.+)$/gm).map(slug)
  expect(matches(/\]\(#([\w-]+)\)/g).filter(each => !chapters.includes(each))).toEqual([])
})
