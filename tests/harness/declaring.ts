import { type CurrentDeclaration, type CurrentSignature, sign, signatureHash } from '#lib/domain/signature.ts'
import { standingOf } from '#lib/domain/standing.ts'
import { signingSentence } from '#lib/i18n/signing-sentence.ts'
import type { SignView } from '#lib/protocol/requests.ts'

type About = Pick<SignView, 'hash' | 'partner' | 'signatory' | 'others' | 'signatures'> & {
  session: Pick<SignView['session'], 'id'>
  statement: Pick<SignView['statement'], 'version' | 'network'>
}
type Chosen<D extends CurrentDeclaration['decision']> = Extract<CurrentDeclaration, { decision: D }>

const own = { kind: 'own' } as const

/** What the page behind a link would have signed, with the sentence that belongs to it; `change` is put in after that. */
export function declaring(
  view: About,
  decision: CurrentDeclaration['decision'],
  at: number,
): CurrentDeclaration {
  const who = { name: 'Noor Çelik', function: 'Wethouder', version: view.statement.version }
  const names = { partner: view.partner.name, network: view.statement.network, reservedBy: [] }
  const together = view.others.length + 1
  const common = {
    ...{ format: 'mozaiekbord-signature/3' as const, session: view.session.id, statement: view.hash, ...who },
    ...{ partner: view.partner.id, signatory: view.signatory, together, signedAt: at },
    sentence: signingSentence('nl', { ...who, ...names, together, decision, mandate: own }),
  }
  if (decision === 'signs') return { ...common, decision, place: 'Eemhoven', mandate: own, drawn: null }
  if (decision === 'declines') return { ...common, decision, reason: 'De raad beslist pas in juni' }
  const { last } = standingOf(view.signatory, view.signatures)
  return { ...common, decision, of: last ? signatureHash(last) : '0'.repeat(64), reason: '' }
}

/** The same, signed. */
export const signedBy = <D extends CurrentDeclaration['decision']>(
  view: About,
  decision: D,
  at: number,
  change: Partial<Chosen<D>> = {},
): Promise<CurrentSignature> =>
  sign({ ...declaring(view, decision, at), ...change } as CurrentDeclaration, crypto.subtle)
