import { z } from 'zod'
import { breakthroughSchema } from './breakthrough.ts'
import { canonicalJson, type Json, sha256Hex } from './canonical.ts'
import { cementSchema } from './cement.ts'
import { hashSchema, idSchema, instantSchema } from './id.ts'
import { LINE_COLOUR_DEFAULT, lineSchema } from './line.ts'
import { noteSchema } from './note.ts'
import { proposalSchema } from './proposal.ts'
import { reactionSchema } from './reaction.ts'
import { replySchema } from './reply.ts'
import { tangibleResultSchema } from './tangible-result.ts'

/**
 * The frozen board. Entries in the bin are left out: what people took away is not part of what was agreed. `previous` is the hash of what was
 * fixed before it, the statement of the former edition; null in a network's first. The statement names this board in turn.
 */
const currentBoardSchema = z.strictObject({
  format: z.literal('mozaiekbord-board/4'),
  previous: hashSchema.nullable(),
  session: idSchema,
  frozenAt: instantSchema,
  notes: z.array(noteSchema),
  lines: z.array(lineSchema),
  proposals: z.array(proposalSchema),
  cement: z.array(cementSchema),
  replies: z.array(replySchema),
  reactions: z.array(reactionSchema),
  breakthroughs: z.array(breakthroughSchema),
  results: z.array(tangibleResultSchema),
})
export type BoardSnapshot = z.infer<typeof currentBoardSchema>
/** What stands on a board, as a snapshot holds it. */
export type BoardContent = Omit<BoardSnapshot, 'format' | 'previous' | 'session' | 'frozenAt'>

/** Boards that were frozen before they named what was fixed before them: their hashes keep holding. */
const thirdBoardSchema = currentBoardSchema
  .omit({ previous: true })
  .extend({ format: z.literal('mozaiekbord-board/3') })

/** Boards that were frozen before there were breakthroughs and results on them. */
const secondBoardSchema = thirdBoardSchema
  .omit({ breakthroughs: true, results: true })
  .extend({ format: z.literal('mozaiekbord-board/2') })

/** Boards that were frozen before lines had a colour and notes had cement, replies and reactions. */
const firstBoardSchema = secondBoardSchema.omit({ cement: true, replies: true, reactions: true }).extend({
  format: z.literal('mozaiekbord-board/1'),
  lines: z.array(lineSchema.omit({ about: true, colour: true })),
})

/** A frozen board of any format that was ever made. */
export const boardSnapshotSchema = z.discriminatedUnion('format', [
  currentBoardSchema,
  thirdBoardSchema,
  secondBoardSchema,
  firstBoardSchema,
])
export type FrozenBoard = z.infer<typeof boardSnapshotSchema>

/** What stands on a frozen board of any format; what its format had no room for is none, or as it was then. */
export function contentOf(board: FrozenBoard): BoardContent {
  const later = { cement: [], replies: [], reactions: [], breakthroughs: [], results: [] }
  const { format, session, frozenAt, previous, ...content } = { previous: null, ...board }
  const lines = content.lines.map(line => ({ about: '', colour: LINE_COLOUR_DEFAULT, ...line }))
  return { ...later, ...content, lines }
}

/** An immutable copy, named by the SHA-256 of its canonical form's UTF-8 bytes. */
export type Snapshot = { hash: string; canonical: string }

/** Makes the snapshot of a board or a statement: RFC 8785 form and its hash. */
export function snapshotOf(content: Json): Snapshot {
  const canonical = canonicalJson(content)
  return { hash: sha256Hex(canonical), canonical }
}
