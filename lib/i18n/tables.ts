import { catalogue } from './messages.ts'

const people = (n: number) => `${n} ${n === 1 ? 'persoon' : 'mensen'}`
const peopleEn = (n: number) => `${n} ${n === 1 ? 'person' : 'people'}`

/** Sitting at tables, for everybody and for who leads. */
export const tableMessages = catalogue(
  {
    table: (place: number) => `Tafel ${place}`,
    yours: (place: number, title: string) => `Jij zit aan tafel ${place}: ${title}`,
    round: (round: number, of: number) => `Ronde ${round} van ${of}`,
    next: (place: number) => `Hierna: tafel ${place}`,
    with: (names: string) => `Met ${names}`,
    toCall: 'Ga naar het gesprek van deze tafel',
    callOf: 'Het gesprek van deze tafel',
    toBoard: 'Naar het bord van deze tafel',
    youWrite: 'Jij schrijft voor deze tafel.',
    writes: (name: string) => `${name} schrijft voor deze tafel.`,
    takePen: 'Ik schrijf voor deze tafel',
    scribe: 'schrijft voor deze tafel',
    tables: 'Tafels',
    intro:
      'Verdeel de groep over tafels. Partners komen zo veel mogelijk uit elkaar te zitten, en in elke ronde zit ieder aan een andere tafel met andere mensen. Wie later komt, krijgt vanzelf een plek.',
    count: 'Aantal tafels',
    rounds: 'Aantal rondes',
    tooFew: 'Er doen nog te weinig mensen mee voor zoveel tafels.',
    sizes: (n: number, least: number, most: number) =>
      `${people(n)}, tafels van ${least === most ? least : `${least} of ${most}`}.`,
    together: (n: number) =>
      n === 0
        ? 'Niemand zit met iemand van de eigen partner aan tafel.'
        : `${n} keer zitten er twee van één partner samen.`,
    repeated: (n: number) =>
      n === 0 ? 'Niemand komt iemand twee keer tegen.' : `${n} keer komen twee mensen elkaar nog eens tegen.`,
    about: (place: number) => `Tafel ${place}: waarover?`,
    title: 'Naam',
    titleMissing: 'Geef deze tafel een naam.',
    question: 'Vraag aan deze tafel',
    call: 'Link naar een videogesprek, voor wie op afstand meedoet',
    callHint: 'Mag leeg blijven. Begint met https:// en is alleen te zien voor wie aan deze tafel zit.',
    callWrong: 'Dit is geen link die met https:// begint. Plak de hele link, of laat het veld leeg.',
    seat: 'Zet iedereen aan tafel',
    nextRound: (round: number) => `Begin ronde ${round}`,
    formerRound: (round: number) => `Terug naar ronde ${round}`,
    clear: 'Haal de tafels weg',
    move: (name: string) => `Tafel voor ${name}`,
    callOfTable: (place: number) => `Link naar het gesprek van tafel ${place}`,
    changeCall: (has: boolean): string => (has ? 'Andere link' : 'Link naar een gesprek'),
    changeCallOf: (place: number, has: boolean): string =>
      has ? `Andere link voor tafel ${place}` : `Link naar een gesprek voor tafel ${place}`,
    saveCall: 'Bewaar de link',
    leaveCall: 'Laat zoals het is',
    nobody: 'Hier zit niemand.',
  },
  {
    table: (place: number) => `Table ${place}`,
    yours: (place: number, title: string) => `You sit at table ${place}: ${title}`,
    round: (round: number, of: number) => `Round ${round} of ${of}`,
    next: (place: number) => `After this: table ${place}`,
    with: (names: string) => `With ${names}`,
    toCall: 'Go to the call of this table',
    callOf: 'The call of this table',
    toBoard: 'To the board of this table',
    youWrite: 'You write for this table.',
    writes: (name: string) => `${name} writes for this table.`,
    takePen: 'I write for this table',
    scribe: 'writes for this table',
    tables: 'Tables',
    intro:
      'Spread the group over tables. Partners come to sit apart as far as can be, and in each round everybody sits at another table with other people. Who comes later is given a place by itself.',
    count: 'Number of tables',
    rounds: 'Number of rounds',
    tooFew: 'Too few people take part yet for so many tables.',
    sizes: (n: number, least: number, most: number) =>
      `${peopleEn(n)}, tables of ${least === most ? least : `${least} or ${most}`}.`,
    together: (n: number) =>
      n === 0
        ? 'Nobody sits with somebody of their own partner.'
        : `${n} times two of one partner sit together.`,
    repeated: (n: number) =>
      n === 0 ? 'Nobody meets anybody twice.' : `${n} times two people meet once more.`,
    about: (place: number) => `Table ${place}: about what?`,
    title: 'Name',
    titleMissing: 'Give this table a name.',
    question: 'Question for this table',
    call: 'Link to a video call, for who takes part from afar',
    callHint: 'May stay empty. Begins with https:// and is seen by who sits at this table alone.',
    callWrong: 'This is no link with https:// in front. Paste the whole link, or leave the field empty.',
    seat: 'Seat everybody',
    nextRound: (round: number) => `Begin round ${round}`,
    formerRound: (round: number) => `Back to round ${round}`,
    clear: 'Take the tables away',
    move: (name: string) => `Table for ${name}`,
    callOfTable: (place: number) => `Link to the call of table ${place}`,
    changeCall: (has: boolean): string => (has ? 'Another link' : 'Link to a call'),
    changeCallOf: (place: number, has: boolean): string =>
      has ? `Another link for table ${place}` : `Link to a call for table ${place}`,
    saveCall: 'Keep the link',
    leaveCall: 'Leave it as it is',
    nobody: 'Nobody sits here.',
  },
)
