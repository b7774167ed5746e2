import { z } from 'zod'

/** The phases of a session, in their order; between two freezes the facilitator goes forward and back. */
export const phases = ['collect', 'order', 'decide', 'statement', 'sign', 'closed'] as const
export const phaseSchema = z.enum(phases)
export type Phase = z.infer<typeof phaseSchema>

/**
 * Where a session stands for who wants to write: its phase, or `desks` while notes are collected on private desks, or `vote` while
 * proposals are voted on.
 */
export type RoomStage = Phase | 'desks' | 'vote'
/** The same of one document: what partners write before the first day has a stage of its own while that is open. */
export type Stage = RoomStage | 'preparation'

/** `voting`: whether a vote was opened whose result nobody knows yet. It stops writing on the board, so who asks of anything else leaves it out. */
export function stageOf({ phase, desks }: { phase: Phase; desks: object | null }, voting = false): RoomStage {
  if (phase === 'collect' && desks) return 'desks'
  return phase === 'decide' && voting ? 'vote' : phase
}

/** Whether a vote was opened whose result nobody knows yet: meanwhile the proposals stay as they are. */
export const isVoting = (ballots: readonly { state: string }[]): boolean =>
  ballots.some(({ state }) => state !== 'revealed')

/** Between these the facilitator moves freely. From one side to the other leads a freeze, for what was fixed can't be opened again. */
const sides: readonly (readonly Phase[])[] = [
  ['collect', 'order', 'decide'],
  ['statement'],
  ['sign', 'closed'],
]

/** Whether the board is still worked on in this phase: not fixed yet. */
export const isOnBoard = (phase: Phase): boolean => wayTo(phase, 'collect') === 'free'

/** How the way from one phase to another goes: freely, by a freeze that must come first, or not, back over a freeze. */
export function wayTo(from: Phase, to: Phase): 'free' | 'freeze' | 'back' {
  const [here, there] = [from, to].map(phase => sides.findIndex(side => side.includes(phase)))
  if (here === there) return 'free'
  return (there as number) > (here as number) ? 'freeze' : 'back'
}
