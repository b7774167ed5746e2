'use client'
import { type RefCallback, useCallback, useMemo, useState } from 'react'

/** How notes are laid so that all of them are in sight. `rowHeight` in px; `lines` of text that fit on each. */
export type Fit = { columns: number; rowHeight: number; lines: number }

/** Narrowest note on which a word can be read, widest that still reads as a note, and the height of a line; in px. */
const NARROWEST = 84
const WIDEST = 230
const LINE = 16
const PADDING = 8
const GAP = 6

/** The number of columns that shows most text: each note gets as many characters as fit on it. */
export function fitNotes(count: number, width: number, height: number): Fit {
  const most = Math.max(1, Math.floor((width + GAP) / (NARROWEST + GAP)))
  const least = Math.min(most, Math.max(1, Math.ceil((width + GAP) / (WIDEST + GAP))))
  let best: Fit | null = null
  let bestText = -1
  for (let columns = least; columns <= most; columns++) {
    const rows = Math.max(1, Math.ceil(count / columns))
    const rowHeight = Math.min(120, (height - 4 - GAP * (rows - 1)) / rows)
    const lines = Math.floor((rowHeight - PADDING) / LINE)
    const text = lines * Math.floor(((width - GAP * (columns - 1)) / columns - 16) / 6.4)
    if (lines >= 1 && text > bestText) {
      best = { columns, rowHeight, lines }
      bestText = text
    }
  }
  // Too many to read from here: they lie as slips of colour, and still show where the weight is.
  return best ?? { columns: most, rowHeight: Math.max(8, height / Math.ceil(count / most) - GAP), lines: 0 }
}

/** Measures the element that the ref is given to, and lays `count` notes in it. */
export function useFit(count: number): { ref: RefCallback<HTMLElement>; fit: Fit } {
  const [size, setSize] = useState({ width: 400, height: 240 })
  const ref = useCallback((element: HTMLElement | null) => {
    if (!element) return
    const observer = new ResizeObserver(() =>
      setSize({ width: element.clientWidth, height: element.clientHeight }),
    )
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  const fit = useMemo(() => fitNotes(count, size.width, size.height), [count, size])
  return { ref, fit }
}
