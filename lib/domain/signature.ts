import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { z } from 'zod'
import { canonicalJson } from './canonical.ts'
import { hashSchema, idSchema, instantSchema } from './id.ts'
import { PARTICIPANT_NAME_MAX } from './participant.ts'

const hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`))

/** What both decisions say: who, for which partner, about which text. */
const decided = {
  format: z.literal('mozaiekbord-signature/1'),
  session: idSchema,
  statement: hashSchema,
  version: z.int().positive(),
  partner: idSchema,
  name: z.string().trim().min(1).max(PARTICIPANT_NAME_MAX),
  function: z.string().trim().min(1).max(120),
  signedAt: instantSchema,
}

/** What a signatory declares on behalf of a partner about one frozen statement. `signedAt` is in ms since 1970. */
export const declarationSchema = z.discriminatedUnion('decision', [
  z.strictObject({ ...decided, decision: z.literal('signs') }),
  z.strictObject({
    ...decided,
    decision: z.literal('declines'),
    reason: z.string().trim().min(1).max(1000),
  }),
])
export type Declaration = z.infer<typeof declarationSchema>

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

const algorithm = { name: 'ECDSA', namedCurve: 'P-256' }
const digest = { name: 'ECDSA', hash: 'SHA-256' }
const own = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(bytes)

/** The bytes that are signed: the declaration's canonical form (RFC 8785) in UTF-8. */
export function signedBytes(declaration: Declaration): Uint8Array<ArrayBuffer> {
  return own(utf8ToBytes(canonicalJson(declaration)))
}

/** Signs with a key made for this one act; the private key can't be exported and is forgotten with the page. */
export async function sign(declaration: Declaration, subtle: SubtleCrypto): Promise<Signature> {
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
