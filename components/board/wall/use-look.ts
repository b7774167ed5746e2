'use client'
import { type RefObject, useEffect, useState } from 'react'
import { usePeople } from '#components/live/board.tsx'

/** In a hall with more people than this, pointers would be a swarm of flies. */
const FEW = 12

/** What of the wall one looks at, and how to look otherwise. */
export type Look = {
  /** Where the others point. */
  pointers: boolean
  /** What cement holds together. */
  links: boolean
  /** Large, for the back row. */
  hall: boolean
  /** Width to height of the hall's screen; null at a table. */
  aspect: number | null
  onPointers: () => void
  onLinks: () => void
  onHall: () => void
}

/** `watching`: on a screen of the hall's own, where nobody chooses. */
export function useLook(root: RefObject<HTMLElement | null>, watching: boolean): Look {
  const few = usePeople().length < FEW
  const [chosenHall, setHall] = useHall(root)
  const hall = watching || chosenHall
  const [links, setLinks] = useState(false)
  const [chosen, setChosen] = useState<boolean | null>(null)
  const pointers = chosen ?? (few && !hall)
  return {
    pointers,
    links,
    hall,
    aspect: useAspect(root, hall),
    onPointers: () => setChosen(!pointers),
    onLinks: () => setLinks(!links),
    onHall: () => setHall(!hall),
  }
}

/** What the hall's screen is wide to its height, to a twentieth. */
function useAspect(root: RefObject<HTMLElement | null>, hall: boolean): number | null {
  const [aspect, setAspect] = useState<number | null>(null)
  useEffect(() => {
    if (!hall || !root.current) return setAspect(null)
    const sizes = new ResizeObserver(([entry]) => {
      const { width = 0, height = 0 } = entry?.contentRect ?? {}
      if (height > 0) setAspect(Math.round((20 * width) / height) / 20)
    })
    sizes.observe(root.current)
    return () => sizes.disconnect()
  }, [root, hall])
  return aspect
}

/** Shown large for a hall: on the whole screen where the browser allows it. */
function useHall(root: RefObject<HTMLElement | null>): [boolean, (hall: boolean) => void] {
  const [hall, setHall] = useState(false)
  useEffect(() => {
    const left = () => {
      if (!document.fullscreenElement) setHall(false)
    }
    document.addEventListener('fullscreenchange', left)
    return () => document.removeEventListener('fullscreenchange', left)
  }, [])
  const set = (next: boolean) => {
    setHall(next)
    if (next) void root.current?.requestFullscreen?.().catch(() => {})
    else if (document.fullscreenElement) void document.exitFullscreen()
  }
  return [hall, set]
}
