import { Worker } from 'node:worker_threads'

/** The workshop has too much to do, or a job took too long. */
export class WorkshopBusy extends Error {}
/** A job failed; `reason` is the name of the error that the script threw. */
export class JobFailed extends Error {
  readonly reason: string
  constructor(message: string, reason: string) {
    super(message)
    this.reason = reason
  }
}

/** What a script answers to `{ id, job }`. */
export type JobAnswer = { id: number; result?: unknown; error?: { message: string; name: string } }
type Waiting = { id: number; job: unknown; done: (result: never) => void; fail: (error: Error) => void }

/** Most jobs that wait for their turn; each is a request that keeps its bytes in memory. */
const WAITING_MAX = 20
const JOB_TIMEOUT = 30_000
/** An idle thread is ended after a while: its fonts and caches take some 100 MB. */
const IDLE = 5 * 60_000

/** Room for what is made and soon forgotten, in MB. With more of it a thread is little faster and holds some 50 MB more. */
const YOUNG = 8

export type Workshop<Job, Done> = {
  /** Does one job; they are done in turn. Throws WorkshopBusy or JobFailed. */
  run(job: Job): Promise<Done>
  stop(): Promise<void>
}

/** Work that would hold up the sockets, done by a script in a thread of its own. The thread is started when there is work. */
export function createWorkshop<Job, Done>(script: URL): Workshop<Job, Done> {
  let worker: Worker | null = null
  let current: Waiting | null = null
  let timer: NodeJS.Timeout | undefined
  let last = 0
  const waiting: Waiting[] = []

  const end = async () => {
    clearTimeout(timer)
    const ending = worker
    worker = null
    await ending?.terminate()
  }
  const give = (how: (one: Waiting) => void) => {
    clearTimeout(timer)
    const one = current
    current = null
    if (one) how(one)
    next()
  }
  const broken = (error: Error) => {
    void end()
    give(one => one.fail(error))
  }
  const start = (): Worker => {
    const started = new Worker(script, { resourceLimits: { maxYoungGenerationSizeMb: YOUNG } })
    // Only the one at work is listened to: a thread that was given up may still have something to say.
    const ours = (act: () => void) => () => started === worker && act()
    started.on('message', ({ id, result, error }: JobAnswer) => {
      if (started !== worker || id !== current?.id) return
      give(one => (error ? one.fail(new JobFailed(error.message, error.name)) : one.done(result as never)))
    })
    started.on('error', error => ours(() => broken(new JobFailed(String(error), 'Error')))())
    started.on(
      'exit',
      ours(() => broken(new JobFailed('the thread ended', 'Error'))),
    )
    started.unref()
    return started
  }
  const next = () => {
    if (current) return
    current = waiting.shift() ?? null
    if (!current) {
      timer = setTimeout(() => void end(), IDLE).unref()
      return
    }
    worker ??= start()
    worker.postMessage({ id: current.id, job: current.job })
    timer = setTimeout(() => broken(new WorkshopBusy('a job took too long')), JOB_TIMEOUT)
  }
  return {
    run: job =>
      new Promise<Done>((done, fail) => {
        if (waiting.length >= WAITING_MAX) throw new WorkshopBusy('too many jobs are waiting')
        last += 1
        waiting.push({ id: last, job, done, fail })
        if (!current) clearTimeout(timer)
        next()
      }),
    async stop() {
      const stopped = new WorkshopBusy('the server is stopping')
      for (const one of waiting.splice(0)) one.fail(stopped)
      current?.fail(stopped)
      current = null
      await end()
    },
  }
}
