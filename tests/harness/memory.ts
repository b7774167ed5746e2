import { readFileSync, writeFileSync } from 'node:fs'

/** The most memory that a process held since `forgetPeak`, or since it began: all its threads, in MB, as the kernel counts it. */
export function peakOf(pid: number): number {
  const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  if (kilobytes === undefined) throw new Error('the kernel does not tell how much memory a process held')
  return Number(kilobytes) / 1024
}

/** Has the kernel count anew, from what the process holds now. */
export const forgetPeak = (pid: number): void => writeFileSync(`/proc/${pid}/clear_refs`, '5')
