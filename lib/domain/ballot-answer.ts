/** How a vote is put: dots on what one finds strongest, five steps from wholehearted to against, or whether one can go on with it. */
export const ballotMethods = ['dots', 'gradient', 'consent'] as const
export type BallotMethod = (typeof ballotMethods)[number]

/** The steps of the gradient of agreement (Sam Kaner's scale in five), the most for it first. */
export const gradientValues = ['wholehearted', 'wish', 'along', 'doubt', 'against'] as const
export const consentValues = ['agree', 'reservation', 'objection'] as const
export type GradientValue = (typeof gradientValues)[number]
export type ConsentValue = (typeof consentValues)[number]
/** What one may say of a text in a vote by steps or by consent. Who abstains is neither for it nor against it. */
export type AnswerValue = GradientValue | ConsentValue | 'abstain'

/** Where somebody stands towards a text; in a vote by dots: placed a dot there, placed dots elsewhere, or none at all. */
export type Standing = AnswerValue | 'dot' | 'none'

/** What may be answered by a method, in the order in which it is asked; nothing by dots. */
export const answersOf = {
  dots: [],
  gradient: [...gradientValues, 'abstain'],
  consent: [...consentValues, 'abstain'],
} as const satisfies Record<BallotMethod, readonly AnswerValue[]>

/**
 * Where one may stand by a method. What comes later weighs more within a partner: an objection isn't outvoted by colleagues, a dot of
 * one is a dot of all, and who abstains leaves it to the others.
 */
export const standingsOf = {
  dots: ['abstain', 'none', 'dot'],
  gradient: ['abstain', ...gradientValues],
  consent: ['abstain', ...consentValues],
} as const satisfies Record<BallotMethod, readonly Standing[]>

const inFavour: ReadonlySet<Standing> = new Set([
  'dot',
  'wholehearted',
  'wish',
  'along',
  'agree',
  'reservation',
])
const explained: ReadonlySet<Standing> = new Set(['doubt', 'against', 'reservation', 'objection'])
const objecting: ReadonlySet<Standing> = new Set(['against', 'objection'])

/** Whether it counts for the text; what doesn't, and is no abstaining, counts against it. */
export const isFor = (standing: Standing): boolean => inFavour.has(standing)
/** Whether it is given with a reason. */
export const asksReason = (standing: Standing): boolean => explained.has(standing)
/** Whether it stops a text that nobody may object to. */
export const isObjection = (standing: Standing): boolean => objecting.has(standing)
