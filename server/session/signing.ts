import {
  type CurrentDeclaration,
  type CurrentSignature,
  placeOf,
  type Signature,
  signatureHash,
  verifySignature,
} from '#lib/domain/signature.ts'
import { inOrderOf, placesOf } from '#lib/domain/signing-place.ts'
import { about, followRefusal, isComplete, repeats, type Standing, standingOf } from '#lib/domain/standing.ts'
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

/** Most declarations at one place about one version, withdrawals too: each is in every file from then on. */
const DECLARATIONS_MAX = 20

/** How far the day may be on where it is latest, in ms. */
const EASTMOST = 14 * 60 * 60 * 1000

export type SigningPorts = {
  store: Store
  announce(session: string): Promise<void>
  now(): number
  subtle: SubtleCrypto
}

/** What somebody sees who signs at this place. */
async function seenAt(tx: SessionTransaction, place: string): Promise<SignView> {
  const record = await tx.session()
  const partners = await tx.partners()
  const places = inOrderOf(partners, await tx.signatories())
  const signatory = places.find(({ id }) => id === place)
  const partner = partners.find(({ id }) => id === signatory?.partner)
  if (!record || !partner || !signatory) throw new Refused('wrong-link')
  const { id, network, title, phase } = record
  const statement = record.statement && (await fixedText(tx, record.statement.hash))
  if (!record.statement || !statement) throw new Refused(record.reopened ? 'text-reopened' : 'not-frozen')
  const { hash } = record.statement
  const all = await tx.signatures()
  const signatures = about(hash, all)
  const here = ({ declaration }: Signature) => placeOf(declaration) === place
  return {
    session: { id, network, title, phase },
    partner,
    signatory: place,
    others: placesOf(partner.id, places)
      .filter(({ id }) => id !== place)
      .map(({ id, named }) => other(named?.name ?? null, standingOf(id, signatures))),
    statement,
    hash,
    replaces: await replacedBy(tx, statement, all.filter(here)),
    signatures: signatures.filter(here),
    complete: isComplete(statement.partners, places, signatures),
    named: signatory.named && { name: signatory.named.name, function: signatory.named.function },
    signBy: await tx.signBy(),
  }
}

/** Somebody else who signs for the same partner: the name by which they declared, or by which they were asked. */
const other = (named: string | null, { state, last }: Standing): SignView['others'][number] => ({
  name: last?.declaration.name ?? named,
  state,
})

async function fixedText(tx: SessionTransaction, hash: string): Promise<Statement | null> {
  const snapshot = await tx.snapshot(hash)
  return snapshot && statementSchema.parse(JSON.parse(snapshot.canonical))
}

/** The version that the present one takes the place of, with what was declared about that here. */
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
async function behind({ store }: SigningPorts, token: string): Promise<{ session: string; place: string }> {
  const found = await store.sessionIdBySignToken(token)
  if (!found) throw new Refused('wrong-link')
  if (found.retired) throw new Refused('link-renewed')
  return found
}

/** What stands behind a personal signing link. Refuses an unknown link. */
export function openSigning(ports: SigningPorts, token: string): Promise<Result<SignView, RefusalCode>> {
  return answered(async () => {
    const found = await behind(ports, token)
    return ports.store.transaction(found.session, tx => seenAt(tx, found.place))
  })
}

/** Notes that who signs has opened their link, the first time; told by the page behind it, so not by what only looks at links in a mail. */
export function noteOpened(ports: SigningPorts, token: string): Promise<Result<object, RefusalCode>> {
  return answered(async () => {
    const { session, place } = await behind(ports, token)
    const first = await ports.store.transaction(session, async tx => {
      const signatory = (await tx.signatories()).find(({ id }) => id === place)
      if (!signatory || signatory.token !== token || signatory.openedAt !== null) return false
      const at = ports.now()
      await tx.saveSignatory({ ...signatory, openedAt: at })
      const { partner } = signatory
      const detail = { partner, signatory: place }
      await tx.appendAudit({ at, actor: partner, type: 'openLink', detail }, auditHash)
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
  const { session, hash, statement, partner, signatory, others, signatures, complete } = view
  const { declaration } = signature
  const standing = standingOf(signatory, signatures)
  const follows = followRefusal(standing, signature)
  if (follows) return follows
  if (session.phase !== 'sign') return 'signing-closed'
  if (signatures.length >= DECLARATIONS_MAX) return 'declared-often'
  const { network } = statement
  const names = { partner: partner.name, network, reservedBy: reservingPartners(statement) }
  const fits =
    declaration.session === session.id &&
    declaration.partner === partner.id &&
    declaration.signatory === signatory &&
    declaration.version === statement.version &&
    hasItsSentence(declaration, names) &&
    Math.abs(declaration.signedAt - now) <= CLOCK_TOLERANCE &&
    !repeats(signature, signatures) &&
    !rightToCome(declaration)
  if (!fits) return 'wrong-signature'
  // The sentence says with how many one signs.
  if (declaration.together !== others.length + 1) return 'signatories-changed'
  if (declaration.statement !== hash) return 'not-frozen'
  return declaration.decision === 'withdraws' && complete ? 'signed-by-all' : null
}

/**
 * Takes a signature, a refusal to sign, or what takes one back: at the place of the link, over the very statement that was
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
      const before = await seenAt(tx, found.place)
      const refusal = refusalOf(before, signature, at)
      if (refusal) throw new Refused(refusal)
      const after = (await tx.signatures()).length
      if (!(await tx.addSignature(signature, { after, at }))) throw new Refused('signed-already')
      const { decision, statement } = signature.declaration
      const { partner, signatory } = before
      const told = { partner: partner.id, signatory, decision, statement }
      const detail = { ...told, signature: signatureHash(signature) }
      await tx.appendAudit({ at, actor: partner.id, type: 'sign', detail }, auditHash)
      return seenAt(tx, found.place)
    })
    await ports.announce(found.session)
    return view
  })
}
