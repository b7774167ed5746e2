import type { Bouwsteen } from '#lib/domain/bouwsteen.ts'
import content from './bouwstenen.json' with { type: 'json' }
import { type BouwsteenContent, bouwstenenContentSchema } from './schema.ts'

const parsed = bouwstenenContentSchema.parse(content)

/** Each bouwsteen's name, what it is in a few words, and sentences to begin a note with. */
export const bouwsteenContent = Object.fromEntries(parsed.map(each => [each.id, each])) as Record<
  Bouwsteen,
  BouwsteenContent
>
