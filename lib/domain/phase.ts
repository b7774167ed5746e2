import { z } from 'zod'

/** The phases of a session, in their order; the facilitator may go forward and back. */
export const phases = ['collect', 'order', 'decide', 'statement', 'sign', 'closed'] as const
export const phaseSchema = z.enum(phases)
export type Phase = z.infer<typeof phaseSchema>

/** Where a session stands for who wants to write: its phase, or `desks` while notes are collected on private desks. */
export type Stage = Phase | 'desks'

export function stageOf({ phase, desks }: { phase: Phase; desks: object | null }): Stage {
  return phase === 'collect' && desks ? 'desks' : phase
}
