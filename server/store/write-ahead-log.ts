import { type FileHandle, open } from 'node:fs/promises'

/** How long, in ms, a commit in NORMAL may wait to be forced to the disk. */
const FORCED_WITHIN = 250

/**
 * SQLite's write-ahead log, forced to the disk now and then beside the work: a commit in NORMAL leaves that to us, and SQLite's
 * own way would have everybody wait. The file stays the same one for as long as the database is open.
 */
export class WriteAheadLog {
  private readonly file: string
  private handle: FileHandle | null = null
  private forcing: Promise<void> | null = null
  private timer: NodeJS.Timeout | null = null

  constructor(file: string) {
    this.file = file
  }

  /** What was committed until now is on the disk within a quarter of a second. */
  forceSoon(): void {
    this.timer ??= setTimeout(() => {
      this.timer = null
      this.forcing = this.force()
    }, FORCED_WITHIN).unref()
  }

  async close(): Promise<void> {
    if (this.timer) clearTimeout(this.timer)
    this.timer = null
    await this.forcing
    await this.handle?.close()
    this.handle = null
  }

  private async force(): Promise<void> {
    try {
      this.handle ??= await open(this.file, 'r+')
      await this.handle.datasync()
    } catch {
      // The next one takes these along; whoever writes meanwhile is told of the disk.
      this.forceSoon()
    }
  }
}
