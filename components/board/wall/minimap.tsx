'use client'
import { type PointerEvent, useEffect, useRef } from 'react'
import type { Bouwsteen } from '#lib/domain/bouwsteen.ts'
import type { Arrangement } from '#lib/wall/arrange.ts'
import { sight } from '#lib/wall/camera.ts'
import { Pieces } from './pieces.tsx'
import { useStage } from './stage.ts'

const WIDTH = 168
/** Nearer than this, beside what shows everything, there is something out of sight. */
const NEARER = 1.02
/** While the wall moves the map follows every so manieth move: each time it is painted anew. */
const MOVES = 3

/** Where one is in the whole, while one does not see the whole; drag in it to go elsewhere. Keys and readers need it not. */
export function Minimap(props: {
  arrangement: Arrangement
  thickness: (one: Bouwsteen, other: Bouwsteen) => number
}) {
  const { arrangement } = props
  const stage = useStage()
  const map = useRef<HTMLDivElement>(null)
  const here = useRef<HTMLDivElement>(null)
  const scale = WIDTH / arrangement.width
  useEffect(() => {
    const draw = () => {
      const { camera, view, zoomOfAll } = stage.camera
      if (!map.current || !here.current) return
      const all = sight(camera, view)
      const outside =
        all.x > 1 ||
        all.y > 1 ||
        all.x + all.width < arrangement.width - 1 ||
        all.y + all.height < arrangement.height - 1
      map.current.hidden = !outside && camera.zoom < zoomOfAll * NEARER
      here.current.style.transform = `translate(${all.x * scale}px, ${all.y * scale}px)`
      here.current.style.width = `${all.width * scale}px`
      here.current.style.height = `${all.height * scale}px`
    }
    draw()
    let moves = 0
    const sometimes = () => {
      if (++moves % MOVES === 0) draw()
    }
    const ends = [stage.camera.onMove(sometimes), stage.camera.onRest(draw)]
    return () => {
      for (const end of ends) end()
    }
  }, [stage, arrangement, scale])
  const go = (event: PointerEvent<HTMLDivElement>) => {
    if (event.buttons === 0) return
    const { left, top } = event.currentTarget.getBoundingClientRect()
    stage.camera.look({ x: (event.clientX - left) / scale, y: (event.clientY - top) / scale })
  }
  return (
    <div
      ref={map}
      aria-hidden="true"
      className="wall-minimap"
      style={{ width: WIDTH, height: arrangement.height * scale }}
      onPointerDown={event => {
        event.currentTarget.setPointerCapture(event.pointerId)
        go(event)
      }}
      onPointerMove={go}
    >
      <Pieces {...props} />
      <div ref={here} className="wall-here" />
    </div>
  )
}
