import { type Block, paragraphsOf, wordsOf } from './statement.ts'

/** A section whose text holds something that was to be filled in. `id` is empty for what stands before the first section. */
export type OpenSection = { id: string; title: string }

/**
 * The sections that still hold three dots where words were to come, as all openings of the template do, in their order. A heading
 * of one's own belongs to the section that it stands in.
 */
export function sectionsLeftOpen(blocks: readonly Block[]): OpenSection[] {
  const open: OpenSection[] = []
  let here: OpenSection = { id: '', title: '' }
  for (const block of blocks) {
    const texts = textsOf(block)
    if (block.type === 'heading' && block.section !== '') here = { id: block.section, title: texts[0] ?? '' }
    const section = here
    const unfilled = texts.some(text => /…|\.\.\./.test(text))
    if (unfilled && !open.includes(section)) open.push(section)
  }
  return open
}

const textsOf = (block: Block): string[] =>
  block.type === 'heading'
    ? [wordsOf(block.content)]
    : paragraphsOf(block).map(({ content }) => wordsOf(content))
