import { z } from 'zod'
import { hashSchema, idSchema, instantSchema } from './id.ts'
import { partnerSchema } from './partner.ts'
import { PROPOSAL_TEXT_MAX } from './proposal.ts'
import { dateSchema, languageSchema, SESSION_TITLE_MAX } from './session.ts'

/** Most characters of running text in one statement; two pages are some 6,000. */
export const STATEMENT_TEXT_MAX = 60_000

export const markSchema = z.enum(['bold', 'italic'])
const textSchema = z.strictObject({
  type: z.literal('text'),
  text: z.string().min(1),
  marks: z.array(markSchema),
})
const breakSchema = z.strictObject({ type: z.literal('hardBreak') })
export const inlineSchema = z.discriminatedUnion('type', [textSchema, breakSchema])
export type Inline = z.infer<typeof inlineSchema>

/**
 * Where a passage comes from: space-separated `note:<id>`, `line:<id>`, `ballot:<id>`, `breakthrough:<id>`, `result:<id>`; empty when it
 * was written anew.
 */
export const rootsSchema = z
  .string()
  .max(4000)
  .regex(/^((note|line|ballot|breakthrough|result):[A-Za-z0-9_-]{8,40}( (?=\S)|$))*$/)
/** The template's section that a heading opens; empty for a heading of one's own. */
export const sectionSchema = z.string().regex(/^[a-z0-9-]{0,40}$/)

const paragraphSchema = z.strictObject({
  type: z.literal('paragraph'),
  roots: rootsSchema,
  content: z.array(inlineSchema),
})
const headingSchema = z.strictObject({
  type: z.literal('heading'),
  level: z.union([z.literal(2), z.literal(3)]),
  section: sectionSchema,
  content: z.array(inlineSchema),
})
const listSchema = z.strictObject({
  type: z.enum(['bulletList', 'orderedList']),
  items: z.array(z.array(paragraphSchema).min(1)).min(1),
})
/** One block of the text: the whole of what the editor can make, and nothing else. */
export const blockSchema = z.discriminatedUnion('type', [paragraphSchema, headingSchema, listSchema])
export type Block = z.infer<typeof blockSchema>
export type Paragraph = z.infer<typeof paragraphSchema>

/**
 * The frozen statement of a network's first edition: everything that a signature stands for. Its canonical form (RFC 8785) is what is stored, hashed and
 * signed; `board` is the hash of the board's snapshot that it was composed from.
 */
const firstStatementSchema = z.strictObject({
  format: z.literal('mozaiekbord-statement/1'),
  session: idSchema,
  network: z.string().max(SESSION_TITLE_MAX),
  title: z.string().max(SESSION_TITLE_MAX),
  dates: z.array(dateSchema),
  language: languageSchema,
  version: z.int().positive(),
  partners: z.array(partnerSchema),
  board: hashSchema,
  definition: z.strictObject({ text: z.string().max(PROPOSAL_TEXT_MAX), ballot: idSchema.nullable() }),
  body: z.array(blockSchema),
  frozenAt: instantSchema,
})

/** The statement of a later edition names the one before it, by the session and the hash that was signed. */
const laterStatementSchema = firstStatementSchema.extend({
  format: z.literal('mozaiekbord-statement/2'),
  former: z.strictObject({ session: idSchema, statement: hashSchema }),
})

/** Since a fixed text may be opened again: `replaces` is the hash of the version that this one takes the place of. */
const replacingStatementSchema = firstStatementSchema.extend({
  format: z.literal('mozaiekbord-statement/3'),
  former: laterStatementSchema.shape.former.nullable(),
  replaces: hashSchema.nullable(),
})

/** A frozen statement of any format that was ever made; those of before keep their hashes. */
export const statementSchema = z.discriminatedUnion('format', [
  firstStatementSchema,
  laterStatementSchema,
  replacingStatementSchema,
])
export type Statement = z.infer<typeof statementSchema>

/** The hash of the statement that this one follows; null when it is a network's first. */
export const formerHashOf = (statement: Statement): string | null =>
  statement.format === 'mozaiekbord-statement/1' ? null : (statement.former?.statement ?? null)

/** The hash of the version that this one takes the place of; null when it is the first. */
export const replacedHashOf = (statement: Statement): string | null =>
  statement.format === 'mozaiekbord-statement/3' ? statement.replaces : null
