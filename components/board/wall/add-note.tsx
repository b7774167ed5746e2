'use client'
import { useEffect, useLayoutEffect, useRef } from 'react'
import type { Bouwsteen } from '#lib/domain/bouwsteen.ts'
import { toScreen } from '#lib/wall/camera.ts'
import { lastSlot } from '#lib/wall/spatial.ts'
import { Composer } from '../note/composer.tsx'
import { selection } from '../selection/selection.ts'
import type { Laid } from './laying.ts'
import { useStage } from './stage.ts'

/** Size of the writing on the screen, in px, and what it keeps from the window's edge. */
const SIZE = { width: 268, height: 150 }
const EDGE = 8

/** Writes a note in place: where it will lie, as large as one can write in however far off the wall is. */
export function AddNote(props: { tile: Bouwsteen; laid: Laid; onCancel: () => void }) {
  const { tile, laid } = props
  const stage = useStage()
  const box = useRef<HTMLDivElement>(null)
  const place = () => {
    const { camera, view } = stage.camera
    const at = toScreen(camera, lastSlot(laid.arrangement, tile).mark)
    if (!box.current) return
    const x = Math.max(EDGE, Math.min(view.width - SIZE.width - EDGE, at.x))
    const y = Math.max(
      EDGE,
      Math.min(view.height - Math.max(SIZE.height, box.current.offsetHeight) - EDGE, at.y),
    )
    box.current.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`
  }
  const placing = useRef(place)
  useLayoutEffect(() => {
    placing.current = place
    place()
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is brought into sight when it opens, not at each note of others
  useEffect(() => {
    const { camera } = stage
    const { x, y } = lastSlot(laid.arrangement, tile).mark
    camera.bringIn({ x, y, width: SIZE.width / camera.camera.zoom, height: SIZE.height / camera.camera.zoom })
    return camera.onMove(() => placing.current())
  }, [stage, tile])
  // It grows with what is written, and its button must stay in sight.
  useEffect(() => {
    const grown = new ResizeObserver(() => placing.current())
    if (box.current) grown.observe(box.current)
    return () => grown.disconnect()
  }, [])
  // The bar of what is chosen would lie over what one writes.
  useEffect(() => selection.clear(), [])
  return (
    <div ref={box} data-tile={tile} className="wall-adding" style={{ width: SIZE.width }}>
      <Composer key={tile} bouwsteen={tile} focus onCancel={props.onCancel} />
    </div>
  )
}
