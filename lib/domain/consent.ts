import { z } from 'zod'
import type { Hosted } from './hosting.ts'
import { hashSchema, idSchema, instantSchema } from './id.ts'
import { legibleLines } from './legible.ts'
import { isIn, PARTICIPANT_NAME_MAX, type Participant } from './participant.ts'

/** Most characters of what a partner adds to its answer. */
export const RESERVATION_MAX = 1000

/** Most sections that one partner answers to, those included that are gone since: every reservation goes along in the text. */
export const CONSENTS_PER_PARTNER_MAX = 100

/** Names a section of the statement, as `lib/domain/section.ts` gives it. */
export const sectionKeySchema = z.string().regex(/^[a-z0-9-]{1,60}$/)

/** A partner agrees with a section, agrees with a reservation that must be written beside it, or does not yet. */
export const consentAnswers = ['agrees', 'reserves', 'waits'] as const
export const consentAnswerSchema = z.enum(consentAnswers)
export type ConsentAnswer = z.infer<typeof consentAnswerSchema>

/**
 * What a partner answered to a section: one answer a partner, in which `by` is the participant who gave it. `textHash` is of the
 * section as it read then (`lib/domain/section.ts`), under `title`. `text` is the reservation, or what has to change first.
 */
export const consentSchema = z.strictObject({
  section: sectionKeySchema,
  title: z.string(),
  partner: idSchema,
  answer: consentAnswerSchema,
  text: z.string().transform(legibleLines).pipe(z.string().max(RESERVATION_MAX)),
  by: idSchema,
  at: instantSchema,
  textHash: hashSchema,
  /** Written down by `by` for people without a device; absent where the partner answered itself. */
  entered: z.literal(true).optional(),
})
export type Consent = z.infer<typeof consentSchema>

/** The same within a frozen statement: who gave it by name, and whether the section's text changed afterwards. */
export const frozenConsentSchema = consentSchema.omit({ textHash: true }).extend({
  answer: z.enum(['agrees', 'reserves']),
  by: z.string().max(PARTICIPANT_NAME_MAX),
  changed: z.boolean(),
})
export type FrozenConsent = z.infer<typeof frozenConsentSchema>

/** Whether an answer says too little: a reservation has words, and whoever does not agree yet says what has to change. */
export const saysTooLittle = ({ answer, text }: Pick<Consent, 'answer' | 'text'>): boolean =>
  answer !== 'agrees' && legibleLines(text) === ''

/** A section as consent looks at it; `hash` is of its text as it reads now. */
export type Consentable = { key: string; title: string; hash: string }

/** How a partner stands to a section: what it answered and whether that was to the text as it reads now; `open` when nothing. */
export type ConsentStanding = ConsentAnswer | 'open' | 'changed'
export function consentStanding(consent: Consent | undefined, section: Consentable): ConsentStanding {
  if (consent === undefined) return 'open'
  // Who was not there yet is not asked about words that they had not agreed to.
  return consent.answer !== 'waits' && consent.textHash !== section.hash ? 'changed' : consent.answer
}

export const consentOf = (
  consents: readonly Consent[],
  section: string,
  partner: string,
): Consent | undefined => consents.find(each => each.section === section && each.partner === partner)

type Person = Pick<Participant, 'id' | 'partner' | 'role' | 'removed' | 'waiting'>

/**
 * For which partners somebody may write down how they stand: of those whose people are all without a device, who leads for any, and who shares
 * their device for whom is ticked on it. A partner that has a device answers by that.
 */
export function answersFor(
  actor: Pick<Participant, 'id' | 'role'>,
  roster: readonly Person[],
  hosted: Hosted,
): string[] {
  if (actor.role === 'observer') return []
  const here = roster.filter(person => person.role === 'participant' && isIn(person))
  const byPartner = Map.groupBy(here, ({ partner }) => partner)
  return [...byPartner].flatMap(([partner, people]) => {
    const all = people.every(({ id }) => id in hosted)
    const reached = actor.role === 'facilitator' || people.some(({ id }) => hosted[id] === actor.id)
    return partner !== null && all && reached ? [partner] : []
  })
}

/** A section to which partners have yet to agree, as it reads now, with those partners' ids. */
type Open = { section: Consentable; partners: string[] }

/** What is open: `all` are the partners that have yet to agree to every section, `some` holds the others by section. */
export function openConsents(
  sections: readonly Consentable[],
  partners: readonly { id: string }[],
  consents: readonly Consent[],
): { all: string[]; some: Open[] } {
  const open = sections.flatMap((section): Open[] => {
    const open = partners.filter(({ id }) => {
      const standing = consentStanding(consentOf(consents, section.key, id), section)
      return standing !== 'agrees' && standing !== 'reserves'
    })
    return open.length > 0 ? [{ section, partners: open.map(({ id }) => id) }] : []
  })
  const everywhere = (id: string) =>
    open.length === sections.length && open.every(({ partners }) => partners.includes(id))
  const all = partners.flatMap(({ id }) => (open.length > 0 && everywhere(id) ? [id] : []))
  const some = open.flatMap(({ section, partners }): Open[] => {
    const others = partners.filter(id => !all.includes(id))
    return others.length > 0 ? [{ section, partners: others }] : []
  })
  return { all, some }
}

/**
 * What is fixed of the answers, in the order of sections and partners: agreement to the text as it reads now, and every reservation that
 * was not taken back, whatever became of its section. Whoever changes a text does not rid it of a reservation that way.
 */
export function frozenConsents(
  sections: readonly Consentable[],
  partners: readonly { id: string }[],
  consents: readonly Consent[],
  nameOf: (participant: string) => string,
): FrozenConsent[] {
  const gone = consents.filter(({ section }) => !sections.some(({ key }) => key === section))
  const keys = [...sections.map(({ key }) => key), ...new Set(gone.map(({ section }) => section))]
  return keys.flatMap(key =>
    partners.flatMap(({ id }): FrozenConsent[] => {
      const consent = consentOf(consents, key, id)
      if (!consent || consent.answer === 'waits') return []
      const section = sections.find(each => each.key === key)
      const changed = section?.hash !== consent.textHash
      if (changed && consent.answer === 'agrees') return []
      const { textHash, answer, ...rest } = consent
      return [{ ...rest, answer, title: section?.title ?? consent.title, by: nameOf(consent.by), changed }]
    }),
  )
}
