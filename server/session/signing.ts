import {
  type CurrentDeclaration,
  type CurrentSignature,
  type Signature,
  signatureHash,
  verifySignature,
} from '#lib/domain/signature.ts'
import { about, followRefusal, isComplete, repeats, standingOf } from '#lib/domain/standing.ts'
import { replacedHashOf, reservingPartners, type Statement, statementSchema } from '#lib/domain/statement.ts'
import { hasItsSentence } from '#lib/i18n/signing-sentence.ts'
import type { RefusalCode } from '#lib/protocol/refusals.ts'
import type { SignView } from '#lib/protocol/requests.ts'
import { ok, type Result, refused } from '#lib/result.ts'
import type { SessionTransaction, Store } from '#server/store/store.ts'
import { auditHash } from './audit.ts'
import { Refused } from './context.ts'

/** How far a signatory's clock may be off, in ms: the time of signing is part of what is signed, so it is theirs. */
const CLOCK_TOLERANCE = 24 * 60 * 60 * 1000

/** Most declarations of one partner about one version, withdrawals too: each is in every file from then on. */
const DECLARATIONS_MAX = 20

/** How far the day may be on where it is latest, in ms. */
const EASTMOST = 14 * 60 * 60 * 1000

export type SigningPorts = {
  store: Store
  announce(session: string): Promise<void>
  now(): number
  subtle: SubtleCrypto
}

async function place(tx: SessionTransaction, partnerId: string): Promise<SignView> {
  const record = await tx.session()
  const partner = (await tx.partners()).find(each => each.id === partnerId)
  const signatory = (await tx.signatories()).find(each => each.partner === partnerId)
  if (!record || !partner || !signatory) throw new Refused('wrong-link')
  const { id, network, title, phase } = record
  const statement = record.statement && (await fixedText(tx, record.statement.hash))
  if (!record.statement || !statement) throw new Refused(record.reopened ? 'text-reopened' : 'not-frozen')
  const { hash } = record.statement
  const all = await tx.signatures()
  const signatures = about(hash, all)
  const ofPartner = (each: Signature) => each.declaration.partner === partnerId
  return {
    session: { id, network, title, phase },
    partner,
    statement,
    hash,
    replaces: await replacedBy(tx, statement, all.filter(ofPartner)),
    signatures: signatures.filter(ofPartner),
    complete: isComplete(statement.partners, signatures),
    named: signatory.named && { name: signatory.named.name, function: signatory.named.function },
    signBy: await tx.signBy(),
  }
}

async function fixedText(tx: SessionTransaction, hash: string): Promise<Statement | null> {
  const snapshot = await tx.snapshot(hash)
  return snapshot && statementSchema.parse(JSON.parse(snapshot.canonical))
}

/** The version that the present one takes the place of, with what the partner declared about that. */
async function replacedBy(
  tx: SessionTransaction,
  statement: Statement,
  declared: readonly Signature[],
): Promise<SignView['replaces']> {
  const hash = replacedHashOf(statement)
  const text = hash && (await fixedText(tx, hash))
  return hash && text ? { statement: text, signatures: about(hash, declared) } : null
}

async function answered<T>(work: () => Promise<T>): Promise<Result<T, RefusalCode>> {
  try {
    return ok(await work())
  } catch (error) {
    if (error instanceof Refused) return refused(error.code)
    throw error
  }
}

/** Whose link this is. Throws Refused for an unknown one, and for one in whose place another was given. */
async function behind({ store }: SigningPorts, token: string): Promise<{ session: string; partner: string }> {
  const found = await store.sessionIdBySignToken(token)
  if (!found) throw new Refused('wrong-link')
  if (found.retired) throw new Refused('link-renewed')
  return found
}

/** What stands behind a personal signing link. Refuses an unknown link. */
export function openSigning(ports: SigningPorts, token: string): Promise<Result<SignView, RefusalCode>> {
  return answered(async () => {
    const found = await behind(ports, token)
    return ports.store.transaction(found.session, tx => place(tx, found.partner))
  })
}

/** Notes that who signs has opened their link, the first time; told by the page behind it, so not by what only looks at links in a mail. */
export function noteOpened(ports: SigningPorts, token: string): Promise<Result<object, RefusalCode>> {
  return answered(async () => {
    const { session, partner } = await behind(ports, token)
    const first = await ports.store.transaction(session, async tx => {
      const signatory = (await tx.signatories()).find(each => each.partner === partner)
      if (!signatory || signatory.token !== token || signatory.openedAt !== null) return false
      const at = ports.now()
      await tx.saveSignatory({ ...signatory, openedAt: at })
      await tx.appendAudit({ at, actor: partner, type: 'openLink', detail: { partner } }, auditHash)
      return true
    })
    if (first) await ports.announce(session)
    return {}
  })
}

/** Whether somebody signs by a decision that was yet to be taken, wherever on earth they are. */
function rightToCome(declaration: CurrentDeclaration): boolean {
  if (declaration.decision !== 'signs' || declaration.mandate.kind === 'own') return false
  return Date.parse(declaration.mandate.date) > declaration.signedAt + EASTMOST
}

/** Why a signature that holds can't be taken now; null when it can. */
function refusalOf(view: SignView, signature: CurrentSignature, now: number): RefusalCode | null {
  const { session, hash, statement, partner, signatures, complete } = view
  const { declaration } = signature
  const standing = standingOf(partner.id, signatures)
  const follows = followRefusal(standing, signature)
  if (follows) return follows
  if (session.phase !== 'sign') return 'signing-closed'
  if (signatures.length >= DECLARATIONS_MAX) return 'declared-often'
  const { network } = statement
  const names = { partner: partner.name, network, reservedBy: reservingPartners(statement) }
  const fits =
    declaration.session === session.id &&
    declaration.partner === partner.id &&
    declaration.version === statement.version &&
    hasItsSentence(declaration, names) &&
    Math.abs(declaration.signedAt - now) <= CLOCK_TOLERANCE &&
    !repeats(signature, signatures) &&
    !rightToCome(declaration)
  if (!fits) return 'wrong-signature'
  if (declaration.statement !== hash) return 'not-frozen'
  return declaration.decision === 'withdraws' && complete ? 'signed-by-all' : null
}

/**
 * Takes a signature, a refusal to sign, or what takes one back: for the partner of the link, over the very statement that was
 * frozen, proven by the key that comes with it. What was given before stays as it is.
 */
export function giveSignature(
  ports: SigningPorts,
  token: string,
  signature: CurrentSignature,
): Promise<Result<SignView, RefusalCode>> {
  return answered(async () => {
    const found = await behind(ports, token)
    // WebCrypto is slow and needs nothing of the store, so it runs before the transaction.
    if (!(await verifySignature(signature, ports.subtle))) throw new Refused('wrong-signature')
    const view = await ports.store.transaction(found.session, async tx => {
      const at = ports.now()
      const before = await place(tx, found.partner)
      const refusal = refusalOf(before, signature, at)
      if (refusal) throw new Refused(refusal)
      const after = (await tx.signatures()).length
      if (!(await tx.addSignature(signature, { after, at }))) throw new Refused('signed-already')
      const { decision, statement } = signature.declaration
      const detail = { partner: found.partner, decision, statement, signature: signatureHash(signature) }
      await tx.appendAudit({ at, actor: found.partner, type: 'sign', detail }, auditHash)
      return place(tx, found.partner)
    })
    await ports.announce(found.session)
    return view
  })
}
