/**
 * What this device keeps of the sessions that people took part in on it. Every key begins with the session and the person, so
 * that one person's things are never another's and go together. `views`: what the session looked like; `copies`: what the server
 * has shown of a document; `unsent`: edits that it has not; `tray`: texts that it didn't take.
 */
const stores = ['views', 'copies', 'unsent', 'tray'] as const
export type StoreName = (typeof stores)[number]
export type Key = readonly (string | number)[]
export type Row<T> = { key: Key; value: T }

const NAME = 'mozaiekbord'
const VERSION = 1
/** How long the browser may take to open it, in ms; some never answer. */
const OPEN_MAX = 3000

/** All keys that begin with these: arrays sort behind numbers and texts. */
export const under = (...start: Key): IDBKeyRange => IDBKeyRange.bound([...start], [...start, []])

/** One transaction's view of the stores that it was opened for. */
export type Kept = {
  /** Everything in a range, in the order of the keys. */
  all<T>(store: StoreName, range: IDBKeyRange): Promise<Row<T>[]>
  put(store: StoreName, key: Key, value: unknown): void
  remove(store: StoreName, range: IDBKeyRange | Key): void
}

let opened: Promise<IDBDatabase> | null = null

function open(): Promise<IDBDatabase> {
  opened ??= new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(NAME, VERSION)
    const late = setTimeout(() => reject(new Error('the database does not open')), OPEN_MAX)
    request.onupgradeneeded = () => {
      for (const store of stores) request.result.createObjectStore(store)
    }
    request.onerror = () => reject(request.error)
    request.onsuccess = () => {
      clearTimeout(late)
      const db = request.result
      // A newer version of the product in another tab may change it; this tab opens it again when it needs it.
      const close = () => {
        db.close()
        opened = null
      }
      db.onversionchange = close
      db.onclose = close
      resolve(db)
    }
  })
  return opened
}

const result = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })

function keptIn(transaction: IDBTransaction): Kept {
  return {
    async all<T>(store: StoreName, range: IDBKeyRange) {
      const held = transaction.objectStore(store)
      const [keys, values] = [held.getAllKeys(range), held.getAll(range)]
      const [found, read] = await Promise.all([result(keys), result<T[]>(values)])
      return found.map((key, index) => ({ key: key as unknown as Key, value: read[index] as T }))
    },
    put: (store, key, value) => void transaction.objectStore(store).put(value, [...key]),
    remove: (store, range) =>
      void transaction
        .objectStore(store)
        .delete(range instanceof IDBKeyRange ? range : ([...range] as IDBValidKey)),
  }
}

/**
 * Runs `work` in one transaction: all of it is kept or nothing, and no other tab comes between. `work` may wait for what it reads
 * and for nothing else. Rejects when the browser keeps nothing (storage off, disk full).
 */
export async function keep<T>(names: readonly StoreName[], work: (kept: Kept) => Promise<T>): Promise<T> {
  const transaction = (await open()).transaction(names, 'readwrite')
  const done = new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => reject(transaction.error ?? new Error('not kept'))
  })
  done.catch(() => {})
  const value = await work(keptIn(transaction))
  // Told to commit, the browser finishes it also when the page goes away this very moment.
  transaction.commit()
  await done
  return value
}
