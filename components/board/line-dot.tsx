import type { LineColour } from '#lib/domain/line.ts'
import { lineLooks } from './line-colours.ts'

/** The colour of a line, as a mark before its title; it tells nothing by itself. */
export function LineDot({ colour }: { colour: LineColour }) {
  return (
    <span
      aria-hidden="true"
      className="inline-block size-3.5 shrink-0 rounded-sm"
      style={{ background: lineLooks[colour].mark }}
    />
  )
}
