import { type Signature, verifySignature } from '#lib/domain/signature.ts'
import { statementSchema } from '#lib/domain/statement.ts'
import type { RefusalCode } from '#lib/protocol/refusals.ts'
import type { SignView } from '#lib/protocol/requests.ts'
import { ok, type Result, refused } from '#lib/result.ts'
import type { SessionTransaction, Store } from '#server/store/store.ts'
import { auditHash } from './audit.ts'
import { Refused } from './context.ts'

/** How far a signatory's clock may be off, in ms: the time of signing is part of what is signed, so it is theirs. */
const CLOCK_TOLERANCE = 24 * 60 * 60 * 1000

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
  const snapshot = record.statement && (await tx.snapshot(record.statement.hash))
  if (!snapshot) throw new Refused('not-frozen')
  const { id, network, title, phase } = record
  return {
    session: { id, network, title, phase },
    partner,
    statement: statementSchema.parse(JSON.parse(snapshot.canonical)),
    hash: snapshot.hash,
    given: signatory.signature,
  }
}

async function answered<T>(work: () => Promise<T>): Promise<Result<T, RefusalCode>> {
  try {
    return ok(await work())
  } catch (error) {
    if (error instanceof Refused) return refused(error.code)
    throw error
  }
}

/** What stands behind a personal signing link. Refuses an unknown link. */
export function openSigning(ports: SigningPorts, token: string): Promise<Result<SignView, RefusalCode>> {
  return answered(async () => {
    const found = await ports.store.sessionIdBySignToken(token)
    if (!found) throw new Refused('wrong-link')
    return ports.store.transaction(found.session, tx => place(tx, found.partner))
  })
}

/**
 * Takes a signature or a refusal to sign: once per partner, for the partner of the link, over the very statement that was
 * frozen, proven by the key that comes with it.
 */
export function giveSignature(
  ports: SigningPorts,
  token: string,
  signature: Signature,
): Promise<Result<SignView, RefusalCode>> {
  return answered(async () => {
    const found = await ports.store.sessionIdBySignToken(token)
    if (!found) throw new Refused('wrong-link')
    // WebCrypto is slow and needs nothing of the store, so it runs before the transaction.
    if (!(await verifySignature(signature, ports.subtle))) throw new Refused('wrong-signature')
    const view = await ports.store.transaction(found.session, async tx => {
      const { session, hash, statement, given } = await place(tx, found.partner)
      if (given) throw new Refused('signed-already')
      if (session.phase !== 'sign') throw new Refused('phase-forbids')
      const { declaration } = signature
      const fits =
        declaration.session === session.id &&
        declaration.partner === found.partner &&
        declaration.version === statement.version &&
        Math.abs(declaration.signedAt - ports.now()) <= CLOCK_TOLERANCE
      if (!fits) throw new Refused('wrong-signature')
      if (declaration.statement !== hash) throw new Refused('not-frozen')
      if (!(await tx.saveSignature(found.partner, signature))) throw new Refused('signed-already')
      const detail = { partner: found.partner, decision: declaration.decision, statement: hash }
      await tx.appendAudit({ at: ports.now(), actor: found.partner, type: 'sign', detail }, auditHash)
      return place(tx, found.partner)
    })
    await ports.announce(found.session)
    return view
  })
}
