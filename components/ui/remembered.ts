import { useCallback, useSyncExternalStore } from 'react'

const listeners = new Set<() => void>()
// What a browser that keeps nothing was told: it holds for as long as the page.
const told = new Map<string, string>()

function read(name: string): string | null {
  try {
    return told.get(name) ?? localStorage.getItem(name)
  } catch {
    return told.get(name) ?? null
  }
}

function keep(name: string, choice: string): void {
  told.set(name, choice)
  try {
    localStorage.setItem(name, choice)
  } catch {
    // Private windows of some browsers keep nothing.
  }
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** How somebody chose to look, on this device: never what is true. Null until they choose. */
export function useChoice<T extends string>(
  name: string,
  choices: readonly T[],
): [T | null, (choice: T) => void] {
  const kept = useSyncExternalStore(
    subscribe,
    () => read(name),
    () => null,
  )
  const choose = useCallback((choice: T) => keep(name, choice), [name])
  return [choices.find(each => each === kept) ?? null, choose]
}

/** The same for what is asked at a moment rather than drawn. */
export const choiceNow = <T extends string>(name: string, choices: readonly T[]): T | null =>
  choices.find(each => each === read(name)) ?? null
