import { z } from 'zod'
import { bouwsteenSchema } from '#lib/domain/bouwsteen.ts'
import content from './example-session.json' with { type: 'json' }

const text = z.string().min(1)
const rehearsalSchema = z.object({
  notes: z.array(z.object({ bouwsteen: bouwsteenSchema, text })).min(1),
  proposals: z.array(z.object({ text })).min(1),
})

/** What made-up people bring to a rehearsal: the notes and proposals of the example. */
export const rehearsal = rehearsalSchema.parse(content)
