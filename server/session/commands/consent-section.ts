import {
  answersFor,
  CONSENTS_PER_PARTNER_MAX,
  type Consent,
  consentOf,
  saysTooLittle,
} from '#lib/domain/consent.ts'
import { can } from '#lib/domain/permissions.ts'
import { stageOf } from '#lib/domain/phase.ts'
import { statementSections } from '#lib/domain/section.ts'
import { snapshotOf } from '#lib/domain/snapshot.ts'
import { actorOf, type Context, Refused, readLog } from '../context.ts'

type Given = Pick<Consent, 'section' | 'textHash' | 'answer' | 'text'> & { partner?: string | undefined }

/**
 * Keeps what a partner answers to a section as it reads at this moment, in the place of its former answer, with the text that it was
 * given to. Whoever answers to another text has to read it first. To a section that is gone one can only take an answer back.
 */
export async function consentSection(context: Context, given: Given): Promise<null> {
  const { tx, actor, at, documents } = context
  const partner = await partnerOf(context, given.partner)
  const entered = given.partner === undefined ? {} : { entered: true as const }
  const { updates } = await readLog(context, 'statement')
  const section = statementSections(documents.readStatement(updates)).find(({ key }) => key === given.section)
  const answer = { answer: given.answer, text: given.answer === 'agrees' ? '' : given.text, by: actor.id, at }
  const former = consentOf(await tx.consents(), given.section, partner)
  // What a partner said itself is replaced by itself alone.
  if (given.partner !== undefined && former && !former.entered) throw new Refused('answered-itself')
  if (!section) {
    if (!former || given.answer !== 'waits') throw new Refused('unknown-section')
    const { entered: _, ...rest } = former
    await tx.saveConsent({ ...rest, ...answer, ...entered })
    return null
  }
  const { key, title, hash, text } = section
  if (saysTooLittle(given)) throw new Refused('reason-missing')
  if (hash !== given.textHash) throw new Refused('text-changed')
  const had = (await tx.consents()).filter(each => each.partner === partner)
  if (had.length >= CONSENTS_PER_PARTNER_MAX && !consentOf(had, key, partner))
    throw new Refused('too-many-entries')
  await tx.saveSnapshot(snapshotOf(text))
  await tx.saveConsent({ section: key, title, partner, textHash: hash, ...answer, ...entered })
  return null
}

/** For which partner one answers: one's own, or one that is named, whose people have no device. Throws Refused where one may not. */
async function partnerOf({ tx, session, actor }: Context, named: string | undefined): Promise<string> {
  const type = named === undefined ? 'consent' : 'consentForOthers'
  const refusal = can(actorOf(actor), { type }, stageOf(session))
  if (refusal) throw new Refused(refusal)
  if (named === undefined) {
    if (actor.partner === null) throw new Refused('no-partner')
    return actor.partner
  }
  const { hosted } = await tx.room()
  if (!answersFor(actor, await tx.participants(), hosted).includes(named)) throw new Refused('not-yours')
  return named
}
