import { type Block, passagesOf, wordsOf } from './statement.ts'

/** The passages of a statement by the notes among their roots: for each note in their order, as plain text, no words twice. */
export function passagesByNote(body: readonly Block[]): Map<string, string[]> {
  const found = new Map<string, Set<string>>()
  for (const { roots, content } of body.flatMap(passagesOf)) {
    const text = wordsOf(content).trim()
    if (text === '') continue
    for (const [, note] of roots.matchAll(/(?<=^| )note:(\S+)/g)) {
      const texts = found.get(note ?? '') ?? new Set()
      found.set(note ?? '', texts.add(text))
    }
  }
  return new Map([...found].map(([note, texts]) => [note, [...texts]]))
}

/** The passages that have this note among their roots. */
export const passagesFrom = (body: readonly Block[], note: string): string[] =>
  passagesByNote(body).get(note) ?? []
