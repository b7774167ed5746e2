import { catalogue } from './messages.ts'

const partners = (n: number) => `${n} ${n === 1 ? 'partner' : 'partners'}`

/** Before the first day: each partner's own definition of the opgave, and who should be at the table; then who is there. */
export const preparationMessages = catalogue(
  {
    looks: 'Waar ben je?',
    preparation: 'Voorbereiding',
    board: 'Het bord',
    ownTitle: 'Jullie eigen definitie van de opgave',
    ownIntro: (partner: string) =>
      `Wat is volgens ${partner} het probleem dat we samen oplossen? Schrijf het in twee of drie zinnen.`,
    ownPromise: (partner: string) =>
      `Alleen mensen van ${partner} zien dit en schrijven erin. Anderen pas als de begeleider alle definities naast elkaar legt.`,
    own: 'Onze definitie',
    forSelf:
      'Nu schrijft elke partner een eigen definitie van de opgave. Jij doet mee namens jezelf: zeg hieronder wie er volgens jou nog bij hoort.',
    waiting: 'Er is geen verbinding. Wat je schrijft gaat mee zodra die terug is.',
    notHereYet: 'Er is geen verbinding. Zodra die terug is, kun je hier schrijven.',
    missingTitle: 'Wie hoort er nog aan tafel?',
    missingIntro: 'Noem een organisatie of iemand die nu ontbreekt. De begeleider ziet het.',
    missingName: 'Wie mist er?',
    addMissing: 'Zet erbij',
    drop: 'Haal weg',
    saidBy: (name: string) => `genoemd door ${name}`,
    sideBySide: 'De definities naast elkaar',
    propose: 'Maak er een voorstel van',
    proposed: 'Is een voorstel',
    proposeLater: 'Bij het kiezen van de opgave kan elke tekst met één druk een voorstel worden.',
    title: 'Voorbereiding vóór dag 1',
    intro:
      'Laat elke partner vooraf een eigen definitie van de opgave schrijven. Niemand ziet die van een ander, jij ook niet, tot je ze naast elkaar legt. Iedereen kan ook zeggen wie er nog aan tafel hoort.',
    open: 'Open de voorbereiding',
    reopen: 'Laat verder schrijven',
    running: 'Partners schrijven nu hun eigen definitie.',
    written: (n: number, of: number) =>
      `${n} van ${partners(of)} ${n === 1 ? 'heeft' : 'hebben'} iets geschreven.`,
    lay: 'Leg ze naast elkaar',
    layTitle: 'De definities naast elkaar leggen?',
    layText:
      'Iedereen ziet dan wat elke partner schreef, ook op het projectorscherm. Daarna schrijft niemand er meer in.',
    laid: (n: number) =>
      `Van ${partners(n)} ligt een definitie naast die van de anderen, bij “Opgave kiezen”.`,
    laidNone: 'Nog niemand had iets geschreven.',
    atTable: 'Wie is er?',
    notYet: 'Nog niemand van',
    away: 'Wel binnen, nu niet hier',
    missing: 'Wie mist er aan tafel?',
    nobodyMissing: 'Nog niemand genoemd.',
    alone: 'Namens zichzelf',
    nobodyYet: 'Er is nog niemand binnen.',
  },
  {
    looks: 'Where are you?',
    preparation: 'Preparation',
    board: 'The board',
    ownTitle: 'Your own definition of the challenge',
    ownIntro: (partner: string) =>
      `Which problem do we solve together, as ${partner} sees it? Write it in two or three sentences.`,
    ownPromise: (partner: string) =>
      `Only people of ${partner} see this and write in it. Others do when the facilitator lays all definitions side by side.`,
    own: 'Our definition',
    forSelf:
      'Each partner now writes its own definition of the challenge. You speak for yourself: say below who else belongs here.',
    waiting: 'There is no connection. What you write goes along once it is back.',
    notHereYet: 'There is no connection. You can write here once it is back.',
    missingTitle: 'Who else should be at the table?',
    missingIntro: 'Name an organisation or somebody who is missing. The facilitator sees it.',
    missingName: 'Who is missing?',
    addMissing: 'Add',
    drop: 'Take away',
    saidBy: (name: string) => `named by ${name}`,
    sideBySide: 'The definitions side by side',
    propose: 'Make it a proposal',
    proposed: 'Is a proposal',
    proposeLater: 'When the challenge is chosen each text can become a proposal by one press.',
    title: 'Preparation before day 1',
    intro:
      'Let each partner write its own definition of the challenge beforehand. Nobody sees another’s, not even you, until you lay them side by side. Everybody can also say who else should be at the table.',
    open: 'Open the preparation',
    reopen: 'Let them write on',
    running: 'Partners are writing their own definition.',
    written: (n: number, of: number) => `${n} of ${of} ${of === 1 ? 'partner' : 'partners'} wrote something.`,
    lay: 'Lay them side by side',
    layTitle: 'Lay the definitions side by side?',
    layText:
      'Everybody then sees what each partner wrote, also on the hall’s screen. After that nobody writes in them.',
    laid: (n: number) =>
      `The definitions of ${n} ${n === 1 ? 'partner' : 'partners'} lie side by side, under “Choose the challenge”.`,
    laidNone: 'Nobody had written anything yet.',
    atTable: 'Who is here?',
    notYet: 'Nobody yet of',
    away: 'Joined, not here now',
    missing: 'Who is missing at the table?',
    nobodyMissing: 'Nobody named yet.',
    alone: 'For themselves',
    nobodyYet: 'Nobody is in yet.',
  },
)
