import { z } from 'zod'
import { bouwsteenSchema } from '#lib/domain/bouwsteen.ts'
import { phaseSchema } from '#lib/domain/phase.ts'
import { stepModes, stepViews } from '#lib/domain/programme.ts'
import { bilingualSchema } from './schema.ts'

/** Ids of content: lower case with hyphens, or a camelCase key of another file. They never change. */
const contentIdSchema = z.string().regex(/^[A-Za-z0-9-]+$/)
/** A time of day, HH:MM. */
const timeSchema = z.string().regex(/^\d{2}:\d{2}$/)
const minutesSchema = z.int().positive()

const modeSchema = z.enum(stepModes)
const daySchema = z.enum(['day1', 'between', 'day2'])
const optionSchema = z.strictObject({
  id: contentIdSchema,
  label: bilingualSchema,
  asks: bilingualSchema.optional(),
})

const tableSchema = z.strictObject({
  id: contentIdSchema,
  order: z.int().min(1),
  bouwstenen: z.array(bouwsteenSchema).min(1),
  title: bilingualSchema,
  question: bilingualSchema,
})

/** One phase of the two days. `minutes` is the sum of its activities; `startsAt` is absent between the days. */
export const programmePhaseSchema = z
  .strictObject({
    id: contentIdSchema,
    day: daySchema,
    order: z.int().min(1),
    title: bilingualSchema,
    goal: bilingualSchema,
    minutes: minutesSchema,
    startsAt: timeSchema.optional(),
    mode: modeSchema,
    /** The phase in which a session is meanwhile: what its people may do. */
    sessionPhase: phaseSchema,
    view: z.enum(stepViews),
    bouwstenen: z.array(bouwsteenSchema),
    activities: z
      .array(z.strictObject({ id: contentIdSchema, minutes: minutesSchema, text: bilingualSchema }))
      .min(1),
    tips: z.array(bilingualSchema),
    outputs: z.array(bilingualSchema),
    basedOn: z.array(contentIdSchema),
    tables: z.array(tableSchema).optional(),
    uses: z.array(contentIdSchema).optional(),
    breakAfter: z.strictObject({ minutes: minutesSchema, label: bilingualSchema }).optional(),
  })
  .refine(
    ({ minutes, activities }) => minutes === activities.reduce((sum, each) => sum + each.minutes, 0),
    'the minutes of a phase are those of its activities',
  )
export type ProgrammePhase = z.infer<typeof programmePhaseSchema>

/** The two-day kick-off with the work in between, see `lib/content/kickoff-programme.json`. */
export const programmeSchema = z.strictObject({
  id: contentIdSchema,
  title: bilingualSchema,
  intro: bilingualSchema,
  /** Advice, not a limit. */
  groupSize: z.strictObject({ min: z.int(), max: z.int(), note: bilingualSchema }),
  daysBetween: z.strictObject({ min: z.int(), max: z.int() }),
  modes: z
    .array(z.strictObject({ id: modeSchema, name: bilingualSchema, explain: bilingualSchema }))
    .length(7),
  /** `weight` sorts a picture; it decides nothing. */
  voteOptions: z.array(optionSchema.extend({ weight: z.number() })),
  consentOptions: z.array(optionSchema),
  preparation: z.array(bilingualSchema),
  afterwards: z.array(bilingualSchema),
  days: z
    .array(
      z.strictObject({
        id: daySchema,
        order: z.int().min(1),
        title: bilingualSchema,
        goal: bilingualSchema,
        start: timeSchema.nullable(),
        end: timeSchema.nullable().optional(),
        workMinutes: minutesSchema,
      }),
    )
    .length(3),
  phases: z.array(programmePhaseSchema),
  sources: z.array(
    z.strictObject({
      id: contentIdSchema,
      place: z.string(),
      lesson: z.int().min(1).max(7).optional(),
      idea: bilingualSchema,
    }),
  ),
})
