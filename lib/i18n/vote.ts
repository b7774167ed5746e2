import { catalogue } from './messages.ts'

const people = (n: number) => (n === 1 ? '1 persoon' : `${n} mensen`)
const peopleEn = (n: number) => (n === 1 ? '1 person' : `${n} people`)

export const voteMessages = catalogue(
  {
    title: (round: number) => `Stemming ${round}`,
    dotsIntro: (dots: number) =>
      `Je hebt ${dots} ${dots === 1 ? 'stip' : 'stippen'}. Leg ze bij de teksten die jij het sterkst vindt.`,
    consentIntro:
      'Zeg bij elke tekst of je ermee verder kunt. Bij bedenkingen of bezwaar schrijf je kort waarom.',
    perPartner:
      'Deze stemming telt één stem per partner. Wat een collega later kiest, komt ervoor in de plaats.',
    noPartner: 'Deze stemming telt één stem per partner. Jij spreekt voor jezelf en stemt hier niet mee.',
    watching: 'Jij kijkt mee en stemt hier niet.',
    remaining: (n: number) => `Nog ${n} ${n === 1 ? 'stip' : 'stippen'} te leggen`,
    more: (option: number) => `Stip erbij voor tekst ${option}`,
    fewer: (option: number) => `Stip eraf bij tekst ${option}`,
    option: (n: number) => `Tekst ${n}`,
    agree: 'Ik kan ermee verder',
    reservation: 'Ik kan verder, met bedenkingen',
    objection: 'Ik heb bezwaar',
    reason: 'Waarom?',
    reasonHint: 'Iedereen leest dit na de onthulling, met de naam van je partner erbij.',
    cast: 'Breng je stem uit',
    change: 'Verander je stem',
    saved: 'Je stem is geteld. Je kunt hem veranderen tot de stemming sluit.',
    counted: (choice: string) => `Geteld is: ${choice}.`,
    notSent: 'Je wijziging is nog niet verstuurd',
    stillCounted: (choice: string) =>
      `Nu telt nog: ${choice}. Druk op “Verander je stem” om te versturen wat je net koos.`,
    keep: 'Laat mijn stem zoals hij was',
    noDots: 'Leg eerst een stip bij een tekst. Daarna kun je stemmen.',
    earlier: 'Eerdere stemmingen',
    incomplete: 'Kies bij elke tekst een antwoord.',
    reasonMissing: 'Schrijf bij je bedenking of bezwaar kort waarom.',
    turnout: (voters: number, partners: number) =>
      `Gestemd: ${people(voters)}, ${partners} ${partners === 1 ? 'partner' : 'partners'}`,
    closed: 'De stemming is gesloten. De uitslag komt als de begeleider hem onthult.',
    result: 'Uitslag',
    dotsCount: (n: number) => `${n} ${n === 1 ? 'stip' : 'stippen'}`,
    byPeople: (n: number) => people(n),
    byPartners: (n: number) => `${n} ${n === 1 ? 'partner' : 'partners'}`,
    peopleLabel: 'Mensen',
    partnersLabel: 'Partners',
    chosen: 'Gekozen als opgave',
    reasons: 'Bedenkingen en bezwaren',
    forSelf: 'voor zichzelf',
  },
  {
    title: (round: number) => `Vote ${round}`,
    dotsIntro: (dots: number) =>
      `You have ${dots} ${dots === 1 ? 'dot' : 'dots'}. Place them with the texts you find strongest.`,
    consentIntro:
      'Say for each text whether you can go on with it. With reservations or an objection, write briefly why.',
    perPartner: 'This vote counts one vote per partner. What a colleague chooses later takes its place.',
    noPartner: 'This vote counts one vote per partner. You speak for yourself and do not vote here.',
    watching: 'You are watching and do not vote here.',
    remaining: (n: number) => `${n} ${n === 1 ? 'dot' : 'dots'} left to place`,
    more: (option: number) => `Add a dot to text ${option}`,
    fewer: (option: number) => `Take a dot from text ${option}`,
    option: (n: number) => `Text ${n}`,
    agree: 'I can go on with it',
    reservation: 'I can go on, with reservations',
    objection: 'I object',
    reason: 'Why?',
    reasonHint: 'Everybody reads this after the reveal, with the name of your partner.',
    cast: 'Cast your vote',
    change: 'Change your vote',
    saved: 'Your vote is counted. You can change it until the vote closes.',
    counted: (choice: string) => `Counted is: ${choice}.`,
    notSent: 'Your change is not sent yet',
    stillCounted: (choice: string) =>
      `What counts now: ${choice}. Press “Change your vote” to send what you just chose.`,
    keep: 'Leave my vote as it was',
    noDots: 'Place a dot with a text first. Then you can vote.',
    earlier: 'Earlier votes',
    incomplete: 'Choose an answer for every text.',
    reasonMissing: 'Write briefly why you have a reservation or objection.',
    turnout: (voters: number, partners: number) =>
      `Voted: ${peopleEn(voters)}, ${partners} ${partners === 1 ? 'partner' : 'partners'}`,
    closed: 'The vote is closed. The result comes when the facilitator reveals it.',
    result: 'Result',
    dotsCount: (n: number) => `${n} ${n === 1 ? 'dot' : 'dots'}`,
    byPeople: (n: number) => peopleEn(n),
    byPartners: (n: number) => `${n} ${n === 1 ? 'partner' : 'partners'}`,
    peopleLabel: 'People',
    partnersLabel: 'Partners',
    chosen: 'Chosen as the challenge',
    reasons: 'Reservations and objections',
    forSelf: 'for themself',
  },
)
