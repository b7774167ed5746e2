import { constants } from 'node:os'
import type { App } from './app.ts'
import type { Log } from './log.ts'

/** What is left of the time to close the store after the last answer, in ms. */
const CLOSING_MS = 500

/**
 * Has the process end in order when it is told to (SIGTERM, or Ctrl-C): `noticeSeconds` after `/readyz` began to say so everybody is sent
 * on, and `stopSeconds` after that it is gone, with exit code 0. Told a second time it ends at once: what anybody was shown is durable
 * all the same.
 */
export function stopWhenTold(
  app: Pick<App, 'stop'>,
  log: Log,
  { noticeSeconds, stopSeconds }: { noticeSeconds: number; stopSeconds: number },
): void {
  let told = false
  const stop = async (signal: 'SIGTERM' | 'SIGINT') => {
    if (told) process.exit(128 + constants.signals[signal])
    told = true
    log('info', 'stopping')
    const [notice, within] = [noticeSeconds * 1000, stopSeconds * 1000]
    setTimeout(() => {
      log('warn', 'stopped before all was answered')
      process.exit(0)
    }, notice + within)
    await app.stop({ notice, answers: Math.max(0, within - CLOSING_MS) })
    log('info', 'stopped')
    process.exit(0)
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
}
