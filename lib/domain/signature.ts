import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { z } from 'zod'
import { canonicalJson, hashOf } from './canonical.ts'
import { drawingSchema } from './drawing.ts'
import { hashSchema, idSchema, instantSchema } from './id.ts'
import { PARTICIPANT_NAME_MAX } from './participant.ts'
import { dateSchema } from './session.ts'
import { SIGNATORIES_PER_PARTNER_MAX } from './signing-place.ts'

export const FUNCTION_MAX = 120
export const PLACE_MAX = 80
export const REFERENCE_MAX = 120
export const REASON_MAX = 1000
const SENTENCE_MAX = 1500

const hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`))
const line = (max: number) => z.string().trim().min(1).max(max)

/** What every declaration says: who, for which partner, about which text. `signedAt` is in ms since 1970. */
const declared = {
  session: idSchema,
  statement: hashSchema,
  version: z.int().positive(),
  partner: idSchema,
  name: line(PARTICIPANT_NAME_MAX),
  function: line(FUNCTION_MAX),
  signedAt: instantSchema,
}

/** Declarations of before it was told by what right one signs, and where: they keep holding. */
const firstDeclarationSchema = z.discriminatedUnion('decision', [
  z.strictObject({
    format: z.literal('mozaiekbord-signature/1'),
    ...declared,
    decision: z.literal('signs'),
  }),
  z.strictObject({
    format: z.literal('mozaiekbord-signature/1'),
    ...declared,
    decision: z.literal('declines'),
    reason: line(REASON_MAX),
  }),
])

/**
 * By what right somebody signs for a partner: by their own function, or by a decision of a day, which may have a reference:
 * a mandate that was given to them, or a decision of the board on this statement.
 */
export const mandateSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('own') }),
  z.strictObject({
    kind: z.enum(['mandate', 'board']),
    date: dateSchema,
    reference: z.string().trim().max(REFERENCE_MAX),
  }),
])
export type Mandate = z.infer<typeof mandateSchema>

/** `sentence` is what the person read over the button, word for word. */
const read = { ...declared, sentence: line(SENTENCE_MAX) }
const signs = {
  decision: z.literal('signs'),
  place: line(PLACE_MAX),
  mandate: mandateSchema,
  drawn: drawingSchema.nullable(),
}
const declines = { decision: z.literal('declines'), reason: line(REASON_MAX) }
/** Takes back what was declared before; `of` is that signature's hash. */
const withdraws = {
  decision: z.literal('withdraws'),
  of: hashSchema,
  reason: z.string().trim().max(REASON_MAX),
}

/** Declarations of before several people could sign for one partner: they keep holding. */
const second = { format: z.literal('mozaiekbord-signature/2'), ...read }
const secondDeclarationSchema = z.discriminatedUnion('decision', [
  z.strictObject({ ...second, ...signs }),
  z.strictObject({ ...second, ...declines }),
  z.strictObject({ ...second, ...withdraws }),
])

/** `signatory`: at which place of the partner; `together`: how many places it had then, one of which is this. */
const present = {
  format: z.literal('mozaiekbord-signature/3'),
  ...read,
  signatory: idSchema,
  together: z.int().min(1).max(SIGNATORIES_PER_PARTNER_MAX),
}
const currentDeclarationSchema = z.discriminatedUnion('decision', [
  z.strictObject({ ...present, ...signs }),
  z.strictObject({ ...present, ...declines }),
  z.strictObject({ ...present, ...withdraws }),
])
/** What is declared now. */
export type CurrentDeclaration = z.infer<typeof currentDeclarationSchema>

/** What somebody declares on behalf of a partner about one frozen statement, in any format that was ever signed. */
export const declarationSchema = z.union([
  currentDeclarationSchema,
  secondDeclarationSchema,
  firstDeclarationSchema,
])
export type Declaration = z.infer<typeof declarationSchema>

/** At which place of its partner something was declared; before there could be several, at the first. */
export const placeOf = (declaration: Declaration): string =>
  'signatory' in declaration ? declaration.signatory : declaration.partner

/**
 * A declaration with its proof: ECDSA over P-256 with SHA-256 (FIPS 186-5). `publicKey` is the uncompressed point (65 bytes),
 * `signature` is r‖s (64 bytes), both in hexadecimal.
 */
export const signatureSchema = z.strictObject({
  declaration: declarationSchema,
  publicKey: hex(65),
  signature: hex(64),
})
export type Signature = z.infer<typeof signatureSchema>
/** What the server takes: a declaration of the present format alone. */
export const currentSignatureSchema = signatureSchema.extend({ declaration: currentDeclarationSchema })
export type CurrentSignature = z.infer<typeof currentSignatureSchema>

const algorithm = { name: 'ECDSA', namedCurve: 'P-256' }
const digest = { name: 'ECDSA', hash: 'SHA-256' }
const own = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(bytes)

/** The bytes that are signed: the declaration's canonical form (RFC 8785) in UTF-8. */
export function signedBytes(declaration: Declaration): Uint8Array<ArrayBuffer> {
  return own(utf8ToBytes(canonicalJson(declaration)))
}

/** What a signature is named by: SHA-256 over the canonical form of all of it. */
export const signatureHash = (signature: Signature): string => hashOf(signature)

/** Signs with a key made for this one act; the private key can't be exported and is forgotten with the page. */
export async function sign<D extends Declaration>(
  declaration: D,
  subtle: SubtleCrypto,
): Promise<{ declaration: D; publicKey: string; signature: string }> {
  const pair = await subtle.generateKey(algorithm, false, ['sign', 'verify'])
  const signature = await subtle.sign(digest, pair.privateKey, signedBytes(declaration))
  const publicKey = await subtle.exportKey('raw', pair.publicKey)
  return {
    declaration,
    publicKey: bytesToHex(new Uint8Array(publicKey)),
    signature: bytesToHex(new Uint8Array(signature)),
  }
}

/** Whether the signature belongs to the declaration and the key. Never throws: what can't be read is false. */
export async function verifySignature(signature: Signature, subtle: SubtleCrypto): Promise<boolean> {
  try {
    const raw = own(hexToBytes(signature.publicKey))
    const key = await subtle.importKey('raw', raw, algorithm, true, ['verify'])
    return await subtle.verify(
      digest,
      key,
      own(hexToBytes(signature.signature)),
      signedBytes(signature.declaration),
    )
  } catch {
    return false
  }
}
