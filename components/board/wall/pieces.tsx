'use client'
import { memo } from 'react'
import { useOpenTiles } from '#components/live/board.tsx'
import { type Bouwsteen, bouwstenen } from '#lib/domain/bouwsteen.ts'
import type { Arrangement } from '#lib/wall/arrange.ts'
import { outlines, type Point, ROUNDING } from '#lib/wall/outline.ts'
import './joints.css'

/** A line about the heart, so that one sees where it all hangs together. */
const RIM = 2
/** A bouwsteen that the present step asks no notes for stays in the background. */
const calm = (tile: Bouwsteen): string => `color-mix(in oklab, var(--tile-${tile}) 30%, var(--paper))`
const pointsOf = (outline: readonly Point[]): string =>
  outline.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ')

/** The seven pieces, with the cement showing between them; `thickness` of the joint between two. */
export const Pieces = memo(function Pieces(props: {
  arrangement: Arrangement
  thickness: (one: Bouwsteen, other: Bouwsteen) => number
}) {
  const { width, height, unit } = props.arrangement
  const open = useOpenTiles()
  const shapes = outlines(props.arrangement, props.thickness)
  const piece = (points: readonly Point[], colour: string, rim = 0) => (
    <polygon
      points={pointsOf(points)}
      fill={colour}
      stroke={colour}
      strokeWidth={2 * (ROUNDING + rim) * unit}
      strokeLinejoin="round"
    />
  )
  return (
    <svg
      aria-hidden="true"
      className="wall-pieces"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
    >
      <rect width={width} height={height} rx={2 * ROUNDING * unit} className="wall-cement" />
      {piece(shapes.opgave, 'color-mix(in oklab, var(--accent-opgave) 60%, var(--tile-opgave))', RIM)}
      {bouwstenen.map(tile => (
        <g key={tile}>
          {piece(shapes[tile], open && !open.includes(tile) ? calm(tile) : `var(--tile-${tile})`)}
        </g>
      ))}
    </svg>
  )
})
