import { expect, test } from 'vitest'
import { statementTemplate } from '#lib/content/statement-template.ts'
import { sectionsLeftOpen } from '#lib/domain/left-open.ts'
import type { Block } from '#lib/domain/statement.ts'

const words = (text: string) => [{ type: 'text' as const, text, marks: [] }]
const heading = (section: string, text: string): Block => ({
  type: 'heading',
  level: 2,
  section,
  content: words(text),
})
const paragraph = (text: string) => ({ type: 'paragraph' as const, roots: '', content: words(text) })

test('[C4] a section is named once while it holds three dots, in a list and under a heading of its own too', () => {
  const blocks: Block[] = [
    heading('opgave', 'Onze opgave'),
    paragraph('Veertig huizen, en snel.'),
    heading('wie-wij-zijn', 'Wie wij zijn'),
    { type: 'bulletList', items: [[paragraph('Gemeente')], [paragraph('en nog ...')]] },
    heading('', 'Een eigen kop'),
    paragraph('Ieder doet mee omdat …'),
    heading('afspraken', 'Afspraken'),
    paragraph('Klaar.'),
  ]
  expect(sectionsLeftOpen(blocks)).toEqual([{ id: 'wie-wij-zijn', title: 'Wie wij zijn' }])
  expect(sectionsLeftOpen([paragraph('Vooraf: …'), ...blocks]).map(({ id }) => id)).toEqual([
    '',
    'wie-wij-zijn',
  ])
  expect(sectionsLeftOpen([])).toEqual([])
})

test('[C4] no opening of the template goes unseen', () => {
  for (const { starter, kind } of statementTemplate.sections)
    for (const text of kind === 'signatures' ? [] : Object.values(starter)) expect(text).toContain('…')
})
