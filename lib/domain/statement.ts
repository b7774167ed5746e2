import { z } from 'zod'
import { frozenConsentSchema } from './consent.ts'
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
  /** Of a passage that was made into a heading; absent where it has none. */
  roots: rootsSchema.optional(),
  content: z.array(inlineSchema),
})
const listSchema = z.strictObject({
  type: z.enum(['bulletList', 'orderedList']),
  items: z.array(z.array(paragraphSchema).min(1)).min(1),
})
/** Most rows and columns of a table, and characters of a cell. */
export const TABLE_ROWS_MAX = 60
export const TABLE_COLUMNS_MAX = 8
export const CELL_TEXT_MAX = 2000

const cellSchema = z.strictObject({ header: z.boolean(), content: z.array(paragraphSchema).min(1) })
/** Rows of equally many cells; a cell that is empty holds an empty paragraph. */
const tableSchema = z.strictObject({
  type: z.literal('table'),
  rows: z.array(z.array(cellSchema).min(1)).min(1),
})
/** One block of the text: the whole of what the editor can make, and nothing else. */
export const blockSchema = z.discriminatedUnion('type', [
  paragraphSchema,
  headingSchema,
  listSchema,
  tableSchema,
])
export type Block = z.infer<typeof blockSchema>
export type Paragraph = z.infer<typeof paragraphSchema>
export type Cell = z.infer<typeof cellSchema>

/** Every paragraph of a block in reading order; a heading has none. */
export function paragraphsOf(block: Block): Paragraph[] {
  if (block.type === 'paragraph') return [block]
  if (block.type === 'heading') return []
  return block.type === 'table' ? block.rows.flat().flatMap(({ content }) => content) : block.items.flat()
}

/** What may come from somewhere: every paragraph, and a heading that was made of one. */
export type Passage = Pick<Paragraph, 'roots' | 'content'>
export function passagesOf(block: Block): Passage[] {
  if (block.type !== 'heading') return paragraphsOf(block)
  return block.roots ? [{ roots: block.roots, content: block.content }] : []
}

/** The words of a text without its marks; `hardBreak` stands for the end of a line. */
export const wordsOf = (content: readonly Inline[], hardBreak = ' '): string =>
  content.map(inline => (inline.type === 'text' ? inline.text : hardBreak)).join('')

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

/**
 * Since partners answer per section: their answers, with what they had to add, are part of what is signed. `replaces` is the hash of the
 * version of this statement that it takes the place of; null for the first.
 */
const consentedStatementSchema = firstStatementSchema.extend({
  format: z.literal('mozaiekbord-statement/3'),
  former: laterStatementSchema.shape.former.nullable(),
  replaces: hashSchema.nullable(),
  consents: z.array(frozenConsentSchema),
})

/** A frozen statement of any format that was ever made; those of before keep their hashes. */
export const statementSchema = z.discriminatedUnion('format', [
  firstStatementSchema,
  laterStatementSchema,
  consentedStatementSchema,
])
export type Statement = z.infer<typeof statementSchema>

/** The hash of the statement that this one follows; null when it is a network's first. */
export const formerHashOf = (statement: Statement): string | null =>
  statement.format === 'mozaiekbord-statement/1' ? null : (statement.former?.statement ?? null)

/** The hash of the version that this one takes the place of; null when it is the first. */
export const replacedHashOf = (statement: Statement): string | null =>
  statement.format === 'mozaiekbord-statement/3' ? statement.replaces : null

/** Something that a partner added to its agreement with a section, with the partner's name; `changed`: the text did afterwards. */
export type Reservation = {
  section: string
  title: string
  partner: string
  text: string
  by: string
  at: number
  changed: boolean
  /** Written down by `by` for people without a device. */
  entered: boolean
}

/** Which partners made a reservation in it, by name, each once. */
export const reservingPartners = (statement: Statement): string[] => [
  ...new Set(reservationsOf(statement).map(({ partner }) => partner)),
]

/** The reservations that a frozen statement carries, in the order of its sections and then its partners; none in older formats. */
export function reservationsOf(statement: Statement): Reservation[] {
  if (statement.format !== 'mozaiekbord-statement/3') return []
  return statement.consents.flatMap(({ answer, text, partner, ...rest }) => {
    const name = statement.partners.find(({ id }) => id === partner)?.name
    if (answer !== 'reserves' || name === undefined) return []
    const { section, title, by, at, changed, entered = false } = rest
    return [{ section, title, partner: name, text, by, at, changed, entered }]
  })
}
