import { WrongSetting } from '#server/config.ts'
import { BackupRefused, type BackupReport } from '#server/store/sqlite-backup.ts'

/**
 * Runs what an operator asked for and prints the sentence that it gives; null: it was not asked well, so its usage is shown. What they can do
 * something about is told without a stack.
 */
export async function asAsked(usage: string, work: () => Promise<string | null>): Promise<void> {
  try {
    const sentence = await work()
    if (sentence === null) throw new BackupRefused(`Usage: ${usage}`)
    process.stdout.write(`${sentence}\n`)
  } catch (error) {
    process.exitCode = 1
    const known = error instanceof BackupRefused || error instanceof WrongSetting || isOfTheSystem(error)
    if (!known) throw error
    process.stderr.write(`${(error as Error).message}\n`)
  }
}

/** A full disk, a folder that one may not write in, an option that is not known. */
const isOfTheSystem = (error: unknown): boolean =>
  error instanceof Error && typeof (error as NodeJS.ErrnoException).code === 'string'

const counted = (n: number, word: string) => `${n} ${word}${n === 1 ? '' : 's'}`

export function told({ sessions, events, damaged, bytes, step }: BackupReport): string {
  const size = `${(bytes / 1024 / 1024).toFixed(1)} MB`
  const lost = damaged > 0 ? `, of which ${counted(damaged, 'update')} had been damaged before` : ''
  return `${counted(sessions, 'session')}, ${size}${lost}, step ${step}; ${counted(events, 'event')} of the audit trails follow on each other`
}
