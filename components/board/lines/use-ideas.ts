import { useEffect, useMemo, useRef, useState } from 'react'
import { useBoard } from '#components/live/board.tsx'
import type { Line } from '#lib/domain/line.ts'
import { type Cluster, suggest } from '#lib/domain/suggestion.ts'

/** A line that a note may belong in, and the words that say so. */
export type Idea = { line: Line; words: string[] }
export type Ideas = { byNote: ReadonlyMap<string, Idea[]>; clusters: Cluster[] }

const none: Ideas = { byNote: new Map(), clusters: [] }
/** How often at most ideas are thought over while people write, in ms. */
const CALM = 1500

/** Which notes seem to belong in which line, and which together; a moment after the board, and only while they are wanted. */
export function useIdeas(wanted: boolean): Ideas {
  const { notes, lines } = useBoard()
  const board = useMemo(() => ({ notes, lines }), [notes, lines])
  const calm = useCalm(board)
  return useMemo(() => {
    if (!wanted) return none
    const found = suggest(calm.notes, calm.lines)
    const byId = new Map(calm.lines.map(line => [line.id, line]))
    const byNote = [...found.lines].map(([note, fitting]) => {
      const ideas = fitting.flatMap(({ line, words }) => {
        const known = byId.get(line)
        return known ? [{ line: known, words }] : []
      })
      return [note, ideas] as const
    })
    return { byNote: new Map(byNote), clusters: found.clusters }
  }, [calm, wanted])
}

/** A value that changes often, followed at most once in so many ms, and never for longer behind. */
function useCalm<T>(value: T): T {
  const [calm, setCalm] = useState(value)
  const latest = useRef(value)
  useEffect(() => {
    latest.current = value
  })
  const behind = calm !== value
  useEffect(() => {
    if (!behind) return
    const timer = setTimeout(() => setCalm(latest.current), CALM)
    return () => clearTimeout(timer)
  }, [behind])
  return calm
}
