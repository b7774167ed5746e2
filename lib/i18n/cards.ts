import { catalogue } from './messages.ts'

/** The cards that are printed to write on by hand. */
export const cardMessages = catalogue(
  {
    documentTitle: (network: string) => `Kaartjes · ${network}`,
    title: 'Kaartjes om op te schrijven',
    intro:
      'Per bouwsteen een vel A4 met vier kaartjes, om uit te knippen. De QR-code brengt wie scant op het bord bij die bouwsteen. Kies later bij een nieuw briefje van wie het kaartje is; na Enter kun je meteen het volgende typen.',
    staysHere:
      'De QR-codes wijzen naar deze computer zelf. Open jouw begeleiderslink eerst met het netwerkadres in plaats van “localhost”.',
    which: 'Welke bouwstenen?',
    print: (n: number) => (n === 1 ? 'Print 1 vel' : `Print ${n} vellen`),
    back: 'Terug naar begeleiden',
    sheet: (name: string) => `Vel voor ${name}`,
    from: 'Van:',
    loading: 'De kaartjes komen eraan…',
    notLeading: 'Kaartjes printen is voor wie de kick-off leidt.',
    toBoard: 'Naar het bord',
    link: 'Print kaartjes om op te schrijven',
  },
  {
    documentTitle: (network: string) => `Cards · ${network}`,
    title: 'Cards to write on',
    intro:
      'For each building block a sheet of A4 with four cards, to cut out. The QR code brings who scans it to that building block on the board. Choose later, with a new note, whose card it is; after Enter you can type the next one at once.',
    staysHere:
      'The QR codes point to this computer itself. Open your facilitator’s link by the network address instead of “localhost” first.',
    which: 'Which building blocks?',
    print: (n: number) => (n === 1 ? 'Print 1 sheet' : `Print ${n} sheets`),
    back: 'Back to facilitating',
    sheet: (name: string) => `Sheet for ${name}`,
    from: 'Of:',
    loading: 'The cards are coming…',
    notLeading: 'Printing cards is for who leads the kick-off.',
    toBoard: 'To the board',
    link: 'Print cards to write on',
  },
)
