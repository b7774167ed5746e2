import { catalogue } from './messages.ts'

/** Who is heard, for who leads alone. */
export const voiceMessages = catalogue(
  {
    title: 'Wie horen we?',
    forYou: 'Alleen jij ziet dit. Laat het niet op het grote scherm zien: het is geen ranglijst.',
    even: 'Nu valt er niets op: geen partner is stil en niemand heeft de overhand.',
    early: 'Er ligt nog te weinig om er iets van te zeggen.',
    apart: 'Iedereen schrijft nu op het eigen bureau. Na het neerleggen zie je hier wie we horen.',
    waiting: (names: string) => `Nog geen stem van ${names}. Vraag of het lukt, en geef nog even de tijd.`,
    silent: (names: string) => `Nog niets van ${names}. Geef hun in de volgende ronde als eerste het woord.`,
    loud: (name: string, share: number) =>
      `${name} schreef ${share}% van de briefjes. Begin de volgende ronde bij een andere partner.`,
    oneSided: (tile: string, name: string) =>
      `Bij ${tile} liggen alleen briefjes van ${name}. Stuur er een andere tafel heen.`,
    empty: (tile: string) => `Bij ${tile} ligt nog niets. Laat een tafel daar beginnen.`,
    another: 'Nog een tip',
    place: (n: number, of: number) => `Tip ${n} van ${of}`,
    table: 'Per partner',
    partner: 'Partner',
    people: 'Nu hier',
    notes: 'Briefjes',
    votes: 'Stemmen',
    self: 'Voor zichzelf',
    nameless: (n: number) =>
      `${n} ${n === 1 ? 'briefje' : 'briefjes'} zonder naam ${n === 1 ? 'telt' : 'tellen'} hier niet mee: van wie, is niet bewaard.`,
    toOverview: 'Bekijk de witte vlekken op het bord',
  },
  {
    title: 'Whom do we hear?',
    forYou: 'Only you see this. Don’t show it on the large screen: it is no ranking.',
    even: 'Nothing stands out now: no partner is silent and nobody prevails.',
    early: 'Too little lies there yet to say anything of it.',
    apart: 'Everybody writes on their own desk now. After the reveal you see here whom we hear.',
    waiting: (names: string) => `No vote of ${names} yet. Ask whether it works, and give it some time.`,
    silent: (names: string) => `Nothing of ${names} yet. Give them the floor first in the next round.`,
    loud: (name: string, share: number) =>
      `${name} wrote ${share}% of the notes. Begin the next round with another partner.`,
    oneSided: (tile: string, name: string) =>
      `At ${tile} lie notes of ${name} alone. Send another table there.`,
    empty: (tile: string) => `At ${tile} lies nothing yet. Have a table begin there.`,
    another: 'Another hint',
    place: (n: number, of: number) => `Hint ${n} of ${of}`,
    table: 'By partner',
    partner: 'Partner',
    people: 'Here now',
    notes: 'Notes',
    votes: 'Votes',
    self: 'For themselves',
    nameless: (n: number) =>
      `${n} ${n === 1 ? 'note' : 'notes'} without a name ${n === 1 ? 'is' : 'are'} not counted here: whose they are was not kept.`,
    toOverview: 'See the white spots on the board',
  },
)
