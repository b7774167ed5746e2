/**
 * Does something once for all who ask meanwhile, so that questions don't pile up behind an answer that is long in coming. Rejects for who
 * waited `within` ms; the work goes on, and no other begins before it is done.
 */
export function shared<T>(work: () => Promise<T>, within: number): () => Promise<T> {
  let running: Promise<T> | null = null
  return async () => {
    running ??= work().finally(() => {
      running = null
    })
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error('no answer in time')), within)
    })
    try {
      return await Promise.race([running, late])
    } finally {
      clearTimeout(timer)
    }
  }
}
