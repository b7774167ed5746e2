import { legible } from '#lib/domain/legible.ts'
import type { Language } from '#lib/domain/session.ts'
import { type CurrentDeclaration, type Mandate, mandateSchema, signatureHash } from '#lib/domain/signature.ts'
import { standingOf } from '#lib/domain/standing.ts'
import { reservingPartners } from '#lib/domain/statement.ts'
import { signingSentence } from '#lib/i18n/signing-sentence.ts'
import type { SignView } from '#lib/protocol/requests.ts'
import type { Signatory } from './kept-signatory.ts'

/** What somebody is about to do: sign, say that they don't, or take back what was declared before. */
export type Decision = CurrentDeclaration['decision']

/** Today here, as dates are written in a field. */
export function today(): string {
  const now = new Date()
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10)
}

/** By what right, as it was filled in; null when something is missing, or was yet to be decided. */
export function mandateOf({ ground, date, reference }: Signatory): Mandate | null {
  if (ground !== 'own' && date > today()) return null
  const given = ground === 'own' ? { kind: 'own' } : { kind: ground, date, reference: legible(reference) }
  const parsed = mandateSchema.safeParse(given)
  return parsed.success ? parsed.data : null
}

/** What is still missing, by field. */
export function missingIn(decision: Decision, values: Signatory): (keyof Signatory)[] {
  const missing: (keyof Signatory)[] = (['name', 'function'] as const).filter(
    field => legible(values[field]) === '',
  )
  if (decision === 'declines' && values.reason.trim() === '') missing.push('reason')
  if (decision !== 'signs') return missing
  if (values.ground === '') missing.push('ground')
  else if (!mandateOf(values)) missing.push('date')
  if (legible(values.place) === '') missing.push('place')
  return missing
}

type Declaring = {
  view: SignView
  decision: Decision
  values: Signatory
  drawn: string | null
  language: Language
}

/** What is signed, word for word. Only for what nothing is missing in. */
export function declarationOf(declaring: Declaring): CurrentDeclaration {
  const { view, decision, values, drawn, language } = declaring
  const common = {
    format: 'mozaiekbord-signature/3' as const,
    session: view.session.id,
    statement: view.hash,
    version: view.statement.version,
    partner: view.partner.id,
    signatory: view.signatory,
    together: view.others.length + 1,
    name: legible(values.name),
    function: legible(values.function),
    signedAt: Date.now(),
  }
  const told = {
    ...common,
    partner: view.partner.name,
    network: view.statement.network,
    reservedBy: reservingPartners(view.statement),
  }
  const reason = values.reason.trim()
  if (decision === 'declines')
    return { ...common, decision, reason, sentence: signingSentence(language, { ...told, decision }) }
  if (decision === 'withdraws') {
    const { last } = standingOf(view.signatory, view.signatures)
    const of = last ? signatureHash(last) : ''
    return { ...common, decision, of, reason, sentence: signingSentence(language, { ...told, decision }) }
  }
  const mandate = mandateOf(values) ?? { kind: 'own' as const }
  const sentence = signingSentence(language, { ...told, decision, mandate })
  return { ...common, decision, place: legible(values.place), mandate, drawn, sentence }
}
