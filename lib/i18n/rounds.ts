import { catalogue } from './messages.ts'

const signed = (n: number) => (n > 0 ? `↑ ${n}` : n < 0 ? `↓ ${-n}` : '=')
const more = (n: number) => (n < 0 ? 'minder' : 'meer')
const moreEn = (n: number) => (n < 0 ? 'fewer' : 'more')

/** What moved between the rounds of voting. */
export const roundMessages = catalogue(
  {
    title: 'Wat verschoof er?',
    caption: 'Hoeveel ervoor zijn, per ronde',
    round: 'Ronde',
    people: 'Mensen voor',
    partners: 'Partners voor',
    nth: (round: number) => `Ronde ${round}`,
    dots: 'stippen',
    gradient: 'vijf stappen',
    consent: 'instemming',
    outOf: (n: number, of: number) => `${n} van ${of}`,
    unknown: 'niet geteld',
    changed: (round: number) => `De tekst is veranderd sinds ronde ${round}:`,
    textChanged: 'tekst veranderd',
    since: (round: number) => `Sinds ronde ${round}`,
    added: '[erbij]',
    gone: '[eruit]',
    movedPeople: (n: number) =>
      n === 0
        ? '= evenveel mensen voor'
        : `${signed(n)} ${n === 1 || n === -1 ? 'mens' : 'mensen'} ${more(n)} voor`,
    movedPartners: (n: number) =>
      n === 0
        ? '= evenveel partners voor'
        : `${signed(n)} ${n === 1 || n === -1 ? 'partner' : 'partners'} ${more(n)} voor`,
    otherwise: 'Deze rondes zijn op een andere manier gehouden; de aantallen zijn niet te vergelijken.',
  },
  {
    title: 'What moved?',
    caption: 'How many are for it, by round',
    round: 'Round',
    people: 'People for it',
    partners: 'Partners for it',
    nth: (round: number) => `Round ${round}`,
    dots: 'dots',
    gradient: 'five steps',
    consent: 'consent',
    outOf: (n: number, of: number) => `${n} of ${of}`,
    unknown: 'not counted',
    changed: (round: number) => `The text has changed since round ${round}:`,
    textChanged: 'text changed',
    since: (round: number) => `Since round ${round}`,
    added: '[added]',
    gone: '[gone]',
    movedPeople: (n: number) =>
      n === 0
        ? '= as many people for it'
        : `${signed(n)} ${n === 1 || n === -1 ? 'person' : 'people'} ${moreEn(n)} for it`,
    movedPartners: (n: number) =>
      n === 0
        ? '= as many partners for it'
        : `${signed(n)} ${n === 1 || n === -1 ? 'partner' : 'partners'} ${moreEn(n)} for it`,
    otherwise: 'These rounds were held in different ways; their numbers can’t be compared.',
  },
)
