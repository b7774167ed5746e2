import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The whole product as it is started by hand, for a test to kill. */
export type ServerWithPages = {
  url: string
  /** `kill -9`: nothing is flushed, nobody is told. */
  kill(): Promise<void>
  /** Starts again on the same port and data. */
  start(): Promise<void>
  /** Stands still, with its sockets open: what a device that was carried out of reach is left with. */
  hold(): void
  release(): void
  remove(): Promise<void>
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

async function answers(url: string, running: ChildProcess): Promise<void> {
  const ended = once(running, 'exit').then(([code]) => {
    throw new Error(`The server ended with ${code}`)
  })
  ended.catch(() => {})
  for (;;) {
    const answer = await Promise.race([fetch(url).catch(() => null), ended])
    if (answer?.ok) return
    await new Promise(resolve => setTimeout(resolve, 50))
  }
}

export async function serverWithPages(): Promise<ServerWithPages> {
  const folder = mkdtempSync(join(tmpdir(), 'mozaiekbord-e2e-'))
  const port = await freePort()
  const url = `http://localhost:${port}`
  const root = new URL('../..', import.meta.url).pathname
  let running: ChildProcess
  const start = async () => {
    const settings = {
      PORT: String(port),
      HOST: '127.0.0.1',
      DATA_DIR: folder,
      PUBLIC_URL: url,
      LOG_LEVEL: 'warn',
    }
    running = spawn('node', ['server/main.ts'], {
      cwd: root,
      env: { ...process.env, ...settings },
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    await answers(`${url}/healthz`, running)
  }
  const kill = async () => {
    if (running.exitCode !== null || running.signalCode !== null) return
    const gone = once(running, 'exit')
    running.kill('SIGKILL')
    await gone
  }
  await start()
  return {
    url,
    start,
    kill,
    hold: () => void running.kill('SIGSTOP'),
    release: () => void running.kill('SIGCONT'),
    remove: async () => {
      await kill()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
