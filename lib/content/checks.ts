import { z } from 'zod'
import { bouwsteenSchema } from '#lib/domain/bouwsteen.ts'
import content from './checks.json' with { type: 'json' }
import { bilingualSchema } from './schema.ts'

/** A short check for the group: what it is called and which bouwstenen it belongs to; the rest differs per check. */
const checkSchema = z.looseObject({
  id: z.string().min(1),
  title: bilingualSchema,
  bouwstenen: z.array(bouwsteenSchema).min(1),
})

/** A word of a short list (kinds of partner, levels) that the checks refer to. */
const termSchema = z.looseObject({ id: z.string().min(1) })

export const checksSchema = z
  .object({
    id: z.string(),
    title: bilingualSchema,
    partnerTypes: z.array(termSchema).min(1),
    levels: z.array(termSchema).min(1),
  })
  .catchall(checkSchema)

/** The group's checks (relations, legitimacy, give and take …) by their key. */
export const checks = checksSchema.parse(content)
