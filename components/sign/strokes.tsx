/** The strokes of a drawn signature, within an SVG of the sheet's own units (lib/domain/drawing.ts). */
export function Strokes({ path }: { path: string }) {
  return (
    <path
      d={path}
      fill="none"
      stroke="currentColor"
      strokeWidth="4"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  )
}
