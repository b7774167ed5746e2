import { createHash, createHmac, randomBytes, randomInt, timingSafeEqual } from 'node:crypto'
import { keysIn } from './token-keys.ts'

/** 29 characters that can't be taken for each other on a projector or over the phone: no 0 O, 1 I L, U V. */
const codeAlphabet = '23456789ABCDEFGHJKMNPQRSTWXYZ'
const CODE_LENGTH = 9

/** A join code of nine characters: 29^9 is a little over 43 bits. */
export function newJoinCode(): string {
  return Array.from({ length: CODE_LENGTH }, () => codeAlphabet[randomInt(codeAlphabet.length)]).join('')
}

/** A code as it is shown, in threes: `ABC-DEF-GHJ`. */
export function shownCode(code: string): string {
  return (code.match(/.{1,3}/g) ?? []).join('-')
}

/** What somebody typed as it is kept: capitals, without hyphens and spaces. */
export function readCode(typed: string): string {
  return typed.toUpperCase().replaceAll(/[\s–-]/g, '')
}

/** An id that nobody guesses: 96 bits. */
export const newId = (): string => randomBytes(12).toString('base64url')
/** A secret for a link: 192 bits. */
export const newSecret = (): string => randomBytes(24).toString('base64url')
export const secretHash = (secret: string): string => createHash('sha256').update(secret).digest('hex')

const equal = (a: string, b: string): boolean => {
  const [one, other] = [Buffer.from(a), Buffer.from(b)]
  return one.length === other.length && timingSafeEqual(one, other)
}

export const secretFits = (secret: string, hash: string): boolean => equal(secretHash(secret), hash)

const seal = (key: string, session: string, participant: string): string =>
  createHmac('sha256', key).update(`participant\n${session}\n${participant}`).digest('base64url')

/**
 * What a person's cookie holds for one session: `<participant>.<HMAC-SHA-256>`. `keys`: those of the installation, as
 * `token-keys.ts` reads them.
 */
export function tokenOf(keys: string, session: string, participant: string): string {
  return `${participant}.${seal(keysIn(keys).signs, session, participant)}`
}

/** Whose token it is in this session; null when it was forged or belongs to another session. */
export function participantOf(keys: string, session: string, token: string): string | null {
  const [participant, proof, more] = token.split('.')
  if (!participant || !proof || more !== undefined) return null
  return keysIn(keys).taken.some(key => equal(proof, seal(key, session, participant))) ? participant : null
}
