import { z } from 'zod'
import { bouwsteenSchema } from '#lib/domain/bouwsteen.ts'

/** A text in both languages of the product; both are always filled. */
export const bilingualSchema = z.strictObject({ nl: z.string().min(1), en: z.string().min(1) })
export type Bilingual = z.infer<typeof bilingualSchema>

const questionSchema = bilingualSchema.extend({ id: z.string().min(1) })

/** A bouwsteen as it is named everywhere, see `lib/content/bouwstenen.json`. */
const bouwsteenContentSchema = z.strictObject({
  id: bouwsteenSchema,
  order: z.int().min(1).max(7),
  name: bilingualSchema,
  tagline: z.strictObject({ nl: z.string().max(60), en: z.string().max(60) }),
  noteStarters: z.array(bilingualSchema).min(1),
})
export const bouwstenenContentSchema = z.array(bouwsteenContentSchema).length(7)
export type BouwsteenContent = z.infer<typeof bouwsteenContentSchema>

/** What there is to say and ask at a bouwsteen, see `lib/content/guidance.json`. */
const bouwsteenGuidanceSchema = z.strictObject({
  id: bouwsteenSchema,
  purpose: bilingualSchema,
  keyQuestions: z.array(questionSchema).min(1),
  deepQuestions: z.array(questionSchema).min(1),
  tuneWith: z.array(z.strictObject({ id: bouwsteenSchema, prompt: bilingualSchema })).length(3),
  pitfalls: z.array(bilingualSchema.extend({ story: z.string() })),
})
export const guidanceSchema = z.array(bouwsteenGuidanceSchema).length(7)
export type BouwsteenGuidance = z.infer<typeof bouwsteenGuidanceSchema>

const sectionFieldSchema = z.strictObject({ id: z.string(), label: bilingualSchema })

/** One section of the network statement, see `lib/content/statement-template.json`. */
export const statementSectionSchema = z.strictObject({
  id: z.string(),
  order: z.int().min(1),
  bouwstenen: z.array(bouwsteenSchema),
  title: bilingualSchema,
  guidance: bilingualSchema,
  starter: bilingualSchema,
  kind: z.enum(['text', 'rows', 'signatures']),
  maxWords: z.int().positive(),
  consent: z.boolean(),
  fields: z.array(sectionFieldSchema).optional(),
})
export const statementTemplateSchema = z.strictObject({
  id: z.string(),
  title: bilingualSchema,
  intro: bilingualSchema,
  maxWordsTotal: z.int().positive(),
  sections: z.array(statementSectionSchema),
})
export type StatementSection = z.infer<typeof statementSectionSchema>
