import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { dropDatabase, makeDatabase } from './database.ts'
import { environmentOf, type Installation } from './installation.ts'
import { shipped } from './shipped.ts'

/** A real server in a process of its own, on a free port, on an installation of its own. */
export type TestServer = Installation & {
  url: string
  /** All that it told who runs it. */
  log(): string
  /** Its process, for who asks the kernel about it. */
  pid(): number
  /** `kill -9`: nothing is flushed, nobody is told. */
  kill(): Promise<void>
  /** Tells it to stop, as an operator does. Gives what its exit code will be. */
  stop(): Promise<number | null>
  /** Starts again on the same port and the same data. */
  restart(): Promise<void>
  /** Starts again on the same data but another port, where no client that knew the former one comes back to; gives its URL. */
  restartElsewhere(): Promise<string>
  /** Ends it and throws its data away. */
  remove(): Promise<void>
}

/**
 * `perHour`: how many sessions may be begun on it in an hour; more than any test makes when not told otherwise. `settings`: of the
 * environment; a DATABASE_URL among them is of who gives it, to throw away as well.
 */
export async function startServer(
  folder = mkdtempSync(join(tmpdir(), 'mozaiekbord-server-')),
  perHour = 100_000,
  /** The mail server that letters go by; without it none can be mailed. */
  smtp?: string,
  settings: Record<string, string> = {},
): Promise<TestServer> {
  const script = new URL('serve.ts', import.meta.url).pathname
  const own = settings.DATABASE_URL === undefined ? await makeDatabase() : null
  const kept = { folder, database: own ?? (settings.DATABASE_URL || null) }
  let running: ChildProcess
  let log = ''
  const start = async (port: string): Promise<string> => {
    // The suite's own process runs on the Node in node_modules, so this one does too.
    const given = [...shipped().flags, script, folder, port, String(perHour), ...(smtp ? [smtp] : [])]
    const child = spawn(process.execPath, given, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...settings, ...environmentOf(kept) },
    })
    running = child
    child.stderr.on('data', (piece: Buffer) => {
      log += piece
      process.stderr.write(piece)
    })
    const lines = createInterface({ input: child.stdout })
    const ended = once(child, 'exit').then(([code]) => {
      throw new Error(`The server ended with ${code}`)
    })
    const [line] = (await Promise.race([once(lines, 'line'), ended])) as [string]
    ended.catch(() => {})
    return line
  }
  const kill = async () => {
    if (running.exitCode !== null || running.signalCode !== null) return
    const gone = once(running, 'exit')
    running.kill('SIGKILL')
    await gone
  }
  const stop = async () => {
    const gone = once(running, 'exit')
    running.kill('SIGTERM')
    const [code] = (await gone) as [number | null]
    return code
  }
  const port = await start('0')
  return {
    url: `http://127.0.0.1:${port}`,
    ...kept,
    log: () => log,
    pid: () => running.pid ?? Number.NaN,
    kill,
    stop,
    restart: async () => void (await start(port)),
    restartElsewhere: async () => `http://127.0.0.1:${await start('0')}`,
    remove: async () => {
      await kill()
      for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true })
      if (own !== null) await dropDatabase(own)
    },
  }
}
