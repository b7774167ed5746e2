import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const root = new URL('../..', import.meta.url).pathname
const rooms = ['app', 'components', 'lib', 'server', 'scripts', 'tests']

export type SourceFile = { path: string; text: string }

/** A room that nothing is in yet has no folder in a fresh clone. */
function walk(folder: string): string[] {
  if (!existsSync(join(root, folder))) return []
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap(entry => {
    const path = join(folder, entry.name)
    return entry.isDirectory() ? walk(path) : [path]
  })
}

/** Every TypeScript file of the project, by its path from the top. */
export function sources(): SourceFile[] {
  return rooms
    .flatMap(walk)
    .filter(path => /\.tsx?$/.test(path))
    .map(path => ({ path, text: read(path) }))
}

export const read = (path: string): string => readFileSync(join(root, path), 'utf8')

/** Folders that hold something, however deep; below `app` and `tests` they are made at will. */
export function folders(): string[] {
  const above = (path: string) => {
    const [room = '', ...names] = path.split('/').slice(0, -1)
    if (room === 'app' || room === 'tests') return [room]
    return [room, ...names.map((_, depth) => [room, ...names.slice(0, depth + 1)].join('/'))]
  }
  return [...new Set(rooms.flatMap(walk).flatMap(above))]
}

/** What a file imports, aliases and relative paths both as a path from the top; packages by their name. */
export function importsOf({ path, text }: SourceFile): { target: string; typeOnly: boolean }[] {
  const found: { target: string; typeOnly: boolean }[] = []
  const statement =
    /(?:^|\n)\s*(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?'([^']+)'|\bimport\('([^']+)'\)/g
  for (const [, type, from, lazy] of text.matchAll(statement)) {
    const name = from ?? lazy ?? ''
    const target = name.startsWith('#') ? name.slice(1) : name.startsWith('.') ? join(path, '..', name) : name
    found.push({ target, typeOnly: type !== undefined })
  }
  return found
}
