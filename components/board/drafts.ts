import { useCallback, useSyncExternalStore } from 'react'
import { useSession } from '#components/live/session.tsx'
import type { Bouwsteen } from '#lib/domain/bouwsteen.ts'

type Drafts = Partial<Record<Bouwsteen, string>>

const listeners = new Set<() => void>()
const kept = new Map<string, Drafts>()
const nothing: Drafts = {}
const key = (session: string): string => `drafts-${session}`

function read(session: string): Drafts {
  const known = kept.get(session)
  if (known) return known
  let found = nothing
  try {
    found = JSON.parse(localStorage.getItem(key(session)) ?? '{}') as Drafts
  } catch {
    // Nothing was kept that can be read.
  }
  kept.set(session, found)
  return found
}

function write(session: string, drafts: Drafts): void {
  kept.set(session, drafts)
  try {
    if (Object.values(drafts).join('') === '') localStorage.removeItem(key(session))
    else localStorage.setItem(key(session), JSON.stringify(drafts))
  } catch {
    // It still stands on this page.
  }
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** What was typed for a note that is not put down yet: it waits at its bouwsteen, also over a reload or another view. */
export function useDraft(bouwsteen: Bouwsteen): [string, (text: string) => void] {
  const session = useSession()
  const drafts = useSyncExternalStore(
    subscribe,
    () => read(session),
    () => nothing,
  )
  const set = useCallback(
    (text: string) => write(session, { ...read(session), [bouwsteen]: text }),
    [session, bouwsteen],
  )
  return [drafts[bouwsteen] ?? '', set]
}
