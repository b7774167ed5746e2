import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from './free-port.ts'
import { Program, program } from './program.ts'

/** A Redis of a test's own, on a free port. It keeps nothing: what it held is gone when it stops. */
export type TestRedis = {
  url: string
  port: number
  pid(): number
  stop(): Promise<void>
  /** Starts it on the same port, empty; one that runs is stopped first. */
  restart(): Promise<void>
  /** Stands still: connections stay open, nothing is answered. */
  pause(): void
  resume(): void
  /** Ends it for good. */
  remove(): Promise<void>
}

/** `also`: an address of this machine that it is reached by besides. */
export async function startRedis(also?: string): Promise<TestRedis> {
  const folder = mkdtempSync(join(tmpdir(), 'mozaiekbord-redis-'))
  const port = await freePort()
  const server = new Program(
    program('redis-server', 'redis-server'),
    [
      ...['--port', String(port), '--bind', '127.0.0.1', ...(also ? [also] : []), '--protected-mode', 'no'],
      ...['--dir', folder, '--save', '', '--appendonly', 'no'],
    ],
    /[Rr]eady to accept connections/,
  )
  await server.start()
  return {
    url: `redis://127.0.0.1:${port}`,
    port,
    pid: () => server.pid,
    stop: async () => void (await server.end('SIGKILL')),
    restart: async () => {
      await server.end('SIGKILL')
      await server.start()
    },
    pause: () => server.signal('SIGSTOP'),
    resume: () => server.signal('SIGCONT'),
    remove: async () => {
      await server.end('SIGKILL')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
