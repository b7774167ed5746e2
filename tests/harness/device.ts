import type { Kept, Key, Row, StoreName } from '#components/live/database.ts'

type Range = (key: Key) => boolean

/** A device's database in memory, with the same promises as `components/live/database.ts`: whole transactions, one after another. */
export function deviceInMemory() {
  let rows = new Map<string, { store: StoreName; key: Key; value: unknown }>()
  let queue: Promise<unknown> = Promise.resolve()
  const nameOf = (store: StoreName, key: Key) => JSON.stringify([store, ...key])
  const compare = (a: Key, b: Key): number => {
    for (const [at, part] of a.entries()) {
      const other = b[at]
      if (other === undefined) return 1
      if (part !== other) return part < other ? -1 : 1
    }
    return a.length - b.length
  }
  const keep = <T>(_: readonly StoreName[], work: (kept: Kept) => Promise<T>): Promise<T> => {
    const turn = queue.then(async () => {
      const changed = new Map(rows)
      const kept = {
        all: async <V>(store: StoreName, range: Range): Promise<Row<V>[]> =>
          [...changed.values()]
            .filter(row => row.store === store && range(row.key))
            .sort((a, b) => compare(a.key, b.key))
            .map(({ key, value }) => ({ key, value: value as V })),
        put: (store: StoreName, key: Key, value: unknown) =>
          void changed.set(nameOf(store, key), { store, key, value }),
        remove: (store: StoreName, range: Range | Key) => {
          const goes = typeof range === 'function' ? range : (key: Key) => compare(key, range) === 0
          for (const [name, row] of changed) if (row.store === store && goes(row.key)) changed.delete(name)
        },
      }
      const value = await work(kept as unknown as Kept)
      rows = changed
      return value
    })
    queue = turn.catch(() => {})
    return turn
  }
  return {
    keep,
    under: (...start: Key): Range => {
      return key => start.every((part, at) => key[at] === part)
    },
    count: (store: StoreName): number => [...rows.values()].filter(row => row.store === store).length,
    /** Everything under way is written. */
    settled: () => queue,
    clear: () => rows.clear(),
  }
}
