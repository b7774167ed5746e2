import {
  LETTERS_MAX,
  type LetterKind,
  mailRefusal,
  type Named,
  type Signatory,
} from '#lib/domain/signatory.ts'
import { type Context, mustLead, Refused } from '../context.ts'
import { newSecret } from '../identity.ts'

/** A partner's signing place, for who leads. Throws Refused before the statement is fixed, and for no partner of this session. */
async function signatoryOf(context: Context, partner: string): Promise<Signatory> {
  mustLead(context)
  if (!context.session.statement) throw new Refused('not-frozen')
  const found = (await context.tx.signatories()).find(each => each.partner === partner)
  if (!found) throw new Refused('not-found')
  return found
}

/** Writes down whom a partner has sign; they are still free to fill in otherwise. */
export async function nameSignatory(context: Context, partner: string, named: Named): Promise<null> {
  const signatory = await signatoryOf(context, partner)
  await context.tx.saveSignatory({ ...signatory, named })
  return null
}

/** Gives a partner another link; by the former one nobody signs any more, and who comes by it is told so. */
export async function renewSignLink(context: Context, partner: string): Promise<null> {
  const { token, named } = await signatoryOf(context, partner)
  await context.tx.retireLink(token)
  await context.tx.saveSignatory({ partner, named, token: newSecret(), letters: [], openedAt: null })
  return null
}

/** Notes a letter: handed over by who leads, or about to be mailed, which is done once this is kept. */
export async function writeSignatory(
  context: Context,
  { partner, kind, by }: { partner: string; kind: LetterKind; by: 'mail' | 'hand' },
): Promise<null> {
  const { tx, at, mails } = context
  const signatory = await signatoryOf(context, partner)
  if (by === 'mail') {
    if (!mails) throw new Refused('no-mail')
    const refusal = mailRefusal(signatory, at)
    if (refusal) throw new Refused(refusal)
  }
  const state = by === 'mail' ? ('sending' as const) : ('sent' as const)
  // The latest are told; the audit trail has them all.
  const letters = signatory.letters.slice(-LETTERS_MAX)
  await tx.saveSignatory({ ...signatory, letters: [...letters, { kind, by, at, state }] })
  return null
}

/** Sets the day that partners are asked to sign by, or none. It shuts nobody out. */
export async function setSignBy(context: Context, date: string | null): Promise<null> {
  mustLead(context)
  if (!context.session.statement) throw new Refused('not-frozen')
  await context.tx.saveSignBy(date)
  return null
}
