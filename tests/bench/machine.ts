import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'

/** Servers run on the first core, whoever makes the load on the second, so that neither slows the other. */
export const SERVER_CORE = 0
export const LOAD_CORE = 1

/** Ticks of /proc's clock a second; Linux has had 100 on every machine that this runs on. */
const TICKS_A_SECOND = 100

export function pin(pid: number, core: number): void {
  for (let left = 5; left > 0; left--) {
    const { status } = spawnSync('taskset', ['-a', '-c', '-p', String(core), String(pid)])
    if (status === 0) return
    // A thread ended between being listed and being moved.
  }
  throw new Error('taskset could not move this process to a core of its own')
}

/** CPU time that a process has had in all its threads, user and system, in seconds. */
export function cpuSeconds(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND
}

/** Begins a new peak of a process's memory. */
export function forgetPeak(pid: number): void {
  writeFileSync(`/proc/${pid}/clear_refs`, '5')
}

/** The most memory that a process has held since `forgetPeak`, in MB. */
export function peakMegabytes(pid: number): number {
  const peak = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return Number(peak) / 1024
}

export function machine(): { cpu: string; cores: number; memory: string; node: string; kernel: string } {
  const total = /MemTotal:\s+(\d+) kB/.exec(readFileSync('/proc/meminfo', 'utf8'))?.[1]
  return {
    cpu: cpus()[0]?.model ?? 'unknown',
    cores: cpus().length,
    memory: `${Math.round(Number(total) / 1024 / 1024)} GB`,
    node: process.version,
    kernel: readFileSync('/proc/sys/kernel/osrelease', 'utf8').trim(),
  }
}
