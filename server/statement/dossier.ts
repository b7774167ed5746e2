import { z } from 'zod'
import { ballotOutcomeSchema } from '#lib/domain/ballot-result.ts'
import { hashSchema, idSchema } from '#lib/domain/id.ts'
import { meetingSchema } from '#lib/domain/meeting.ts'
import { participantSchema } from '#lib/domain/participant.ts'
import { PARTNERS_MAX } from '#lib/domain/partner.ts'
import { phaseSchema } from '#lib/domain/phase.ts'
import { PARTICIPANTS_MAX } from '#lib/domain/session.ts'
import { placeOf, signatureSchema } from '#lib/domain/signature.ts'
import { firstPlace, placesTold, SIGNATORIES_PER_PARTNER_MAX } from '#lib/domain/signing-place.ts'
import { boardSnapshotSchema, contentOf } from '#lib/domain/snapshot.ts'
import { statementSchema } from '#lib/domain/statement.ts'
import { toldEvents, trailSchema } from '#lib/domain/trail.ts'

/** What left the installation before there was more to tell: the statement, its board, the hashes, every signature so far. */
const firstDossierSchema = z.strictObject({
  format: z.literal('mozaiekbord-dossier/1'),
  statement: statementSchema,
  statementHash: hashSchema,
  board: boardSnapshotSchema,
  boardHash: hashSchema,
  signatures: z.array(signatureSchema),
})

/** Whose the notes are and who led. The file of a PDF has nobody here: that goes further than the room. */
const personSchema = participantSchema.pick({ id: true, name: true, partner: true, role: true })
export type Person = z.infer<typeof personSchema>

/** What left before several people could sign for one partner. */
const secondDossierSchema = firstDossierSchema.extend({
  format: z.literal('mozaiekbord-dossier/2'),
  /** `chosen`: the proposal that became the definition. `meeting`: when and where the network meets again, where that was agreed. */
  session: z.strictObject({
    phase: phaseSchema,
    chosen: idSchema.nullable(),
    meeting: meetingSchema.optional(),
  }),
  people: z.array(personSchema),
  /** The votes whose outcome everybody saw, as they saw it; who chose what is nowhere. */
  outcomes: z.array(ballotOutcomeSchema),
  trail: trailSchema,
})

/** The frozen statement with all that proves it and all that the session's pages show: enough to have it back, to be read. */
const currentDossierSchema = secondDossierSchema.extend({
  format: z.literal('mozaiekbord-dossier/3'),
  /** Where people sign for the partners, in the partners' order: a partner has signed once all its places have. */
  signatories: z.array(z.strictObject({ id: idSchema, partner: idSchema })),
})
export type Dossier = z.infer<typeof currentDossierSchema>
export type AnyDossier = Dossier | z.infer<typeof secondDossierSchema> | z.infer<typeof firstDossierSchema>

/**
 * What a dossier is sealed with. `signature` is over the canonical form of everything but itself, with SHA-256: ECDSA over P-256 as r‖s (64 bytes), or
 * RSA (PKCS #1 v1.5) where that is the certificate's key. `certificate` in DER; both in hexadecimal.
 */
const seal = z.strictObject({
  certificate: z.string().regex(/^([0-9a-f]{2})+$/),
  signature: z.string().regex(/^([0-9a-f]{2}){64,1024}$/),
})
const sealedCurrentSchema = currentDossierSchema.extend({ seal })

/** A dossier as it leaves the installation, of any format that was ever made. */
export const sealedDossierSchema = z.discriminatedUnion('format', [
  sealedCurrentSchema,
  secondDossierSchema.extend({ seal }),
  firstDossierSchema.extend({ seal }),
])
export type SealedDossier = z.infer<typeof sealedDossierSchema>

/** A dossier of any format as one of today's; of what its format had no room for there is nothing. */
export function currentOf({ seal, ...dossier }: SealedDossier): Dossier {
  if (dossier.format === 'mozaiekbord-dossier/3') return dossier
  const signatories = dossier.statement.partners.map(firstPlace)
  if (dossier.format === 'mozaiekbord-dossier/2')
    return { ...dossier, signatories, format: 'mozaiekbord-dossier/3' }
  const more = { people: [], outcomes: [], trail: [], session: { phase: 'sign' as const, chosen: null } }
  return { ...dossier, ...more, signatories, format: 'mozaiekbord-dossier/3' }
}

const distinct = (entries: readonly { id: string }[]): boolean =>
  new Set(entries.map(({ id }) => id)).size === entries.length

/**
 * Whether a dossier could have come from a session: no two of anything under one id, on a day, and of no more people and partners than a
 * session has. Whoever has a key of their own can seal what never was one.
 */
export function isOfOneSession(dossier: Dossier): boolean {
  const { statement, board, people, outcomes, signatories } = dossier
  const { notes, lines, proposals, cement, replies, reactions, breakthroughs, results } = contentOf(board)
  const entries = [notes, lines, proposals, cement, replies, reactions, breakthroughs, results]
  return (
    statement.dates.length > 0 &&
    statement.partners.length <= PARTNERS_MAX &&
    people.length <= PARTICIPANTS_MAX &&
    signatories.length <= PARTNERS_MAX * SIGNATORIES_PER_PARTNER_MAX &&
    hasItsPlaces(dossier) &&
    [statement.partners, signatories, people, outcomes.map(({ ballot }) => ballot), ...entries].every(
      distinct,
    )
  )
}

/**
 * Whether every partner has a place to sign, every place is a partner's and told of in the trail, and every declaration was made at a place
 * of its partner.
 */
export function hasItsPlaces({
  statement: { partners },
  signatories,
  signatures,
  trail,
}: Pick<Dossier, 'statement' | 'signatories' | 'signatures' | 'trail'>): boolean {
  const partnerOf = new Map(signatories.map(({ id, partner }) => [id, partner]))
  const known = new Set(partners.map(({ id }) => id))
  const signing = new Set(partnerOf.values())
  const told = placesTold(partners, toldEvents(trail))
  return (
    partnerOf.size === signatories.length &&
    told.size === partnerOf.size &&
    [...told].every(id => partnerOf.has(id)) &&
    signing.size === known.size &&
    [...signing].every(partner => known.has(partner)) &&
    signatures.every(({ declaration }) => partnerOf.get(placeOf(declaration)) === declaration.partner)
  )
}

/** The JSON Schema (2020-12) of the dossiers that are made now, for who reads them by a program of their own. */
export const dossierJsonSchema = (): object => ({
  title: 'mozaiekbord-dossier/3',
  ...z.toJSONSchema(sealedCurrentSchema, { io: 'input', unrepresentable: 'any' }),
})
