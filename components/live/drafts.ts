import { useCallback, useSyncExternalStore } from 'react'
import { useLive } from './live-context.ts'

type Drafts = Partial<Record<string, string>>

const listeners = new Set<() => void>()
// What a browser that keeps nothing was told: it holds for as long as the page.
const told = new Map<string, Drafts>()
const nothing: Drafts = {}
const start = (session: string): string => `drafts-${session}-`

function read(key: string): Drafts {
  const known = told.get(key)
  if (known) return known
  let found = nothing
  try {
    found = JSON.parse(localStorage.getItem(key) ?? '{}') as Drafts
  } catch {
    // Nothing was kept that can be read.
  }
  told.set(key, found)
  return found
}

function write(key: string, drafts: Drafts): void {
  told.set(key, drafts)
  try {
    if (Object.values(drafts).join('') === '') localStorage.removeItem(key)
    else localStorage.setItem(key, JSON.stringify(drafts))
  } catch {
    // It still stands on this page.
  }
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/**
 * What this person typed and did not put down yet: it waits at its place, also over a reload or in another view. `place`: a bouwsteen
 * for a note, `reply-<note>` for a reply to one.
 * Not in IndexedDB with the rest: a page that goes away has no time to wait for that after the last letter.
 */
export function useDraft(place: string): [string, (text: string) => void] {
  const { session, shown } = useLive()
  const key = `${start(session)}${shown?.view.me.id ?? ''}`
  const drafts = useSyncExternalStore(
    subscribe,
    () => read(key),
    () => nothing,
  )
  const set = useCallback((text: string) => write(key, { ...read(key), [place]: text }), [key, place])
  return [drafts[place] ?? '', set]
}

/** The first of these places at which something waits; null: none. */
export function useDrafted<T extends string>(places: readonly T[]): T | null {
  const { session, shown } = useLive()
  const drafts = read(`${start(session)}${shown?.view.me.id ?? ''}`)
  return places.find(place => drafts[place]) ?? null
}

/** Wipes the drafts of a person from this device; of everybody in the session when `person` is empty. */
export function forgetDrafts(session: string, person: string): void {
  const theirs = (key: string) => key.startsWith(`${start(session)}${person}`)
  for (const key of [...told.keys()].filter(theirs)) told.delete(key)
  try {
    for (const key of Object.keys(localStorage).filter(theirs)) localStorage.removeItem(key)
  } catch {
    // A browser that keeps nothing has nothing to wipe.
  }
}
