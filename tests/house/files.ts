import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const root = new URL('../..', import.meta.url).pathname
const rooms = ['app', 'components', 'lib', 'server', 'scripts', 'tests']

export type SourceFile = { path: string; text: string }

function walk(folder: string): string[] {
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

/** Folders of the project down to two levels, except those that routes and tests make at will. */
export function folders(): string[] {
  const below = (folder: string) =>
    readdirSync(join(root, folder), { withFileTypes: true })
      .filter(entry => entry.isDirectory())
      .map(entry => `${folder}/${entry.name}`)
  return [...rooms, ...rooms.filter(room => room !== 'app' && room !== 'tests').flatMap(below)]
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
