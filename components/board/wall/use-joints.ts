'use client'
import { useMemo } from 'react'
import type { Board } from '#lib/documents/board.ts'
import type { Bouwsteen } from '#lib/domain/bouwsteen.ts'
import { jointsOf } from '#lib/domain/cement.ts'
import { jointThickness } from '#lib/wall/outline.ts'

const keyOf = (one: Bouwsteen, other: Bouwsteen): string => [one, other].sort().join(' ')

/** How thick the joint between two tiles is; the same function while no joint changes. */
export function useJoints({ notes, cement }: Board): (one: Bouwsteen, other: Bouwsteen) => number {
  const strengths = useMemo(() => {
    const found = jointsOf(notes, cement).filter(({ strength }) => strength > 0)
    return JSON.stringify(found.map(({ between, strength }) => [keyOf(...between), strength]))
  }, [notes, cement])
  return useMemo(() => {
    const byPair = new Map(JSON.parse(strengths) as [string, number][])
    return (one, other) => jointThickness(byPair.get(keyOf(one, other)) ?? 0)
  }, [strengths])
}
