import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { statementTemplateSchema } from '#lib/content/schema.ts'
import { joinRoots } from '#lib/domain/roots.ts'
import { type Block, type Paragraph, paragraphsOf } from '#lib/domain/statement.ts'
import type { Example } from './material.ts'

const file = new URL('../../lib/content/statement-template.json', import.meta.url)
const template = z
  .object({ sections: statementTemplateSchema.shape.sections })
  .parse(JSON.parse(readFileSync(file, 'utf8')))

/**
 * The example's statement as blocks, by the template's sections. `draft` is what the server composed: the roots that it gave
 * a section stay with that section.
 */
export function statementOf(example: Example, draft: readonly Block[]): Block[] {
  const roots = rootsBySection(draft)
  return template.sections.flatMap(section => {
    const given = example.statement.find(part => part.section === section.id)
    if (!given) return []
    const paragraphs = given.text.split('\n').filter(text => text.trim() !== '')
    const blocks: Block[] = [
      { type: 'heading', level: 2, section: section.id, content: [plain(section.title[example.language])] },
      ...paragraphs.map((text, index) => paragraph(text, index === 0 ? (roots.get(section.id) ?? '') : '')),
    ]
    const labels = new Map(section.fields?.map(field => [field.id, field.label[example.language]]))
    const items = (given.rows ?? []).map(row => [rowParagraph(row, labels)])
    if (items.length > 0) blocks.push({ type: 'bulletList', items })
    return blocks
  })
}

const plain = (text: string) => ({ type: 'text' as const, text, marks: [] })
const paragraph = (text: string, roots = ''): Paragraph => ({
  type: 'paragraph',
  roots,
  content: [plain(text)],
})

/** "**Gemeente Eemhoven** · Brengt: … · Haalt: …": the first field leads, the others follow by their label. */
function rowParagraph(row: Record<string, string>, labels: Map<string, string>): Paragraph {
  const [lead, ...others] = Object.entries(row)
  const rest = others.map(([field, value]) => ` · ${labels.get(field) ?? field}: ${value}`).join('')
  const content: Paragraph['content'] = [{ type: 'text', text: lead?.[1] ?? '–', marks: ['bold'] }]
  if (rest !== '') content.push(plain(rest))
  return { type: 'paragraph', roots: '', content }
}

function rootsBySection(draft: readonly Block[]): Map<string, string> {
  const found = new Map<string, Set<string>>()
  let section = ''
  const take = (one: Paragraph) => {
    const roots = found.get(section) ?? new Set()
    for (const root of one.roots.split(' ')) if (root !== '') roots.add(root)
    found.set(section, roots)
  }
  for (const block of draft) {
    if (block.type === 'heading') section = block.section === '' ? section : block.section
    else for (const one of paragraphsOf(block)) take(one)
  }
  return new Map([...found].map(([id, roots]) => [id, joinRoots([...roots])]))
}
