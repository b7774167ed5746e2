/**
 * The JavaScript that a modern browser loads per route, gzipped, from the built pages' own script tags; fails past a budget.
 * Run after `next build`, which is what `npm run build` does.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

/** Most kB (1000 bytes) of gzip per route; what is loaded lazily at once on the board is counted with it. */
const budgets: Record<string, number> = { '/join': 160, '/[session]/board': 340 }
const built = '.next'

type Manifest = {
  entryJSFiles?: Record<string, string[]>
  clientModules?: Record<string, { chunks: string[] }>
}

/** Each page with a manifest of what it loads in the browser. */
function manifests(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return manifests(path)
    return entry.name === 'page_client-reference-manifest.js' ? [path] : []
  })
}

function readManifest(path: string): Manifest {
  const text = readFileSync(path, 'utf8')
  const start = text.indexOf('{', text.indexOf('] = ') === -1 ? text.indexOf(']=') : text.indexOf('] = '))
  return JSON.parse(text.slice(start, text.lastIndexOf('}') + 1)) as Manifest
}

const gzipped = new Map<string, number>()
function weigh(chunk: string): number {
  const file = join(built, decodeURIComponent(chunk).replace(/^\/?(_next\/)?/, ''))
  const known = gzipped.get(file)
  if (known !== undefined) return known
  const size = existsSync(file) ? gzipSync(readFileSync(file), { level: 9 }).length : 0
  gzipped.set(file, size)
  return size
}

const shell = (
  JSON.parse(readFileSync(join(built, 'build-manifest.json'), 'utf8')) as { rootMainFiles: string[] }
).rootMainFiles
const app = join(built, 'server/app')
let over = false
console.log('JavaScript per route, kB gzip')
for (const path of manifests(app).sort()) {
  const route = path.slice(app.length).replace(/\/page_client-reference-manifest\.js$/, '') || '/'
  const { entryJSFiles = {}, clientModules = {} } = readManifest(path)
  const chunks = new Set([...shell, ...Object.values(entryJSFiles).flat()])
  for (const { chunks: more } of Object.values(clientModules))
    for (const chunk of more) if (chunk.endsWith('.js')) chunks.add(chunk.replace(/^\/_next\//, ''))
  const size = [...chunks].reduce((sum, chunk) => sum + weigh(chunk), 0) / 1000
  const budget = budgets[route]
  const past = budget !== undefined && size > budget
  if (past) over = true
  const remark =
    budget === undefined ? '' : past ? `  past its budget of ${budget}` : `  of at most ${budget}`
  console.log(`${size.toFixed(0).padStart(6)}  ${route}${remark}`)
}
if (over) process.exit(1)
