import { formerStatement } from '#lib/domain/edition.ts'
import type { FormerAnswer } from '#lib/protocol/requests.ts'
import type { SessionView } from '#lib/protocol/session-view.ts'
import type { SessionTransaction } from '#server/store/store.ts'
import { Refused } from './context.ts'
import { present } from './present.ts'

/** Which edition this is, and those beside it. */
export async function editionView(tx: SessionTransaction): Promise<SessionView['edition']> {
  const { former, next } = await tx.editions()
  const after = next === null ? null : await tx.beside(next).session()
  return {
    number: (former?.number ?? 0) + 1,
    former: former && { session: former.session, statement: former.hash },
    next: after && { session: after.id, title: after.title, dates: after.dates },
  }
}

/**
 * The statement of the edition before, with what its partners declared: for everybody in the session. Throws Refused `not-found` when
 * this is the first, `former-changed` when what is kept is no longer what was signed.
 */
export async function readFormer(tx: SessionTransaction, participant: string): Promise<FormerAnswer> {
  await present(tx, participant)
  const former = await tx.formerEdition()
  if (!former) throw new Refused('not-found')
  const statement = formerStatement(former)
  if (!statement) throw new Refused('former-changed')
  const { number, hash, signatures } = former
  return { number, hash, statement, signatures }
}
