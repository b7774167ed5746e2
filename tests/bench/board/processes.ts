import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
/** `notes`: how many the scene has; each process makes the same one. */
export type PeersTask = { notes: number; built: string }
export type OursTask = { notes: number; url: string }
/** `act`: the crowd begins, from the start; `rest`: it stops; `save`: what a path is to answer from now on. */
export type Order = { type: 'act' } | { type: 'rest' } | { type: 'save'; path: string; body: string }

/** A process beside the browser, which takes one order at a time. */
export class Beside<Ready> {
  readonly ready: Ready
  private readonly child: ChildProcess

  private constructor(child: ChildProcess, ready: Ready) {
    this.child = child
    this.ready = ready
  }

  /** Starts a module of this folder, and waits for what it says when it is ready. Throws when it ends before. */
  static async start<Ready>(module: string, task: PeersTask | OursTask): Promise<Beside<Ready>> {
    const child = fork(new URL(module, import.meta.url).pathname, [JSON.stringify(task)])
    const ended = once(child, 'exit').then(([code]) => {
      throw new Error(`${module} ended with ${code}`)
    })
    ended.catch(() => {})
    const [ready] = (await Promise.race([once(child, 'message'), ended])) as [Ready]
    return new Beside(child, ready)
  }

  async order(order: Order): Promise<void> {
    const done = once(this.child, 'message')
    this.child.send(order)
    await done
  }

  async end(): Promise<void> {
    const gone = once(this.child, 'exit')
    this.child.disconnect()
    await gone
  }
}
