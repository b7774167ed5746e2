import { z } from 'zod'
import { canonicalJson, type Json, sha256Hex } from './canonical.ts'
import { idSchema, instantSchema } from './id.ts'
import { lineSchema } from './line.ts'
import { noteSchema } from './note.ts'
import { proposalSchema } from './proposal.ts'

/** The frozen board. Entries in the bin are left out: what people took away is not part of what was agreed. */
export const boardSnapshotSchema = z.strictObject({
  format: z.literal('mozaiekbord-board/1'),
  session: idSchema,
  frozenAt: instantSchema,
  notes: z.array(noteSchema),
  lines: z.array(lineSchema),
  proposals: z.array(proposalSchema),
})
export type BoardSnapshot = z.infer<typeof boardSnapshotSchema>

/** An immutable copy, named by the SHA-256 of its canonical form's UTF-8 bytes. */
export type Snapshot = { hash: string; canonical: string }

/** Makes the snapshot of a board or a statement: RFC 8785 form and its hash. */
export function snapshotOf(content: Json): Snapshot {
  const canonical = canonicalJson(content)
  return { hash: sha256Hex(canonical), canonical }
}
