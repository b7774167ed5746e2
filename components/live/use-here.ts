'use client'
import { isHere } from '#lib/domain/hosting.ts'
import { type Person, usePeople } from './board.tsx'
import { useLive } from './live-context.ts'

/**
 * Who is here besides oneself. Who leads is told by the server, whatever page of the session somebody has open; the others know of
 * who has the same one open. Who has no device of their own is where the one is that they are ticked on.
 */
export function useOthersHere(): Person[] {
  const people = usePeople()
  const { shown } = useLive()
  // A view that this device kept says who was here then.
  const here = shown?.sure ? shown.view.here : null
  if (!shown) return people
  const { me, roster, hosted } = shown.view
  const present = here ?? [me.id, ...people.map(({ id }) => id)]
  return roster
    .filter(({ id, removed }) => id !== me.id && !removed && isHere(id, present, hosted))
    .map(({ id, name, partner }) => ({
      id,
      name,
      partner,
      at: people.find(each => each.id === id)?.at ?? null,
    }))
    .sort((a, b) => a.name.localeCompare(b.name))
}
