import { z } from 'zod'
import { type Bouwsteen, bouwsteenSchema, bouwstenen } from './bouwsteen.ts'
import { idSchema } from './id.ts'
import { type Phase, phaseSchema } from './phase.ts'
import { stepMaySchema } from './step-rights.ts'

export const STEPS_MAX = 60
export const STEP_TITLE_MAX = 120
export const STEP_GOAL_MAX = 300
export const STEP_TEXT_MAX = 2000
export const STEP_MINUTES_MAX = 480

/** When a step is: before the first day, on one of the two, in between, or afterwards. */
export const stepDays = ['before', 'day1', 'between', 'day2', 'after'] as const
export type StepDay = (typeof stepDays)[number]

/** How people work in a step: each alone, together, at tables, a few who order, voting, writing the statement, signing. */
export const stepModes = ['private', 'open', 'tables', 'cluster', 'vote', 'statement', 'sign'] as const

/** What a step is about on the screen. */
export const stepViews = [
  'wall',
  'people',
  'lines',
  'overview',
  'proposals',
  'breakthrough',
  'results',
  'statement',
  'meeting',
] as const
export type StepView = (typeof stepViews)[number]

/**
 * One step of the two days. `instruction` is read by everybody, `notes` by who leads alone. `phase`: what may be done meanwhile;
 * `bouwstenen`: which of them it is about. `skipped`: it stays where it is, and is passed over.
 */
export const stepSchema = z.strictObject({
  id: idSchema,
  day: z.enum(stepDays),
  title: z.string().trim().min(1).max(STEP_TITLE_MAX),
  goal: z.string().trim().max(STEP_GOAL_MAX),
  instruction: z.string().trim().max(STEP_TEXT_MAX),
  notes: z.string().trim().max(STEP_TEXT_MAX),
  minutes: z.int().min(1).max(STEP_MINUTES_MAX),
  mode: z.enum(stepModes),
  phase: phaseSchema,
  view: z.enum(stepViews),
  bouwstenen: z
    .array(bouwsteenSchema)
    .refine(all => new Set(all).size === all.length, 'a bouwsteen twice')
    .readonly(),
  skipped: z.boolean(),
  /** Absent, as in programmes of before there was such a choice: everybody whom the phase lets. */
  may: stepMaySchema.optional(),
})
export type Step = z.infer<typeof stepSchema>

export const stepsSchema = z
  .array(stepSchema)
  .max(STEPS_MAX)
  .refine(steps => new Set(steps.map(({ id }) => id)).size === steps.length, 'two steps with one id')

/**
 * The programme of a session. `version` is raised by every change of its steps, so that two who edit it don't undo each other's
 * work; `at`: the present step, begun at `since` (ms); null before the first.
 */
export type Programme = {
  steps: Step[]
  version: number
  at: string | null
  since: number | null
}

/** A programme on its own, as it is saved in a file: what was done with it stays with the session. */
export const programmeFileSchema = z.strictObject({
  kind: z.literal('mozaiekbord-programme'),
  version: z.literal(1),
  steps: z
    .array(stepSchema.omit({ skipped: true }))
    .min(1)
    .max(STEPS_MAX),
})

export const stepAt = ({ steps, at }: Pick<Programme, 'steps' | 'at'>): Step | null =>
  steps.find(({ id }) => id === at) ?? null

/**
 * The bouwstenen that people add notes to in a step; null: to all. A step that is about none or about all opens all, and so does one
 * whose phase was left by hand: it no longer says what the room does.
 */
export function openIn(
  step: Pick<Step, 'bouwstenen' | 'phase'> | null,
  phase: Phase,
): readonly Bouwsteen[] | null {
  if (step?.phase !== 'collect' || phase !== 'collect') return null
  const { length } = step.bouwstenen
  return length === 0 || length === bouwstenen.length ? null : step.bouwstenen
}

/** The step after the present one, or the first; null at the end. */
export function nextStep({ steps, at }: Pick<Programme, 'steps' | 'at'>): Step | null {
  const from = steps.findIndex(({ id }) => id === at) + 1
  return steps.slice(from).find(({ skipped }) => !skipped) ?? null
}

/**
 * The steps with those of a template. Before the first step, and when the template holds the present one, they take the place of all;
 * else what was done so far stays, and they come after the present step. Null when that is more than fit.
 */
export function withTemplate(
  { steps, at }: Pick<Programme, 'steps' | 'at'>,
  template: readonly Step[],
): Step[] | null {
  const coming = new Set(template.map(({ id }) => id))
  const until = steps.findIndex(({ id }) => id === at) + 1
  const done = at === null || coming.has(at) ? [] : steps.slice(0, until)
  const all = [...done.filter(({ id }) => !coming.has(id)), ...template]
  return all.length > STEPS_MAX ? null : all
}

/** The step before the present one; null at the beginning. */
export function formerStep({ steps, at }: Pick<Programme, 'steps' | 'at'>): Step | null {
  const until = steps.findIndex(({ id }) => id === at)
  return steps.slice(0, Math.max(0, until)).findLast(({ skipped }) => !skipped) ?? null
}
