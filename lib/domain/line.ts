import { z } from 'zod'
import { idSchema, instantSchema } from './id.ts'
import { noteOrderSchema } from './note.ts'

export const LINE_TITLE_MAX = 120
export const LINE_ABOUT_MAX = 400
/** Most lines that one person may make, those in the bin counted. */
export const LINES_PER_PERSON_MAX = 300

/** The hues of the lines; `grey` until somebody chooses. Never the only sign: the title stands beside it. */
export const lineColours = ['grey', 'red', 'amber', 'green', 'teal', 'blue', 'violet', 'pink'] as const
export const lineColourSchema = z.enum(lineColours)
export type LineColour = z.infer<typeof lineColourSchema>
export const LINE_COLOUR_DEFAULT: LineColour = 'grey'

/** A line (lijn): a named cluster of notes; the notes point at it. `about` says in a few words what holds them together. */
export const lineSchema = z.strictObject({
  id: idSchema,
  title: z.string().max(LINE_TITLE_MAX),
  about: z.string().max(LINE_ABOUT_MAX),
  colour: lineColourSchema,
  order: noteOrderSchema,
  author: idSchema,
  createdAt: instantSchema,
  deletedAt: instantSchema.nullable(),
})
export type Line = z.infer<typeof lineSchema>

/** What a line begins with: behind all others, in the colour that the fewest of them have. */
export function newLine(lines: readonly Line[], title: string): Pick<Line, 'title' | 'order' | 'colour'> {
  const open = lines.filter(line => line.deletedAt === null)
  const uses = (colour: LineColour) => open.filter(line => line.colour === colour).length
  const [first, ...hues] = lineColours.filter(colour => colour !== LINE_COLOUR_DEFAULT)
  const colour = hues.reduce(
    (least, hue) => (uses(hue) < uses(least) ? hue : least),
    first ?? LINE_COLOUR_DEFAULT,
  )
  return { title, colour, order: lines.reduce((last, line) => Math.max(last, line.order), 0) + 1 }
}
