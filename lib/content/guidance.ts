import type { Bouwsteen } from '#lib/domain/bouwsteen.ts'
import content from './guidance.json' with { type: 'json' }
import { type BouwsteenGuidance, guidanceSchema } from './schema.ts'

const parsed = guidanceSchema.parse(content)

/** What each bouwsteen is about, its questions, what it is tuned with. Much text: the board takes it in when somebody asks for it. */
export const bouwsteenGuidance = Object.fromEntries(parsed.map(each => [each.id, each])) as Record<
  Bouwsteen,
  BouwsteenGuidance
>
