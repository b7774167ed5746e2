import { z } from 'zod'

/** The sheet that a signature is drawn on, in its own units. */
export const DRAWING_WIDTH = 600
export const DRAWING_HEIGHT = 200
/** Most characters of a drawing: some 1,000 points. */
export const DRAWING_MAX = 8000

const onSheet = (path: string): boolean =>
  [...path.matchAll(/[ML](\d+) (\d+)/g)].every(
    ([, x, y]) => Number(x) <= DRAWING_WIDTH && Number(y) <= DRAWING_HEIGHT,
  )

/** A drawn signature: strokes as the path of an SVG ("M10 20L11 22L…"), in whole units and within the sheet; nothing else fits in it. */
export const drawingSchema = z
  .string()
  .max(DRAWING_MAX)
  .regex(/^(?:M\d{1,3} \d{1,3}(?:L\d{1,3} \d{1,3})+)+$/)
  .refine(onSheet)

export type Point = { x: number; y: number }

const within = (value: number, most: number): number => Math.round(Math.min(Math.max(value, 0), most))

/** Strokes as a drawing; null when there is nothing to see, or too much to keep. Points that fall together are one. */
export function drawingOf(strokes: readonly (readonly Point[])[]): string | null {
  const path = strokes.map(strokeOf).join('')
  return path !== '' && path.length <= DRAWING_MAX ? path : null
}

function strokeOf(points: readonly Point[]): string {
  const places = points.map(({ x, y }) => `${within(x, DRAWING_WIDTH)} ${within(y, DRAWING_HEIGHT)}`)
  const apart = places.filter((place, index) => place !== places[index - 1])
  // A dot is a stroke as well.
  if (apart.length === 1) apart.push(apart[0] as string)
  return apart.length === 0 ? '' : `M${apart.join('L')}`
}
