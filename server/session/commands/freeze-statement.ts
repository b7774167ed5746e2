import { snapshotOf } from '#lib/domain/snapshot.ts'
import type { Statement } from '#lib/domain/statement.ts'
import { type Context, mustLead, Refused, readLog } from '../context.ts'
import { newSecret } from '../identity.ts'

/** Fixes the statement as version 1 under its hash, gives every partner a signing link and moves to `sign`. */
export async function freezeStatement(context: Context): Promise<string> {
  mustLead(context)
  const { tx, session, documents, at } = context
  if (session.statement) return session.statement.hash
  if (session.phase !== 'statement' || !session.board || !session.definition) throw new Refused('wrong-step')
  // Nobody signs what people who do not exist have said.
  if ((await tx.participants()).some(({ madeUp }) => madeUp)) throw new Refused('made-up-people')
  const partners = await tx.partners()
  const { updates } = await readLog(context, 'statement')
  const text = {
    session: session.id,
    network: session.network,
    title: session.title,
    dates: session.dates,
    language: session.language,
    version: 1,
    partners,
    board: session.board.hash,
    definition: { text: session.definition.text, ballot: session.definition.ballot },
    body: documents.readStatement(updates),
    frozenAt: at,
  }
  const { former } = await tx.editions()
  const statement: Statement = former
    ? {
        ...{ format: 'mozaiekbord-statement/2', ...text },
        former: { session: former.session, statement: former.hash },
      }
    : { format: 'mozaiekbord-statement/1', ...text }
  const snapshot = snapshotOf(statement)
  await tx.saveSnapshot(snapshot)
  await tx.closeDocument('statement', snapshot.hash)
  for (const partner of partners) await tx.addSignatory({ partner: partner.id, token: newSecret() })
  await tx.updateSession({ phase: 'sign', statement: { hash: snapshot.hash, version: 1, frozenAt: at } })
  return snapshot.hash
}
