import { z } from 'zod'
import { hashSchema } from '#lib/domain/id.ts'
import { signatureSchema } from '#lib/domain/signature.ts'
import { boardSnapshotSchema } from '#lib/domain/snapshot.ts'
import { statementSchema } from '#lib/domain/statement.ts'

/** The frozen statement with all that proves it: the board it was composed from, the hashes, every signature so far. */
export const dossierSchema = z.strictObject({
  format: z.literal('mozaiekbord-dossier/1'),
  statement: statementSchema,
  statementHash: hashSchema,
  board: boardSnapshotSchema,
  boardHash: hashSchema,
  signatures: z.array(signatureSchema),
})
export type Dossier = z.infer<typeof dossierSchema>

/**
 * A dossier as it leaves the installation. `seal.signature` is over the canonical form of everything but itself: `certificate` in DER,
 * `signature` ECDSA over P-256 with SHA-256 as r‖s (64 bytes), both in hexadecimal.
 */
export const sealedDossierSchema = dossierSchema.extend({
  seal: z.strictObject({
    certificate: z.string().regex(/^([0-9a-f]{2})+$/),
    signature: z.string().regex(/^[0-9a-f]{128}$/),
  }),
})
export type SealedDossier = z.infer<typeof sealedDossierSchema>
