import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '#tests/harness/free-port.ts'

/** The whole product as it is started by hand, for a test to kill. */
export type ServerWithPages = {
  url: string
  /** `kill -9`: nothing is flushed, nobody is told. */
  kill(): Promise<void>
  /** Tells it to stop, as an operator does, and waits until it has. Gives its exit code. */
  stop(): Promise<number | null>
  /** Starts again on the same port and data. */
  start(): Promise<void>
  /** Stands still, with its sockets open: what a device that was carried out of reach is left with. */
  hold(): void
  release(): void
  /** Puts the same pages there as another build, without a file that only the former one had, for when it starts again. */
  build(name: string, gone: string): void
  remove(): Promise<void>
}

const top = new URL('../..', import.meta.url).pathname

/** A folder with the product in it whose build may be changed: the built pages are copied, all else is linked. */
function ownCopy(folder: string): string {
  const root = join(folder, 'product')
  mkdirSync(root)
  for (const name of readdirSync(top))
    if (name !== '.next' && name !== 'data') symlinkSync(join(top, name), join(root, name))
  const built = join(top, '.next')
  cpSync(built, join(root, '.next'), {
    recursive: true,
    filter: path => !path.startsWith(join(built, 'cache')),
    verbatimSymlinks: true,
  })
  return root
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

const commands = { node: ['node', 'server/main.ts'], 'npm start': ['npm', 'start'] } as const

/** `own`: with a build of its own, which may be changed. `known`: it is told how people reach it. `by`: what starts it. `more`: other settings. */
export async function serverWithPages({
  own = false,
  known = true,
  by = 'node' as keyof typeof commands,
  more = {} as Record<string, string>,
} = {}): Promise<ServerWithPages> {
  const folder = mkdtempSync(join(tmpdir(), 'mozaiekbord-e2e-'))
  const port = await freePort()
  const url = `http://localhost:${port}`
  const root = own ? ownCopy(folder) : top
  let running: ChildProcess
  const start = async () => {
    const settings = {
      PORT: String(port),
      HOST: '127.0.0.1',
      DATA_DIR: folder,
      PUBLIC_URL: known ? url : '',
      LOG_LEVEL: 'warn',
      SESSIONS_PER_HOUR: '10000',
      ...more,
    }
    const [command, ...rest] = commands[by]
    // A group of its own, so that what a script starts ends with it.
    running = spawn(command, rest, {
      cwd: root,
      env: { ...process.env, ...settings },
      stdio: ['ignore', 'ignore', 'inherit'],
      detached: true,
    })
    await answers(`${url}/healthz`, running)
  }
  const signal = (name: NodeJS.Signals) => void process.kill(-(running.pid as number), name)
  const kill = async () => {
    if (running.exitCode !== null || running.signalCode !== null) return
    const gone = once(running, 'exit')
    signal('SIGKILL')
    await gone
  }
  const stop = async () => {
    const gone = once(running, 'exit')
    running.kill('SIGTERM')
    const [code] = (await gone) as [number | null]
    return code
  }
  await start()
  return {
    url,
    start,
    stop,
    kill,
    hold: () => signal('SIGSTOP'),
    release: () => signal('SIGCONT'),
    build: (name, gone) => {
      if (!own) throw new Error('others read this build')
      writeFileSync(join(root, '.next', 'BUILD_ID'), name)
      rmSync(join(root, gone.replace('/_next/', '.next/')))
    },
    remove: async () => {
      await kill()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
