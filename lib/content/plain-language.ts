import { z } from 'zod'
import content from './plain-language.json' with { type: 'json' }
import { bilingualSchema } from './schema.ts'

/** A word that hides meaning, in one language: the forms it comes in, why it hides, what to ask the writer instead. */
const vagueWordSchema = <T extends z.ZodType>(inLanguage: T) =>
  z.strictObject({
    word: z.string().min(1),
    forms: z.array(z.string().min(1)).min(1),
    why: inLanguage,
    ask: inLanguage,
    alternatives: z.array(z.string().min(1)),
    fromSource: z.boolean().optional(),
  })

export const plainLanguageSchema = z.strictObject({
  id: z.string(),
  title: bilingualSchema,
  intro: bilingualSchema,
  game: z.strictObject({ title: bilingualSchema, howTo: bilingualSchema, cardSize: z.int().positive() }),
  matching: z.strictObject({ caseSensitive: z.boolean(), wholeWord: z.boolean(), use: z.string() }),
  nl: z.array(vagueWordSchema(z.strictObject({ nl: z.string().min(1) }))),
  en: z.array(vagueWordSchema(z.strictObject({ en: z.string().min(1) }))),
})

/** The words that hide meaning, Dutch and English each in a list of their own. */
export const plainLanguage = plainLanguageSchema.parse(content)
