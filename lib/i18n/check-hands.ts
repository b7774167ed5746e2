import { catalogue } from './messages.ts'

const slips = (n: number) => (n === 1 ? '1 briefje' : `${n} briefjes`)
const slipsEn = (n: number) => (n === 1 ? '1 slip' : `${n} slips`)

/** Answers to a check of who has no device, and what is said of them in the picture. */
export const checkHandsMessages = catalogue(
  {
    title: 'Zonder apparaat',
    handsHint:
      'Laat wie geen apparaat heeft per vraag de hand opsteken, en tel per partner. Tel niemand mee die zelf al antwoordde.',
    slipsHint:
      'Een opgestoken hand ziet iedereen. Laat wie geen apparaat heeft daarom een briefje invullen zonder naam. Schud de briefjes door elkaar en tel ze hier, allemaal samen.',
    partnerHint:
      'Vul in wat een partner je zegt. Bij het beeld staat dat jij het invulde. De mensen van die partner zien het en kunnen het veranderen zolang de check open is.',
    countSlips: 'Tel briefjes',
    slips: (n: number) => `${slips(n)} geteld`,
    slipsWord: 'Briefjes',
    people: 'Hoeveel mensen steken hun hand op?',
    peopleSlips: 'Hoeveel briefjes zijn het?',
    wrong:
      'Vul ten minste één vraag in, en tel bij geen vraag meer antwoorden dan het aantal dat bovenaan staat.',
    clear: 'Haal deze telling weg',
    fill: 'Vul in',
    fillFor: (name: string) => `Vul in voor ${name}`,
    fillPromise: (name: string) =>
      `Vul in wat ${name} zegt. De mensen van deze partner zien het en kunnen het veranderen.`,
    takeBack: 'Haal dit antwoord weg',
    filled: 'door jou ingevuld',
    answered: 'heeft geantwoord',
    notYet: 'nog niet',
    filledForYou: (title: string) => `De begeleider vulde dit voor jullie in: ${title}`,
    filledForYouHint: 'Klopt het niet? Verander het; jullie eigen antwoord komt ervoor in de plaats.',
    byHand: (n: number) => `${n} met opgestoken hand`,
    onPaper: (n: number) => `${n} op papier`,
    byLead: (n: number) => `${n} door de begeleider ingevuld`,
    ofByLead: 'Ingevuld door de begeleider',
    leftOut: (n: number, least: number) =>
      n === 1
        ? `Eén antwoord van een telefoon staat er niet bij: bij minder dan ${least} herken je mensen.`
        : `${n} antwoorden van telefoons staan er niet bij: bij minder dan ${least} herken je mensen.`,
    closeLeaves: (n: number, least: number) =>
      n === 1
        ? `Sluit je nu, dan telt één antwoord van een telefoon niet mee: het zijn er minder dan ${least}.`
        : `Sluit je nu, dan tellen ${n} antwoorden van telefoons niet mee: het zijn er minder dan ${least}.`,
  },
  {
    title: 'Without a device',
    handsHint:
      'Have those without a device raise their hand, question by question, and count by partner. Count nobody who has answered themselves.',
    slipsHint:
      'A raised hand is seen by all. So have those without a device fill in a slip of paper without a name. Shuffle the slips and count them here, all together.',
    partnerHint:
      'Fill in what a partner tells you. With the picture it says that you filled it in. The people of that partner see it and can change it while the check is open.',
    countSlips: 'Count slips',
    slips: (n: number) => `${slipsEn(n)} counted`,
    slipsWord: 'Slips',
    people: 'How many people raise their hand?',
    peopleSlips: 'How many slips are there?',
    wrong:
      'Answer at least one question, and count no more answers at a question than the number at the top.',
    clear: 'Take this count away',
    fill: 'Fill in',
    fillFor: (name: string) => `Fill in for ${name}`,
    fillPromise: (name: string) =>
      `Fill in what ${name} says. The people of this partner see it and can change it.`,
    takeBack: 'Take this answer away',
    filled: 'filled in by you',
    answered: 'has answered',
    notYet: 'not yet',
    filledForYou: (title: string) => `The facilitator filled this in for you: ${title}`,
    filledForYouHint: 'Not right? Change it; your own answer takes its place.',
    byHand: (n: number) => `${n} by raised hand`,
    onPaper: (n: number) => `${n} on paper`,
    byLead: (n: number) => `${n} filled in by the facilitator`,
    ofByLead: 'Filled in by the facilitator',
    leftOut: (n: number, least: number) =>
      n === 1
        ? `One answer from a phone is not among them: of fewer than ${least}, people are recognised.`
        : `${n} answers from phones are not among them: of fewer than ${least}, people are recognised.`,
    closeLeaves: (n: number, least: number) =>
      n === 1
        ? `If you close now, one answer from a phone does not count: there are fewer than ${least}.`
        : `If you close now, ${n} answers from phones do not count: there are fewer than ${least}.`,
  },
)
