import type { Block, Paragraph } from './statement.ts'

/** The passages of a statement that have this note among their roots, in their order, as plain text. */
export function passagesFrom(body: readonly Block[], note: string): string[] {
  const root = `note:${note}`
  const found = paragraphs(body).filter(({ roots }) => roots.split(' ').includes(root))
  return [...new Set(found.map(textOf).filter(text => text !== ''))]
}

const paragraphs = (body: readonly Block[]): Paragraph[] =>
  body.flatMap(block => {
    if (block.type === 'paragraph') return [block]
    return block.type === 'heading' ? [] : block.items.flat()
  })

const textOf = ({ content }: Paragraph): string =>
  content
    .map(inline => (inline.type === 'text' ? inline.text : ' '))
    .join('')
    .trim()
