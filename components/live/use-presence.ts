'use client'
import { useCallback, useEffect, useMemo, useRef, useSyncExternalStore } from 'react'
import { type Busy, nobody, presenceOf, type Told } from './presence.ts'
import { useProvider, useSessionView } from './session.tsx'

/** How long after the last letter somebody still counts as writing, in ms: longer than one thinks about a word. */
const WRITES_ON = 4000

const never = () => () => {}

/** Who writes in an entry and who moves it, oneself not among them. */
export function useBusy(entry: string): Busy {
  const awareness = useProvider()?.awareness
  const me = useSessionView()?.me.id
  const reader = awareness && me ? presenceOf(awareness, me) : null
  const subscribe = useMemo(
    () => (reader ? (listener: () => void) => reader.subscribe(entry, listener) : never),
    [reader, entry],
  )
  return useSyncExternalStore(
    subscribe,
    () => reader?.read(entry) ?? nobody,
    () => nobody,
  )
}

/** Tells the others what one does. */
export function useTell(): <K extends keyof Told>(what: K, value: Told[K]) => void {
  const awareness = useProvider()?.awareness
  return useCallback((what, value) => awareness?.setLocalStateField(what, value), [awareness])
}

/** Tells the others that one is typing in this entry, to be called at each letter; it ends by itself, and with the component. */
export function useTellWriting(entry: string): () => void {
  const tell = useTell()
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)
  const stop = useCallback(() => {
    if (timer.current === null) return
    clearTimeout(timer.current)
    timer.current = null
    tell('writing', null)
  }, [tell])
  // biome-ignore lint/correctness/useExhaustiveDependencies: who turns to another entry stops writing in this one
  useEffect(() => stop, [entry, stop])
  return useCallback(() => {
    if (timer.current === null) tell('writing', entry)
    else clearTimeout(timer.current)
    timer.current = setTimeout(stop, WRITES_ON)
  }, [entry, tell, stop])
}
