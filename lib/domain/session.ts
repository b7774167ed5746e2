import { z } from 'zod'
import { desksSchema } from './desk.ts'
import { idSchema, instantSchema } from './id.ts'
import { legibleLine } from './legible-line.ts'
import { PARTNER_KIND_MAX, PARTNER_NAME_MAX, PARTNERS_MAX } from './partner.ts'
import { phaseSchema } from './phase.ts'
import { stepsSchema } from './programme.ts'

export const SESSION_TITLE_MAX = 120
/** Most people who may be in one session at the same time (removed ones not counted). */
export const PARTICIPANTS_MAX = 200

/** A calendar date without time or zone: YYYY-MM-DD. */
export const dateSchema = z.iso.date()
export const languageSchema = z.enum(['nl', 'en'])
export type Language = z.infer<typeof languageSchema>

/**
 * One kick-off of one network. `dates` are the days it takes, in order; after `expiresAt` its code no longer lets anyone in.
 * `desks` null: notes are collected in the open.
 */
export const sessionSchema = z.strictObject({
  id: idSchema,
  network: z.string().trim().min(1).max(SESSION_TITLE_MAX),
  title: z.string().trim().min(1).max(SESSION_TITLE_MAX),
  dates: z.array(dateSchema).min(1).max(4),
  language: languageSchema,
  phase: phaseSchema,
  desks: desksSchema.nullable(),
  createdAt: instantSchema,
  expiresAt: instantSchema,
})
export type Session = z.infer<typeof sessionSchema>

/** What creating a session takes; ids are given by the server. */
export const newSessionSchema = z.strictObject({
  network: legibleLine(SESSION_TITLE_MAX),
  title: legibleLine(SESSION_TITLE_MAX),
  dates: sessionSchema.shape.dates.refine(
    dates => dates.every((date, index) => index === 0 || (dates[index - 1] as string) < date),
    'dates must follow each other',
  ),
  language: languageSchema.default('nl'),
  partners: z
    .array(z.strictObject({ name: legibleLine(PARTNER_NAME_MAX), kind: legibleLine(PARTNER_KIND_MAX, 0) }))
    .max(PARTNERS_MAX)
    .refine(
      partners => new Set(partners.map(partner => partner.name.toLowerCase())).size === partners.length,
      'two partners with one name',
    ),
  /** Absent: those of the method. */
  steps: stepsSchema.optional(),
})
export type NewSession = z.infer<typeof newSessionSchema>
