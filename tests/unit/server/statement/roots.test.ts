import { expect, it } from 'vitest'
import type { Block } from '#lib/domain/statement.ts'
import { annexOf } from '#server/statement/roots.ts'
import { sampleDossier } from '#tests/harness/dossier.ts'

const content = (text: string) => [{ type: 'text' as const, text, marks: [] }]
const title = (level: 2 | 3, text: string, roots?: string): Block => ({
  ...{ type: 'heading', level, section: '', content: content(text) },
  ...(roots && { roots }),
})

it('[C9] the annex tells where a passage comes from that was made into a heading, and of no other heading', async () => {
  const body: Block[] = [
    title(2, 'Onze opgave'),
    { type: 'paragraph', roots: '', content: content('Zo staat het ervoor.') },
    title(3, 'Eerst tien huizen', 'note:note-0001'),
    title(2, 'Wie wij zijn', 'note:note-0002'),
  ]
  const { sections } = annexOf(await sampleDossier({ body }))
  expect(sections.map(({ title, passages }) => [title, passages.map(({ text }) => text)])).toEqual([
    ['Onze opgave', ['Zo staat het ervoor.', 'Eerst tien huizen']],
    ['Wie wij zijn', ['Wie wij zijn']],
  ])
})
