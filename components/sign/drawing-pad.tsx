'use client'
import { type PointerEvent, useId, useRef, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { useMessages } from '#components/ui/language.tsx'
import { DRAWING_HEIGHT, DRAWING_WIDTH, drawingOf, type Point } from '#lib/domain/drawing.ts'
import { signMessages } from '#lib/i18n/sign.ts'
import { Strokes } from './strokes.tsx'

/** A sheet to draw one's signature on, with a finger, a pen or a mouse. Nobody has to: the name that is typed is enough. */
export function DrawingPad({ onDrawn }: { onDrawn: (path: string | null) => void }) {
  const t = useMessages(signMessages)
  const id = useId()
  const sheet = useRef<SVGSVGElement>(null)
  const [strokes, setStrokes] = useState<readonly (readonly Point[])[]>([])
  const drawing = useRef(false)
  const take = (next: readonly (readonly Point[])[]) => {
    const path = drawingOf(next)
    // A sheet that is full takes no more.
    if (path === null && next.length > 0) return
    setStrokes(next)
    onDrawn(path)
  }
  const pointOf = (event: PointerEvent): Point => {
    const box = sheet.current?.getBoundingClientRect()
    if (!box) return { x: 0, y: 0 }
    return {
      x: ((event.clientX - box.left) / box.width) * DRAWING_WIDTH,
      y: ((event.clientY - box.top) / box.height) * DRAWING_HEIGHT,
    }
  }
  const begin = (event: PointerEvent) => {
    if (event.button !== 0) return
    sheet.current?.setPointerCapture(event.pointerId)
    drawing.current = true
    take([...strokes, [pointOf(event)]])
  }
  const go = (event: PointerEvent) => {
    if (!drawing.current) return
    const last = strokes.at(-1) ?? []
    take([...strokes.slice(0, -1), [...last, pointOf(event)]])
  }
  const end = () => {
    drawing.current = false
  }
  const path = drawingOf(strokes)
  return (
    <div className="flex flex-col gap-2">
      <p id={id} className="text-muted">
        {t.drawHint}
      </p>
      <svg
        ref={sheet}
        role="img"
        aria-label={path ? t.drawn : t.drawHere}
        aria-describedby={id}
        viewBox={`0 0 ${DRAWING_WIDTH} ${DRAWING_HEIGHT}`}
        onPointerDown={begin}
        onPointerMove={go}
        onPointerUp={end}
        onPointerCancel={end}
        className="block aspect-3/1 w-full cursor-crosshair touch-none rounded-lg border border-muted bg-surface"
      >
        <line x1="30" x2={DRAWING_WIDTH - 30} y1="160" y2="160" stroke="var(--line)" strokeWidth="2" />
        {path && <Strokes path={path} />}
      </svg>
      <div>
        <Button disabled={strokes.length === 0} onClick={() => take([])}>
          {t.drawAgain}
        </Button>
      </div>
    </div>
  )
}
