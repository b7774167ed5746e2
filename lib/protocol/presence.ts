import { z } from 'zod'
import { bouwsteenSchema } from '#lib/domain/bouwsteen.ts'

const coordinate = z.number().min(-1e6).max(1e6)

/** A place on the wall, in its units from the corner of a tile's content: the same for all, however large each sees it. */
export const spotSchema = z.object({ tile: bouwsteenSchema, x: coordinate, y: coordinate })
export type Spot = z.infer<typeof spotSchema>

/**
 * Where somebody is on the wall, the part `wall` of their presence. `pointer`: where they point. `hand`: where the first of the notes
 * that they move has its upper left corner.
 */
export const wallPresenceSchema = z.object({ pointer: spotSchema.nullable(), hand: spotSchema.nullable() })
export type WallPlace = z.infer<typeof wallPresenceSchema>
