/**
 * Runs something so that whoever asks gets a run that began after they asked. Those who ask during one share the next, so that a crowd
 * costs two.
 */
export class Latest {
  private readonly work: () => Promise<void>
  private running: Promise<void> | null = null
  private waiting: Promise<void> | null = null

  /** `work` never rejects. */
  constructor(work: () => Promise<void>) {
    this.work = work
  }

  ask(): Promise<void> {
    if (!this.running) return this.run()
    this.waiting ??= this.running.then(() => {
      this.waiting = null
      return this.run()
    })
    return this.waiting
  }

  private run(): Promise<void> {
    const run = this.work().then(() => {
      if (this.running === run) this.running = null
    })
    this.running = run
    return run
  }
}
