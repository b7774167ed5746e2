import type { Share, Threshold } from '#lib/domain/ballot-rules.ts'
import { catalogue } from './messages.ts'

type By = 'person' | 'partner'
const one = (n: number, single: string, several: string) => `${n} ${n === 1 ? single : several}`
const those = (by: By, n: number) =>
  by === 'person' ? one(n, 'deelnemer', 'deelnemers') : one(n, 'partner', 'partners')
const thoseEn = (by: By, n: number) =>
  by === 'person' ? one(n, 'participant', 'participants') : one(n, 'partner', 'partners')

const shares: Record<Share, string> = {
  half: 'de helft',
  majority: 'meer dan de helft',
  'two-thirds': 'twee derde',
  'three-quarters': 'drie kwart',
  all: 'iedereen',
}
const sharesEn: Record<Share, string> = {
  half: 'half',
  majority: 'more than half',
  'two-thirds': 'two thirds',
  'three-quarters': 'three quarters',
  all: 'everybody',
}
const carried = (threshold: Threshold, by: By): string => {
  if (threshold === 'no-objection') return 'Een tekst haalt het als niemand tegen is of bezwaar maakt.'
  const who = by === 'person' ? 'de stemmers' : 'de partners die stemmen'
  return threshold === 'all'
    ? `Een tekst haalt het als ${by === 'person' ? 'alle stemmers' : 'alle partners die stemmen'} ervoor zijn.`
    : `Een tekst haalt het als ${threshold === 'majority' ? '' : 'ten minste '}${shares[threshold]} van ${who} ervoor is.`
}
const carriedEn = (threshold: Threshold, by: By): string => {
  if (threshold === 'no-objection') return 'A text is carried when nobody is against it or objects.'
  const who = by === 'person' ? 'those who vote' : 'the partners that vote'
  return threshold === 'all'
    ? `A text is carried when all of ${who} are for it.`
    : `A text is carried when ${threshold === 'majority' ? '' : 'at least '}${sharesEn[threshold]} of ${who} are for it.`
}

/** What is told before a vote of its rules, and afterwards of what came of them. */
export const ballotRuleMessages = catalogue(
  {
    told: 'Vooraf afgesproken',
    secret: 'Je stem is geheim tot de begeleider de uitslag onthult.',
    anonymous: (least: number) =>
      `Deze stemming is anoniem: wat je kiest wordt los van je naam bewaard. Versturen kan één keer; daarna verandert niemand het meer. Stemmen er minder dan ${least} mensen, dan gooien we de stemmen weg.`,
    shuffled: 'De teksten staan bij iedereen in een andere volgorde.',
    quorum: (by: By, least: number, of: number) =>
      `De uitslag telt als ten minste ${least} van de ${those(by, of)} ${least === 1 ? 'stemt' : 'stemmen'}.`,
    threshold: carried,
    quorumReached: (by: By, voted: number, of: number, least: number) =>
      `Quorum gehaald: ${voted} van ${those(by, of)} (nodig: ${least})`,
    quorumMissed: (by: By, voted: number, of: number, least: number) =>
      `Quorum niet gehaald: ${voted} van ${those(by, of)} (nodig: ${least})`,
    reached: (by: By, inFavour: number, of: number, least: number) =>
      `Drempel gehaald: ${inFavour} van ${those(by, of)} voor (nodig: ${least})`,
    missed: (by: By, inFavour: number, of: number, least: number) =>
      `Drempel niet gehaald: ${inFavour} van ${those(by, of)} voor (nodig: ${least})`,
    noSide: 'Drempel niet gehaald: iedereen onthield zich.',
    noObjection: 'Drempel gehaald: niemand maakt bezwaar.',
    objected: (by: By, n: number) =>
      `Drempel niet gehaald: ${those(by, n)} ${n === 1 ? 'heeft' : 'hebben'} bezwaar.`,
    share: (share: Share) => shares[share],
  },
  {
    told: 'Agreed beforehand',
    secret: 'Your vote is secret until the facilitator reveals the result.',
    anonymous: (least: number) =>
      `This vote is anonymous: what you choose is kept apart from your name. You can send it once; after that nobody changes it. If fewer than ${least} people vote, the votes are thrown away.`,
    shuffled: 'Everybody sees the texts in another order.',
    quorum: (by: By, least: number, of: number) =>
      `The result counts when at least ${least} of the ${thoseEn(by, of)} ${least === 1 ? 'votes' : 'vote'}.`,
    threshold: carriedEn,
    quorumReached: (by: By, voted: number, of: number, least: number) =>
      `Quorum reached: ${voted} of ${thoseEn(by, of)} (needed: ${least})`,
    quorumMissed: (by: By, voted: number, of: number, least: number) =>
      `Quorum not reached: ${voted} of ${thoseEn(by, of)} (needed: ${least})`,
    reached: (by: By, inFavour: number, of: number, least: number) =>
      `Threshold reached: ${inFavour} of ${thoseEn(by, of)} for it (needed: ${least})`,
    missed: (by: By, inFavour: number, of: number, least: number) =>
      `Threshold not reached: ${inFavour} of ${thoseEn(by, of)} for it (needed: ${least})`,
    noSide: 'Threshold not reached: everybody abstained.',
    noObjection: 'Threshold reached: nobody objects.',
    objected: (by: By, n: number) =>
      `Threshold not reached: ${thoseEn(by, n)} ${n === 1 ? 'objects' : 'object'}.`,
    share: (share: Share) => sharesEn[share],
  },
)
