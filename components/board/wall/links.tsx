'use client'
import { memo } from 'react'
import type { Cement } from '#lib/domain/cement.ts'
import type { Rect } from '#lib/wall/arrange.ts'
import type { Laid } from './laying.ts'
import './joints.css'

/** How far a line bends aside, as a part of its length: lines between the same tiles don't lie on each other. */
const BEND = 0.12
const DOT = 5

/** What the cement holds together, drawn from note to note. What is said of it is read elsewhere. */
export const Links = memo(function Links({ cement, laid }: { cement: readonly Cement[]; laid: Laid }) {
  const { width, height } = laid.arrangement
  return (
    <svg aria-hidden="true" className="wall-links" width={width} height={height}>
      {cement.map(({ id, from, to, deletedAt }) => {
        const [one, other] = [laid.lies.get(from)?.rect, laid.lies.get(to)?.rect]
        if (deletedAt !== null || !one || !other) return null
        return <Link key={id} one={one} other={other} />
      })}
    </svg>
  )
})

function Link({ one, other }: { one: Rect; other: Rect }) {
  const [from, to] = [middle(one), middle(other)]
  const bend = { x: (from.y - to.y) * BEND, y: (to.x - from.x) * BEND }
  const over = { x: (from.x + to.x) / 2 + bend.x, y: (from.y + to.y) / 2 + bend.y }
  const path = `M${from.x} ${from.y}Q${over.x} ${over.y} ${to.x} ${to.y}`
  return (
    <g>
      <path d={path} />
      <path d={path} />
      <circle cx={from.x} cy={from.y} r={DOT} />
      <circle cx={to.x} cy={to.y} r={DOT} />
    </g>
  )
}

const middle = ({ x, y, width, height }: Rect) => ({ x: x + width / 2, y: y + height / 2 })
