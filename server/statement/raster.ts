import { createRequire } from 'node:module'

type Image = { png(options: { compressionLevel: number }): Image; toBuffer(): Promise<Buffer> }
type Sharp = (input: Buffer, options: { density: number; limitInputPixels: number }) => Image

/** Nothing here can make pixels of a drawing. */
export class NoRaster extends Error {
  override readonly name = 'NoRaster'
}

/** Widest picture in pixels: enough for print on A3. Beyond 2000 high a drawing is gone through once more for each such part. */
const WIDTH_MAX = 3600
/** The mosaic of any board is about as high as it is wide. */
const PIXELS_MAX = 2 * WIDTH_MAX * WIDTH_MAX
/** Pixels to an inch at which a drawing's own size counts, by the definition of SVG. */
const DENSITY = 72

/** Makes a PNG of a typesetter's SVG, whose letters are outlines. Throws NoRaster where that can't be done. */
export async function pngOf(svg: string): Promise<Buffer> {
  let sharp: Sharp
  try {
    // Next brings it, where there is a build for the machine.
    sharp = createRequire(import.meta.url)('sharp') as Sharp
  } catch (error) {
    throw new NoRaster(`No pixels can be made on this machine. ${(error as Error).message.split('\n')[0]}`)
  }
  // In points it would grow twice with the density.
  const drawing = svg.replace(/<svg[^>]*>/, root =>
    root.replaceAll(/(?<= (?:width|height)="[\d.]+)pt"/g, '"'),
  )
  const width = Number(/<svg[^>]* width="([\d.]+)"/.exec(drawing)?.[1])
  const density = DENSITY * Math.min(2, WIDTH_MAX / width)
  const options = { density, limitInputPixels: PIXELS_MAX }
  return sharp(Buffer.from(drawing), options).png({ compressionLevel: 9 }).toBuffer()
}
