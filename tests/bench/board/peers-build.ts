import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'

const root = new URL('../../..', import.meta.url).pathname
const source = new URL('peers', import.meta.url).pathname

export const peerNames = ['excalidraw', 'tldraw', 'react-flow'] as const
export type PeerName = (typeof peerNames)[number]

/**
 * Installs the peers where `node_modules` is swept away with everything else, and bundles a page of each as their makers advise,
 * minified and split by Vite. Gives the folder with the built pages. Throws when the registry can't be reached and nothing is there yet.
 */
export async function buildPeers(): Promise<string> {
  const folder = join(root, 'node_modules/.cache/board-bench')
  mkdirSync(folder, { recursive: true })
  const lock = (place: string) => readFileSync(join(place, 'package-lock.json'), 'utf8')
  const installed = join(folder, 'node_modules/.package-lock.json')
  const stale = !existsSync(installed) || lock(folder) !== lock(source)
  cpSync(source, folder, { recursive: true })
  if (stale) {
    console.log('Installing the peers (once) …')
    const flags = ['ci', '--no-audit', '--no-fund', '--loglevel=error']
    const { status } = spawnSync('npm', flags, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] })
    if (status !== 0) throw new Error('The peers could not be installed')
  }
  const out = join(folder, 'built')
  // Each on its own: a chunk that they share would hold what only the other needs.
  for (const name of peerNames)
    await build({
      root: join(folder, name),
      base: `/${name}/`,
      logLevel: 'error',
      configFile: false,
      define: { 'process.env.IS_PREACT': '"false"' },
      build: {
        outDir: join(out, name),
        emptyOutDir: true,
        target: 'es2022',
        chunkSizeWarningLimit: 1e5,
      },
    })
  const packages = join(folder, 'node_modules')
  cpSync(join(packages, '@excalidraw/excalidraw/dist/prod/fonts'), join(out, 'excalidraw-assets/fonts'), {
    recursive: true,
  })
  for (const part of ['fonts', 'icons', 'translations', 'embed-icons'])
    cpSync(join(packages, '@tldraw/assets', part), join(out, 'tldraw-assets', part), { recursive: true })
  return out
}

export function peerVersion(name: string): string {
  const file = join(root, 'node_modules/.cache/board-bench/node_modules', name, 'package.json')
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version
}
