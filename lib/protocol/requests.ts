import { z } from 'zod'
import { idSchema } from '#lib/domain/id.ts'
import { legible } from '#lib/domain/legible.ts'
import { legibleLine } from '#lib/domain/legible-line.ts'
import { PARTICIPANT_NAME_MAX } from '#lib/domain/participant.ts'
import type { Partner } from '#lib/domain/partner.ts'
import type { Session } from '#lib/domain/session.ts'
import type { Named } from '#lib/domain/signatory.ts'
import { currentSignatureSchema, type Mandate, type Signature } from '#lib/domain/signature.ts'
import type { PartnerStanding, Standing } from '#lib/domain/standing.ts'
import type { Statement } from '#lib/domain/statement.ts'

export const joinCodeSchema = z.string().trim().min(1).max(40)
/** POST /api/join/look: which session does this code open? */
export const lookRequestSchema = z.strictObject({ code: joinCodeSchema })
export type LookAnswer = {
  session: Pick<Session, 'id' | 'network' | 'title' | 'dates'>
  partners: Partner[]
  /** What one becomes by this code: somebody who takes part, or who only looks on. */
  role: 'participant' | 'observer'
}
/** POST /api/join. `partner` null: speaking for oneself. The answer sets the cookie. */
export const joinRequestSchema = z.strictObject({
  code: joinCodeSchema,
  name: legibleLine(PARTICIPANT_NAME_MAX),
  partner: idSchema.nullable(),
})
/** `token` is what the cookie holds, for programs: `Authorization: Bearer` and `?token=` on a socket. */
export type JoinAnswer = { session: string; participant: string; token: string }
/** POST /api/create-key: what the operator gave to who may begin sessions here. The answer sets a cookie. */
export const createKeyRequestSchema = z.strictObject({ key: z.string().trim().min(1).max(200) })
/** GET /api/beginning: whether who begins a session signs in, with what, and whether they did; null: they need not. */
export type BeginningAnswer = { signIn: { name: string; done: boolean } | null }
/** POST /api/sign-in/leave: where one signs out of the provider too, if it has such a page. */
export type LeaveAnswer = { url: string | null }
/** POST /api/sessions (body: NewSession). `facilitatorLink` carries its secret behind the `#`, so that no server log sees it. */
export type CreateAnswer = JoinAnswer & { code: string; joinLink: string; facilitatorLink: string }
/** POST /api/sessions/:session/lead: the secret of the facilitator's link for a cookie. */
export const leadRequestSchema = z.strictObject({ secret: z.string().min(1).max(100) })
/** POST /api/example: a session of one's own, played from the example up to `decide`. */
export type ExampleAnswer = { facilitatorLink: string; joinLink: string }

/** GET /api/sign/:token. */
export type SignView = {
  session: Pick<Session, 'id' | 'network' | 'title' | 'phase'>
  partner: Partner
  /** At which place of the partner one signs by this link, and who else signs for it, with the name that is known of them. */
  signatory: string
  others: { name: string | null; state: Standing['state'] }[]
  statement: Statement
  hash: string
  /** The version that this one takes the place of, with what was declared about that here; null when there is none. */
  replaces: { statement: Statement; signatures: Signature[] } | null
  /** All that was declared about this version at this place, in the order in which it came. */
  signatures: Signature[]
  /** Whether all partners signed: then nobody withdraws any more. */
  complete: boolean
  /** Whom the partner has sign here, as the facilitator was told, and the day to sign by. */
  named: Pick<Named, 'name' | 'function'> | null
  signBy: string | null
}
/** GET /api/sessions/:session/audit, for who leads: the trail in its order, and at which event its chain breaks; null when it is whole. */
export type AuditAnswer = {
  session: string
  events: {
    sequence: number
    at: number
    actor: string
    type: string
    detail: Record<string, string | number | boolean | null>
    hash: string
  }[]
  brokenAt: number | null
}
/** GET /api/sessions/:session/former: what a new edition keeps of the one before it, which had this `number`. */
export type FormerAnswer = { number: number; hash: string; statement: Statement; signatures: Signature[] }
/** POST /api/sign/:token. What is signed stays as it is, so a line in it that isn't legible as it stands is refused. */
export const signRequestSchema = currentSignatureSchema.refine(({ declaration }) => {
  const { name, function: role } = declaration
  const more = declaration.decision === 'signs' ? [declaration.place, referenceOf(declaration.mandate)] : []
  return [name, role, ...more].every(line => line === legible(line))
})
const referenceOf = (mandate: Mandate): string => (mandate.kind === 'own' ? '' : mandate.reference)

/** POST /api/bring-back (body: the JSON of a statement): its session again, to be read. */
export type BringBackAnswer = JoinAnswer & { joinLink: string }
/**
 * POST /api/verify (body: the file's bytes; or a form with `file` and `certificate`, another installation's in PEM or DER, by which the file is
 * judged then).
 */
export type VerifyAnswer = {
  kind: 'pdf' | 'json' | 'unknown'
  verdict: 'intact' | 'changed' | 'not-ours' | 'unreadable'
  /** Each thing that was looked at, in order; `place`: the event at which the trail breaks. */
  checks: {
    id:
      | 'seal'
      | 'installation'
      | 'given-certificate'
      | 'earlier-seals'
      | 'attached'
      | 'statement-hash'
      | 'board-hash'
      | 'signatures'
      | 'trail'
      | 'known-here'
    passed: boolean
    place?: number
  }[]
  /** `former`: the hash of the statement that it follows, if any; `reservedBy`: the names of partners whose reservations are in it. */
  statement: {
    network: string
    title: string
    version: number
    hash: string
    former: string | null
    reservedBy: string[]
    frozenAt: number
  } | null
  /** How each partner stands, in the order of the statement: one has signed once all who sign together for it have. */
  partners: ({ name: string } & PartnerStanding)[]
  signatures: {
    partner: string
    name: string
    function: string
    decision: 'signs' | 'declines' | 'withdraws'
    at: number
    /** Where, and by what right; null where it was not told. */
    place: string | null
    mandate: Mandate | null
    /** SHA-256 of the public key of the signature; its first 16 digits stand in the PDF. */
    key: string
    valid: boolean
    /** Whether it was withdrawn later. */
    withdrawn: boolean
  }[]
}
