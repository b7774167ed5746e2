import type { Line } from '#lib/domain/line.ts'

type Placed = Pick<Line, 'id' | 'order'>

/** The order that brings a line to this place among the others, counted from 0. `lines`: all that are there, in their order. */
export function orderAtIndex(lines: readonly Placed[], id: string, index: number): number {
  const others = lines.filter(line => line.id !== id)
  const [before, after] = [others[index - 1]?.order, others[index]?.order]
  if (before === undefined) return after === undefined ? 0 : after - 1
  return after === undefined ? before + 1 : (before + after) / 2
}
