import type { Bouwsteen } from '#lib/domain/bouwsteen.ts'
import content from './bouwstenen.json' with { type: 'json' }
import { type BouwsteenContent, bouwstenenContentSchema } from './schema.ts'

const parsed = bouwstenenContentSchema.parse(content)

/** The guidance of each bouwsteen: what it is about, its questions, sentence starters, what it is tuned with. */
export const bouwsteenContent = Object.fromEntries(parsed.map(each => [each.id, each])) as Record<
  Bouwsteen,
  BouwsteenContent
>
