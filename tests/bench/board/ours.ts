import { spawnSync } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { wallMessages } from '#lib/i18n/wall.ts'
import { serverWithPages } from '../../e2e/server-with-pages.ts'
import type { Place } from './measure.ts'
import { Beside, type Order } from './processes.ts'

const root = new URL('../../..', import.meta.url).pathname

function newest(path: string): number {
  const found = statSync(join(root, path))
  if (!found.isDirectory()) return found.mtimeMs
  return Math.max(0, ...readdirSync(join(root, path)).map(name => newest(join(path, name))))
}

/** Builds the pages as they ship, when what they are made of is newer than what was built last. */
export function buildPages(): void {
  const built = statSync(join(root, '.next/BUILD_ID'), { throwIfNoEntry: false })?.mtimeMs ?? 0
  if (['app', 'components', 'lib', 'package-lock.json'].every(path => newest(path) < built)) return
  console.log('Building pages …')
  const { status } = spawnSync('npm', ['run', 'build'], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] })
  if (status !== 0) throw new Error('The pages could not be built')
}

/** The whole product in a process of its own, with a session in which thirty people sit who laid the notes. */
export async function startOurs(
  notes: number,
): Promise<{ place: Place; order: (order: Order) => Promise<void>; end: () => Promise<void> }> {
  const server = await serverWithPages()
  const { url } = server
  const guests = await Beside.start<{ session: string; code: string }>('ours-process.ts', { notes, url })
  const { session, code } = guests.ready
  let visits = 0
  const place: Place = {
    subject: 'ours',
    url: `${url}/${session}/board`,
    // Whoever is measured joins as everybody does, and gets the cookie.
    enter: async ({ context }) => {
      const data = { code, name: `Kijker ${++visits}`, partner: null }
      const answer = await context.request.post(`${url}/api/join`, { data, headers: { origin: url } })
      if (!answer.ok()) throw new Error(`joining was answered with ${answer.status()}`)
    },
    // In a full hall the wall shows pointers only to who asks for them; the peers show them to all.
    prepare: ({ page }) => page.getByRole('button', { name: wallMessages.nl.pointers }).click(),
  }
  return {
    place,
    order: order => guests.order(order),
    end: async () => {
      await guests.end()
      await server.remove()
    },
  }
}
