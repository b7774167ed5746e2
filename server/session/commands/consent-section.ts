import { CONSENTS_PER_PARTNER_MAX, type Consent, consentOf, saysTooLittle } from '#lib/domain/consent.ts'
import { can } from '#lib/domain/permissions.ts'
import { stageOf } from '#lib/domain/phase.ts'
import { statementSections } from '#lib/domain/section.ts'
import { snapshotOf } from '#lib/domain/snapshot.ts'
import { actorOf, type Context, Refused, readLog } from '../context.ts'

type Given = Pick<Consent, 'section' | 'textHash' | 'answer' | 'text'>

/**
 * Keeps what a partner answers to a section as it reads at this moment, in the place of its former answer, with the text that it was
 * given to. Whoever answers to another text has to read it first. To a section that is gone one can only take an answer back.
 */
export async function consentSection(context: Context, given: Given): Promise<null> {
  const { tx, session, actor, at, documents } = context
  const refusal = can(actorOf(actor), { type: 'consent' }, stageOf(session))
  if (refusal) throw new Refused(refusal)
  const { partner } = actor
  if (partner === null) throw new Refused('no-partner')
  const { updates } = await readLog(context, 'statement')
  const section = statementSections(documents.readStatement(updates)).find(({ key }) => key === given.section)
  const answer = { answer: given.answer, text: given.answer === 'agrees' ? '' : given.text, by: actor.id, at }
  if (!section) {
    const former = consentOf(await tx.consents(), given.section, partner)
    if (!former || given.answer !== 'waits') throw new Refused('unknown-section')
    await tx.saveConsent({ ...former, ...answer })
    return null
  }
  const { key, title, hash, text } = section
  if (saysTooLittle(given)) throw new Refused('reason-missing')
  if (hash !== given.textHash) throw new Refused('text-changed')
  const had = (await tx.consents()).filter(each => each.partner === partner)
  if (had.length >= CONSENTS_PER_PARTNER_MAX && !consentOf(had, key, partner))
    throw new Refused('too-many-entries')
  await tx.saveSnapshot(snapshotOf(text))
  await tx.saveConsent({ section: key, title, partner, textHash: hash, ...answer })
  return null
}
