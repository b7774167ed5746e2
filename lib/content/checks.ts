import { z } from 'zod'
import { bouwsteenSchema } from '#lib/domain/bouwsteen.ts'
import content from './checks.json' with { type: 'json' }
import { bilingualSchema } from './schema.ts'

/** A short check for the group: what it is called and which bouwstenen it belongs to; the rest differs per check. */
const checkSchema = z.looseObject({
  id: z.string().min(1),
  title: bilingualSchema,
  bouwstenen: z.array(bouwsteenSchema).min(1),
})

/** A word of a short list (kinds of partner, levels) that the checks refer to. */
const termSchema = z.looseObject({ id: z.string().min(1) })
/** One of a few answers; `value` is its place on their scale. */
const optionSchema = z.strictObject({ id: z.string().min(1), label: bilingualSchema, value: z.number() })
const questionSchema = z.strictObject({
  id: z.string().min(1),
  kind: z.enum(['scale', 'text', 'yesno']),
  text: bilingualSchema,
  options: z.array(optionSchema).min(2).optional(),
})
/** How the check is done, in a sentence or two for everybody, and how long that takes. */
const timedCheckSchema = checkSchema.extend({ how: bilingualSchema, minutes: z.int().positive() })

const relationshipCheckInSchema = timedCheckSchema.extend({
  anonymous: z.literal(true),
  questions: z.array(questionSchema).min(1),
  followUp: z.array(bilingualSchema),
})
const legitimacySchema = timedCheckSchema.extend({
  perPartner: z.literal(true),
  explain: bilingualSchema,
  scale: z.strictObject({ min: z.number(), max: z.number(), step: z.number().positive() }),
  readings: z.array(z.strictObject({ from: z.number(), to: z.number(), text: bilingualSchema })).min(1),
  /** A difference between two partners that is worth a talk. */
  spreadAlert: z.number().positive(),
  pillars: z
    .array(
      z.looseObject({
        id: z.string().min(1),
        name: bilingualSchema,
        ask: bilingualSchema,
        firstStep: bilingualSchema,
      }),
    )
    .length(4),
})
const giveTakeSchema = timedCheckSchema.extend({
  perPartner: z.literal(true),
  fields: z.array(z.strictObject({ id: z.string().min(1), label: bilingualSchema, hint: bilingualSchema })),
  balance: z.strictObject({ min: z.number(), max: z.number(), labels: z.array(optionSchema).min(2) }),
  alerts: z.array(z.looseObject({ id: z.enum(['scheef', 'leeg', 'pijn']), text: bilingualSchema })).length(3),
})
const opgaveTestSchema = timedCheckSchema.extend({
  results: z.array(optionSchema).length(3),
  tests: z
    .array(
      z.looseObject({
        id: z.string().min(1),
        title: bilingualSchema,
        question: bilingualSchema,
        good: bilingualSchema,
        warning: bilingualSchema,
      }),
    )
    .min(1),
})

export const checksSchema = z
  .object({
    id: z.string(),
    title: bilingualSchema,
    partnerTypes: z.array(termSchema).min(1),
    levels: z.array(termSchema).min(1),
    relationshipCheckIn: relationshipCheckInSchema,
    legitimacy: legitimacySchema,
    giveTake: giveTakeSchema,
    opgaveTest: opgaveTestSchema,
  })
  .catchall(checkSchema)

/** The group's checks (relations, legitimacy, give and take …) by their key. */
export const checks = checksSchema.parse(content)
