import { z } from 'zod'

/** The phases of a session, in their order; the facilitator may go forward and back. */
export const phases = ['collect', 'order', 'decide', 'statement', 'sign', 'closed'] as const
export const phaseSchema = z.enum(phases)
export type Phase = z.infer<typeof phaseSchema>
