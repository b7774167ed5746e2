import { Bucket } from '#server/bucket.ts'

/** How many items Yjs may look at for one update more; finding a place among others' edits takes some hundreds. */
const STEPS_PER_UPDATE = 1000

/** Sockets that one person may have open: tabs, devices, and lines that died unnoticed. */
export const SOCKETS_MAX = 32

/**
 * What one person may have the server do. `updates`: that they send; typing by hand makes some ten a second. `bytes`: of updates; a
 * full set of notes is half a megabyte, typing some hundreds a second. `questions`: for a whole document or for all who are here, which
 * each new line asks once.
 */
export class Rate {
  private readonly updates: Bucket
  private readonly bytes: Bucket
  private readonly questions: Bucket
  private sockets = 0

  constructor(now: number) {
    this.updates = new Bucket(600, 100, now)
    this.bytes = new Bucket(2 * 1024 * 1024, 16 * 1024, now)
    this.questions = new Bucket(40, 2, now)
  }

  /** Whether one more update of this size may come in now. */
  takeUpdate(bytes: number, now: number): boolean {
    return this.updates.take(1, now) && this.bytes.take(bytes, now)
  }

  takeQuestion(now: number): boolean {
    return this.questions.take(1, now)
  }

  /** Whether one more socket may be opened; it counts until `leaveSocket`. */
  takeSocket(): boolean {
    if (this.sockets >= SOCKETS_MAX) return false
    this.sockets++
    return true
  }

  leaveSocket(): void {
    this.sockets--
  }

  /** Counts an update for which Yjs had to look at many items as many updates. */
  charge(steps: number, now: number): void {
    this.updates.spend(steps / STEPS_PER_UPDATE, now)
  }
}

/**
 * Presence from one socket: a page tells of itself some ten times a second, and y-websocket says again whatever it hears, which is a
 * frame some twenty times a second.
 */
export const presenceRate = (now: number): Bucket => new Bucket(1000, 200, now)
