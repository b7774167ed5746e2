import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { packageOf, type Tool, whereIs } from '../../scripts/debian-tools.ts'

/** The full path of one of Debian's programs. Throws when it isn't installed. */
export function program(command: string, tool: Tool): string {
  const path = whereIs(command)
  if (path === null)
    throw new Error(`${command} is missing: install ${packageOf(tool)} (scripts/test.sh does so with apt).`)
  return path
}

/** How much of what a program said is kept, in characters. */
const SAID_MAX = 20_000

/** What runs must not outlive the tests that started it. */
const running = new Set<ChildProcess>()
process.on('exit', () => {
  for (const child of running) killed(child.pid)
})
// Told to stop, a process ends without that.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))

function killed(pid: number | undefined): void {
  try {
    if (pid !== undefined) process.kill(pid, 'SIGKILL')
  } catch {
    // Gone already.
  }
}

/** A program of another's under a test: started, stopped by its own signal or `kill -9`, and started again. */
export class Program {
  private readonly command: string
  private readonly args: readonly string[]
  private readonly options: SpawnOptions
  private readonly ready: RegExp | null
  private child: ChildProcess | null = null
  /** The end of what it said on both outputs. */
  said = ''

  /** `ready`: what it says, on either output, when it takes connections; null: it says nothing. */
  constructor(...[command, args, ready, options]: [string, readonly string[], RegExp | null, SpawnOptions?]) {
    this.command = command
    this.args = args
    this.ready = ready
    this.options = options ?? {}
  }

  get runs(): boolean {
    return this.child !== null && this.child.exitCode === null && this.child.signalCode === null
  }

  get pid(): number {
    if (!this.child?.pid) throw new Error(`${this.command} does not run.`)
    return this.child.pid
  }

  /** Starts it and waits until it takes connections. Throws with what it said when it ends instead. */
  async start(): Promise<void> {
    const child = spawn(this.command, this.args, { stdio: ['ignore', 'pipe', 'pipe'], ...this.options })
    this.child = child
    running.add(child)
    this.said = ''
    await new Promise<void>((resolve, reject) => {
      const hear = (data: Buffer) => {
        this.said = `${this.said}${data}`.slice(-SAID_MAX)
        if (this.ready?.test(this.said)) resolve()
      }
      child.stdout?.on('data', hear)
      child.stderr?.on('data', hear)
      child.once('error', reject)
      if (this.ready === null) child.once('spawn', resolve)
      child.once('exit', code => {
        running.delete(child)
        reject(new Error(`${this.command} ended with ${code}: ${this.said}`))
      })
    })
  }

  signal(name: NodeJS.Signals): void {
    process.kill(this.pid, name)
  }

  /** Tells it to stop by a signal, and waits until it is gone. Gives its exit code; null when the signal ended it. */
  async end(signal: NodeJS.Signals): Promise<number | null> {
    const child = this.child
    if (!child || !this.runs) return null
    const gone = once(child, 'exit')
    // Those that it started first: else they would go on for a moment with what they had in hand.
    if (signal === 'SIGKILL') for (const each of childrenOf(child.pid)) killed(each)
    child.kill(signal)
    const [code] = (await gone) as [number | null]
    return code
  }
}

function childrenOf(pid: number | undefined): number[] {
  try {
    return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number)
  } catch {
    return []
  }
}
