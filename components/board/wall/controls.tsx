'use client'
import { Fullscreen, Minus, MousePointer2, Plus, Presentation, Spline } from 'lucide-react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { useMessages } from '#components/ui/language.tsx'
import { useMedia } from '#components/ui/use-media.ts'
import { wallMessages } from '#lib/i18n/wall.ts'
import { useStage } from './stage.ts'
import type { Look } from './use-look.ts'

const STEP = 1.3
/** Where there is room for them beside the choice of views, so that they cover nothing of the wall. */
const ROOMY = '(min-width: 1200px)'
/** The element there that takes them. */
export const WALL_TOOLS = 'wall-tools'

/** How near one looks, and what of the others is shown. */
export function Controls(props: Look) {
  const roomy = useMedia(ROOMY)
  const [place, setPlace] = useState<HTMLElement | null>(null)
  useEffect(() => setPlace(document.getElementById(WALL_TOOLS)), [])
  if (roomy && place && !props.hall) return createPortal(<Bar {...props} />, place)
  return (
    <div className="wall-corner">
      <Bar {...props} />
    </div>
  )
}

function Bar(props: Look) {
  const t = useMessages(wallMessages)
  const { camera } = useStage()
  const percent = useRef<HTMLOutputElement>(null)
  useEffect(() => {
    const show = () => {
      if (percent.current) percent.current.textContent = `${Math.round(camera.camera.zoom * 100)} %`
    }
    show()
    return camera.onRest(show)
  }, [camera])
  return (
    <div role="toolbar" aria-label={t.tools} className="wall-controls">
      <Tool label={t.zoomOut} onClick={() => camera.step(1 / STEP)}>
        <Minus aria-hidden="true" size={18} />
      </Tool>
      <output ref={percent} aria-label={t.zoom} className="wall-percent" />
      <Tool label={t.zoomIn} onClick={() => camera.step(STEP)}>
        <Plus aria-hidden="true" size={18} />
      </Tool>
      <Tool label={t.showAll} onClick={() => camera.showAll()}>
        <Fullscreen aria-hidden="true" size={18} />
      </Tool>
      <Tool label={t.pointers} pressed={props.pointers} onClick={props.onPointers}>
        <MousePointer2 aria-hidden="true" size={17} />
      </Tool>
      <Tool label={t.links} pressed={props.links} onClick={props.onLinks}>
        <Spline aria-hidden="true" size={18} />
      </Tool>
      <Tool label={t.hall} pressed={props.hall} onClick={props.onHall}>
        <Presentation aria-hidden="true" size={18} />
      </Tool>
    </div>
  )
}

function Tool(props: { label: string; onClick: () => void; pressed?: boolean; children: ReactNode }) {
  return (
    <button
      type="button"
      aria-label={props.label}
      title={props.label}
      aria-pressed={props.pressed}
      onClick={props.onClick}
      className="wall-control"
    >
      {props.children}
    </button>
  )
}
