import content from './kickoff-programme.json' with { type: 'json' }
import { programmeSchema } from './programme-schema.ts'

/** The programme of a two-day kick-off: its phases, modes and tips. */
export const programme = programmeSchema.parse(content)
