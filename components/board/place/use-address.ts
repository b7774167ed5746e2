import { useCallback, useEffect, useState } from 'react'
import { type Filter, formatFilter, parseFilter } from '../search/filter.ts'
import { formatPlace, isSamePlace, type Place, parsePlace, parseView, type View } from './place.ts'

/** What the address says: which view (null: whichever suits), where in it, and what is looked for. */
export type Address = { view: View | null; place: Place; filter: Filter }

/** Browsers allow so many changes of the address a minute; walking along notes by arrow keys would pass it. In ms. */
const REST = 300

function read(): Address {
  const search = new URLSearchParams(location.search)
  return { view: parseView(search), place: parsePlace(search), filter: parseFilter(search) }
}

function write({ view, place, filter }: Address): void {
  const found = { ...(view === null ? {} : { view }), ...formatPlace(place), ...formatFilter(filter) }
  const query = new URLSearchParams(found).toString()
  const next = `${location.pathname}${query && '?'}${query}${location.hash}`
  if (next !== `${location.pathname}${location.search}${location.hash}`) history.replaceState(null, '', next)
}

/** Keeps in the address where one is, so that a reload or a copied link comes back there. */
export function useAddress() {
  const [address, setAddress] = useState(read)
  useEffect(() => {
    const timer = setTimeout(() => write(address), REST)
    return () => clearTimeout(timer)
  }, [address])
  const setView = useCallback((view: View) => setAddress(now => ({ ...now, view })), [])
  const setPlace = useCallback(
    (place: Place) => setAddress(now => (isSamePlace(now.place, place) ? now : { ...now, place })),
    [],
  )
  const setFilter = useCallback((filter: Filter) => setAddress(now => ({ ...now, filter })), [])
  return { address, setView, setPlace, setFilter }
}

/** The address of a place on the board of a session, for others to open in whichever view suits them. */
export function linkTo(session: string, place: Place): string {
  return `${location.origin}/${session}/board?${new URLSearchParams(formatPlace(place))}`
}
