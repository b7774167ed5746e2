import { catalogue } from './messages.ts'

const notes = (n: number) => `${n} ${n === 1 ? 'briefje' : 'briefjes'}`
const people = (n: number) => `${n} ${n === 1 ? 'persoon' : 'mensen'}`
const notesEn = (n: number) => `${n} ${n === 1 ? 'note' : 'notes'}`
const peopleEn = (n: number) => `${n} ${n === 1 ? 'person' : 'people'}`

export const overviewMessages = catalogue(
  {
    coherence: 'Samenhang',
    whiteSpots: 'Witte vlekken',
    coherenceIntro:
      'Zeven bouwstenen, met daartussen het cement dat jullie leggen. Kies een voeg om te lezen wat hem houdt.',
    picture: 'De voegen in beeld',
    table: 'De voegen in een tabel',
    joint: 'Voeg',
    hold: 'Houdt',
    madeBy: 'Gelegd door',
    method: 'Methode',
    inMethod: 'hoort bij elkaar',
    strong: 'sterk',
    weak: 'zwak',
    empty: 'leeg',
    legendStrong: 'sterk: drie keer cement of meer, van ten minste twee partners',
    legendWeak: 'zwak: een begin, of van één partner',
    legendEmpty: 'leeg, maar de methode stemt deze twee op elkaar af',
    pair: (one: string, other: string) => `${one} en ${other}`,
    jointLabel: (pair: string, hold: string, n: number) =>
      n === 0 ? `${pair}: ${hold}` : `${pair}: ${hold}, ${n} keer cement`,
    cement: (n: number) => (n === 1 ? '1 keer cement' : `${n} keer cement`),
    makers: (p: number, n: number) => `${p} ${p === 1 ? 'partner' : 'partners'}, ${people(n)}`,
    nobody: 'niemand',
    asks: (one: string, other: string) => `De methode vraagt van ${one} naar ${other}:`,
    emptyJoint: 'Hier ligt nog geen cement.',
    emptyQuiet: 'De methode zet deze twee niet naast elkaar. Cement mag altijd.',
    chooseJoint: 'Kies een voeg in het beeld of in de tabel.',
    summary: (strong: number, weak: number, empty: number) =>
      `${strong} ${strong === 1 ? 'voeg' : 'voegen'} sterk, ${weak} zwak, ${empty} nog leeg.`,
    spotsIntro: 'Wie legde wat neer, en waar is het nog stil? De tabel telt wat nu op het bord ligt.',
    matrix: 'Briefjes per partner en bouwsteen',
    partner: 'Partner',
    total: 'Totaal',
    self: 'Voor zichzelf',
    nameless: 'Zonder naam',
    someone: 'Een partner die er niet meer is',
    none: 'geen',
    cell: (who: string, where: string, n: number, p: number) =>
      `${who} bij ${where}: ${notes(n)}${p > 0 ? ` van ${people(p)}` : ''}. Bekijk in de lijst`,
    noneCell: (who: string, where: string) => `${who} bij ${where}: geen briefjes`,
    notesOf: notes,
    partnersOf: (n: number, of: number) => `${n} van ${of} ${of === 1 ? 'partner' : 'partners'}`,
    peopleOf: people,
    weight: 'Waar rust elke bouwsteen op?',
    onOne: (partner: string) => `Rust op één partner: ${partner}`,
    nothingHere: 'Hier ligt nog niets',
    carried: 'Gedragen door meer partners',
    noPartners: 'Van niemand namens een partner',
    looseTitle: 'Briefjes zonder lijn',
    loose: (n: number, of: number) =>
      n === 0
        ? 'Elk briefje ligt in een lijn.'
        : `${n} van ${notes(of)} ${n === 1 ? 'ligt' : 'liggen'} in geen lijn.`,
    looseShow: 'Bekijk ze in de lijst',
    silentTitle: 'Van wie ligt er nog niets?',
    silentHint: 'Alleen voor jou als begeleider. Klap het liever niet open op het grote scherm.',
    silentNone: 'Van elke partner ligt er een briefje.',
    silentPeople: (n: number) => (n === 0 ? 'nog niet binnen' : `${people(n)} in de sessie`),
  },
  {
    coherence: 'Coherence',
    whiteSpots: 'White spots',
    coherenceIntro:
      'Seven building blocks, with the cement between them that you lay. Choose a joint to read what holds it.',
    picture: 'The joints as a picture',
    table: 'The joints as a table',
    joint: 'Joint',
    hold: 'Holds',
    madeBy: 'Laid by',
    method: 'Method',
    inMethod: 'belong together',
    strong: 'strong',
    weak: 'weak',
    empty: 'empty',
    legendStrong: 'strong: three pieces of cement or more, by two partners at least',
    legendWeak: 'weak: a beginning, or by one partner',
    legendEmpty: 'empty, though the method tunes these two with each other',
    pair: (one: string, other: string) => `${one} and ${other}`,
    jointLabel: (pair: string, hold: string, n: number) =>
      n === 0 ? `${pair}: ${hold}` : `${pair}: ${hold}, ${n === 1 ? '1 piece' : `${n} pieces`} of cement`,
    cement: (n: number) => (n === 1 ? '1 piece of cement' : `${n} pieces of cement`),
    makers: (p: number, n: number) => `${p} ${p === 1 ? 'partner' : 'partners'}, ${peopleEn(n)}`,
    nobody: 'nobody',
    asks: (one: string, other: string) => `The method asks from ${one} to ${other}:`,
    emptyJoint: 'No cement lies here yet.',
    emptyQuiet: 'The method does not lay these two side by side. Cement is always welcome.',
    chooseJoint: 'Choose a joint in the picture or in the table.',
    summary: (strong: number, weak: number, empty: number) =>
      `${strong} ${strong === 1 ? 'joint' : 'joints'} strong, ${weak} weak, ${empty} still empty.`,
    spotsIntro:
      'Who put down what, and where is it still quiet? The table counts what lies on the board now.',
    matrix: 'Notes by partner and building block',
    partner: 'Partner',
    total: 'Together',
    self: 'For themselves',
    nameless: 'Without a name',
    someone: 'A partner that is gone',
    none: 'none',
    cell: (who: string, where: string, n: number, p: number) =>
      `${who} with ${where}: ${notesEn(n)}${p > 0 ? ` of ${peopleEn(p)}` : ''}. Look in the list`,
    noneCell: (who: string, where: string) => `${who} with ${where}: no notes`,
    notesOf: notesEn,
    partnersOf: (n: number, of: number) => `${n} of ${of} ${of === 1 ? 'partner' : 'partners'}`,
    peopleOf: peopleEn,
    weight: 'What does each building block rest on?',
    onOne: (partner: string) => `Rests on one partner: ${partner}`,
    nothingHere: 'Nothing lies here yet',
    carried: 'Carried by more partners',
    noPartners: 'By nobody on behalf of a partner',
    looseTitle: 'Notes without a line',
    loose: (n: number, of: number) =>
      n === 0
        ? 'Every note lies in a line.'
        : `${n} of ${notesEn(of)} ${n === 1 ? 'lies' : 'lie'} in no line.`,
    looseShow: 'Look at them in the list',
    silentTitle: 'Of whom does nothing lie here yet?',
    silentHint: 'For you alone, as facilitator. Rather don’t unfold it on the big screen.',
    silentNone: 'Of every partner there is a note.',
    silentPeople: (n: number) => (n === 0 ? 'not here yet' : `${peopleEn(n)} in the session`),
  },
)
