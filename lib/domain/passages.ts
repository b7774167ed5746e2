import { type Block, passagesOf, wordsOf } from './statement.ts'

/** The passages of a statement that have this note among their roots, in their order, as plain text. */
export function passagesFrom(body: readonly Block[], note: string): string[] {
  const root = `note:${note}`
  const found = body.flatMap(passagesOf).filter(({ roots }) => roots.split(' ').includes(root))
  return [...new Set(found.map(({ content }) => wordsOf(content).trim()).filter(text => text !== ''))]
}
