import { setTimeout as passed } from 'node:timers/promises'

/** How long a server took for each answer that it gave while something else was done, and how long all of it took; in ms. */
export type Meanwhile<T> = { done: T; took: number; waits: number[] }

/** Asks a server whether it is up, time and again until `work` is done, and one at a time: a server that stands still gives no answer. */
export async function askedMeanwhile<T>(url: string, work: Promise<T>): Promise<Meanwhile<T>> {
  const began = performance.now()
  let over = false
  const end = () => {
    over = true
  }
  work.then(end, end)
  const waits: number[] = []
  while (!over) {
    const asked = performance.now()
    const { status } = await fetch(`${url}/healthz`)
    if (status !== 200) throw new Error(`/healthz answered ${status}`)
    waits.push(performance.now() - asked)
    await passed(10)
  }
  return { done: await work, took: performance.now() - began, waits }
}

/** What was found, in a line. */
export function told({ took, waits }: Meanwhile<unknown>): string {
  const sorted = waits.toSorted((one, other) => one - other)
  const at = (share: number) => Math.round(sorted[Math.floor(sorted.length * share)] ?? 0)
  const longest = Math.round(sorted.at(-1) ?? 0)
  return `${Math.round(took)} ms; meanwhile ${waits.length} answers: median ${at(0.5)} ms, 95% ${at(0.95)} ms, longest ${longest} ms`
}
