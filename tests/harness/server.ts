import { mkdtemp, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createApp } from '#server/app.ts'
import { createSqliteStore } from '#server/store/sqlite.ts'

export type Running = { url: string; stop(): Promise<void> }

/** The API and sockets on a free port of their own, on a real database in a temporary folder; without pages. */
export async function startServer(): Promise<Running> {
  const folder = await mkdtemp(join(tmpdir(), 'mozaiekbord-'))
  const store = await createSqliteStore(join(folder, 'test.sqlite'))
  const publicUrl = 'http://board.test'
  const app = await createApp({ store, log: () => undefined, publicUrl, dev: false, pages: null })
  await new Promise<void>(done => app.server.listen(0, '127.0.0.1', done))
  const { port } = app.server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    async stop() {
      await app.stop()
      await rm(folder, { recursive: true })
    },
  }
}
