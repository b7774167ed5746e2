import {
  LETTERS_MAX,
  type LetterKind,
  mailRefusal,
  type Named,
  type Signatory,
} from '#lib/domain/signatory.ts'
import { type At, placeAt, placesOf, SIGNATORIES_PER_PARTNER_MAX } from '#lib/domain/signing-place.ts'
import { about, isComplete, standingOf } from '#lib/domain/standing.ts'
import { type Context, mustLead, Refused } from '../context.ts'
import { newId, newSecret } from '../identity.ts'

/** The places to sign for a partner, for who leads. Throws Refused before the statement is fixed, and for no partner of this session. */
async function placesFor(context: Context, partner: string): Promise<Signatory[]> {
  mustLead(context)
  if (!context.session.statement) throw new Refused('not-frozen')
  const places = placesOf(partner, await context.tx.signatories())
  if (places.length === 0) throw new Refused('not-found')
  return places
}

async function signatoryAt(context: Context, at: At): Promise<Signatory> {
  const found = placeAt(await placesFor(context, at.partner), at)
  if (!found) throw new Refused('not-found')
  return found
}

/** What was declared about the text as it is fixed now. */
const declared = async ({ tx, session }: Context) =>
  about(session.statement?.hash ?? '', await tx.signatures())

/** Writes down whom a partner has sign; they are still free to fill in otherwise. */
export async function nameSignatory(context: Context, at: At, named: Named): Promise<null> {
  const signatory = await signatoryAt(context, at)
  await context.tx.saveSignatory({ ...signatory, named })
  return null
}

/** Asks one person more to sign for a partner. Never once all signed: then there is nothing left to complete. */
export async function addSignatory(context: Context, partner: string, named: Named): Promise<string> {
  const { tx } = context
  const places = await placesFor(context, partner)
  if (places.length >= SIGNATORIES_PER_PARTNER_MAX) throw new Refused('too-many-signatories')
  if (isComplete(await tx.partners(), await tx.signatories(), await declared(context)))
    throw new Refused('signed-by-all')
  const id = newId()
  await tx.addSignatory({ id, partner, token: newSecret(), named })
  return id
}

/**
 * Asks one person fewer; who comes by their link is told so. Never who declared something about the present text, for that stays with
 * whom it is of, nor the last of a partner.
 */
export async function removeSignatory(
  context: Context,
  { partner, signatory }: { partner: string; signatory: string },
): Promise<null> {
  const { tx } = context
  const { id, token } = await signatoryAt(context, { partner, signatory })
  if ((await placesFor(context, partner)).length === 1) throw new Refused('last-signatory')
  if (standingOf(id, await declared(context)).state !== 'open') throw new Refused('declared-already')
  await tx.retireLink(token)
  await tx.removeSignatory(id)
  return null
}

/** Gives a signatory another link; by the former one nobody signs any more, and who comes by it is told so. */
export async function renewSignLink(context: Context, at: At): Promise<null> {
  const { id, partner, token, named } = await signatoryAt(context, at)
  await context.tx.retireLink(token)
  await context.tx.saveSignatory({ id, partner, named, token: newSecret(), letters: [], openedAt: null })
  return null
}

/** Notes a letter: handed over by who leads, or about to be mailed, which is done once this is kept. */
export async function writeSignatory(
  context: Context,
  { kind, by, ...place }: At & { kind: LetterKind; by: 'mail' | 'hand' },
): Promise<null> {
  const { tx, at, mails } = context
  const signatory = await signatoryAt(context, place)
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
