import { useCallback, useSyncExternalStore } from 'react'

const none: ReadonlySet<string> = new Set()

/** The notes that one works on together. One for the page: it stays over a change of view. */
class Selection {
  private chosen = none
  /** The note that was chosen or let go of last, by itself: a range begins there. */
  last: string | null = null
  private readonly listeners = new Set<() => void>()

  /** The same set until it changes. */
  read = (): ReadonlySet<string> => this.chosen

  has(id: string): boolean {
    return this.chosen.has(id)
  }

  set(ids: Iterable<string>): void {
    const next = new Set(ids)
    if (next.size === this.chosen.size && [...next].every(id => this.chosen.has(id))) return
    this.chosen = next.size === 0 ? none : next
    for (const listener of this.listeners) listener()
  }

  /** Chooses all of these too, or lets go of them. */
  turn(ids: readonly string[], on: boolean): void {
    const given = new Set(ids)
    this.set(on ? [...this.chosen, ...ids] : [...this.chosen].filter(id => !given.has(id)))
  }

  toggle(id: string): void {
    this.turn([id], !this.has(id))
    this.last = id
  }

  clear(): void {
    this.set([])
  }

  /** Lets go of what isn't there any more. */
  keep(isThere: (id: string) => boolean): void {
    this.set([...this.chosen].filter(isThere))
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }
}

export const selection = new Selection()

export function useSelected(): ReadonlySet<string> {
  return useSyncExternalStore(selection.subscribe, selection.read, () => none)
}

/** Whether one note is chosen: what draws a note is drawn again only when that changes. */
export function useIsSelected(id: string): boolean {
  return useSyncExternalStore(
    selection.subscribe,
    useCallback(() => selection.has(id), [id]),
    () => false,
  )
}
