'use client'
import { useEffect, useState } from 'react'
import { useMessages } from '#components/ui/language.tsx'
import { inviteMessages } from '#lib/i18n/invite.ts'

/** Empty modules around a code that scanners need. */
const QUIET = 4

type Drawing = { size: number; path: string }

/** One path over all dark modules; a run of them in a row is one rectangle. */
function drawingOf(modules: { size: number; data: Uint8Array }): Drawing {
  const { size, data } = modules
  let path = ''
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) {
      const from = x
      while (x < size && data[y * size + x]) x++
      if (x > from) path += `M${from + QUIET} ${y + QUIET}h${x - from}v1h${from - x}z`
    }
  return { size: size + 2 * QUIET, path }
}

/** A text as a QR code: dark on white whatever the page's colours, or some scanners don't see it. */
export function QrCode({ text }: { text: string }) {
  const t = useMessages(inviteMessages)
  const [drawing, setDrawing] = useState<Drawing | 'failed' | null>(null)
  useEffect(() => {
    let here = true
    import('qrcode')
      .then(({ create }) => drawingOf(create(text, { errorCorrectionLevel: 'M' }).modules))
      .catch(() => 'failed' as const)
      .then(next => here && setDrawing(next))
    return () => {
      here = false
    }
  }, [text])
  if (drawing === 'failed') return <p className="text-muted">{t.qrFailed}</p>
  if (drawing === null)
    return (
      <p className="grid aspect-square place-items-center rounded-lg bg-surface text-muted">{t.qrComing}</p>
    )
  return (
    <svg
      role="img"
      aria-label={t.qr}
      viewBox={`0 0 ${drawing.size} ${drawing.size}`}
      shapeRendering="crispEdges"
      className="block w-full rounded-lg"
    >
      <rect width="100%" height="100%" fill="#fff" />
      <path d={drawing.path} fill="#18130e" />
    </svg>
  )
}
