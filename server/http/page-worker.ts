import { readdirSync, readFileSync } from 'node:fs'
import type { ServerResponse } from 'node:http'
import { join } from 'node:path'

export const pageWorkerPath = '/worker.js'

/** In development pages change all the time: a worker of a former build takes itself away. */
const leaving = `self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', event => event.waitUntil(self.registration.unregister()))
`

/** The script of the worker that opens session pages without a network, for the build in `folder`; null: in development. */
export function pageWorker(folder: string | null): (response: ServerResponse) => void {
  const script = folder === null ? leaving : forBuild(folder)
  return response => {
    response.setHeader('Content-Type', 'text/javascript; charset=utf-8')
    response.setHeader('Cache-Control', 'no-cache')
    response.end(script)
  }
}

function forBuild(folder: string): string {
  const build = readFileSync(join(folder, 'BUILD_ID'), 'utf8').trim()
  const files = readdirSync(join(folder, 'static', 'chunks'), { recursive: true, encoding: 'utf8' })
    .filter(name => /\.(js|css)$/.test(name))
    .sort()
    .map(name => `/_next/static/chunks/${name}`)
  const code = readFileSync(new URL('page-worker-script.js', import.meta.url), 'utf8')
  return `const BUILD = ${JSON.stringify(build)}\nconst FILES = ${JSON.stringify(files)}\n${code}`
}
