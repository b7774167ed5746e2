import type { Edit } from './local-copy.ts'

/**
 * An entry with something that the server has not shown: a new one when `made`. `text`: what it reads on this device; `since`: when
 * it was first touched, ms since 1970.
 */
export type UnsentEntry = { id: string; root: string; made: boolean; text: string; since: number }

/** Each entry once, those first that wait longest. */
export function unsentEntries(edits: readonly Edit[]): UnsentEntry[] {
  const found = new Map<string, UnsentEntry>()
  const inOrder = edits.toSorted((a, b) => Number(a.key[3]) - Number(b.key[3]))
  for (const { key, since, touches } of inOrder)
    for (const { root, id, made, text } of touches) {
      const name = `${key[2]}/${root}/${id}`
      const had = found.get(name)
      found.set(name, {
        id: name,
        root,
        text,
        made: made || (had?.made ?? false),
        since: Math.min(since, had?.since ?? since),
      })
    }
  return [...found.values()].sort((a, b) => a.since - b.since)
}

/** New notes, and all else that was changed or made. */
export function unsentCounts(entries: readonly UnsentEntry[]): { notes: number; changes: number } {
  const notes = entries.filter(({ root, made }) => made && root === 'notes').length
  return { notes, changes: entries.length - notes }
}
