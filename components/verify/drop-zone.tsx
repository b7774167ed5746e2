'use client'
import { type DragEvent, useId, useState } from 'react'

/** Takes one file: by the browser's own file button, which the keyboard reaches, or dropped on it. */
export function DropZone(props: {
  label: string
  hint: string
  small: boolean
  onFile: (file: File) => void
}) {
  const id = useId()
  const [over, setOver] = useState(false)
  const drag = (event: DragEvent) => {
    event.preventDefault()
    setOver(event.type === 'dragover')
    if (event.type !== 'drop') return
    const file = event.dataTransfer.files[0]
    if (file) props.onFile(file)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is an extra; the file button inside does the same
    <div
      onDragOver={drag}
      onDragLeave={drag}
      onDrop={drag}
      className={`flex flex-col items-center gap-3 rounded-2xl border-2 border-dashed px-4 text-center transition-colors motion-reduce:transition-none ${
        over ? 'border-primary bg-paper' : 'border-muted bg-surface'
      } ${props.small ? 'py-6' : 'py-14'}`}
    >
      <input
        id={id}
        type="file"
        accept=".pdf,.json,application/pdf,application/json"
        aria-describedby={`${id}-hint`}
        onChange={event => {
          const file = event.target.files?.[0]
          // The same file may be chosen again after it was mended.
          event.target.value = ''
          if (file) props.onFile(file)
        }}
        className="peer sr-only"
      />
      <label
        htmlFor={id}
        className="inline-flex min-h-14 cursor-pointer items-center rounded-lg bg-primary px-7 text-lg font-semibold text-on-primary peer-focus-visible:outline-3 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-focus"
      >
        {props.label}
      </label>
      <p id={`${id}-hint`} className="text-muted">
        {props.hint}
      </p>
    </div>
  )
}
