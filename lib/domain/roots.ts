import { rootsSchema } from './statement.ts'

/** What a passage comes from: a thing on the board, by its kind and its id. */
export const rootKinds = ['note', 'line', 'ballot', 'breakthrough', 'result'] as const
export type RootKind = (typeof rootKinds)[number]
export type Root = { kind: RootKind; id: string }

/** The roots of a passage (`rootsSchema`), in their order; none of what can't be read. */
export function parseRoots(roots: string): Root[] {
  if (!rootsSchema.safeParse(roots).success || roots === '') return []
  return roots.split(' ').map(root => {
    const colon = root.indexOf(':')
    return { kind: root.slice(0, colon) as RootKind, id: root.slice(colon + 1) }
  })
}

/** Most characters of the roots of one passage. */
export const ROOTS_MAX = 4000

/** The roots of several passages in one, each once, in their order; as many as a passage may have. */
export function joinRoots(all: readonly string[]): string {
  let joined = ''
  const each = new Set(all.flatMap(roots => roots.split(' ')).filter(root => root !== ''))
  for (const root of each) {
    const longer = joined === '' ? root : `${joined} ${root}`
    if (longer.length > ROOTS_MAX) break
    joined = longer
  }
  return joined
}
