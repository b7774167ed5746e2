import { createRequire } from 'node:module'

type Image = { png(options: { compressionLevel: number }): Image; toBuffer(): Promise<Buffer> }
type Sharp = (
  input: Buffer,
  options: { density: number; limitInputPixels: number },
) => Image & {
  resize(options: { width: number; withoutEnlargement: boolean }): Image
  metadata(): Promise<{ width?: number }>
}

/** Nothing here can make pixels of a drawing. */
export class NoRaster extends Error {
  override readonly name = 'NoRaster'
}

/** Widest picture in pixels: enough for print on A3, and what programs still open at ease. */
const WIDTH_MAX = 4800
const PIXELS_MAX = 400_000_000
/** Pixels to an inch at which a drawing's own size counts, by the definition of SVG. */
const DENSITY = 72

/** Makes a PNG of an SVG whose letters are outlines. Throws NoRaster where that can't be done. */
export async function pngOf(svg: string): Promise<Buffer> {
  let sharp: Sharp
  try {
    // Next brings it, where there is a build for the machine.
    sharp = createRequire(import.meta.url)('sharp') as Sharp
  } catch (error) {
    throw new NoRaster(`No pixels can be made on this machine. ${(error as Error).message.split('\n')[0]}`)
  }
  const options = { density: 2 * DENSITY, limitInputPixels: PIXELS_MAX }
  const image = sharp(Buffer.from(svg), options).resize({ width: WIDTH_MAX, withoutEnlargement: true })
  return image.png({ compressionLevel: 9 }).toBuffer()
}
