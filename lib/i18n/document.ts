import type { BallotMethod } from '#lib/domain/ballot-answer.ts'
import { catalogue } from './messages.ts'

/** The words of the statement's PDF; they follow the session's language, not the reader's. */
export const documentMessages = catalogue(
  {
    kind: 'Gezamenlijke verklaring',
    documentTitle: (network: string) => `Gezamenlijke verklaring van ${network}`,
    version: (version: number, date: string) => `Versie ${version}, vastgelegd op ${date}`,
    definition: 'De opgave waar wij voor kozen',
    partners: 'Wij zijn',
    complete: (partners: number) =>
      partners === 1 ? 'De partner heeft ondertekend.' : `Alle ${partners} partners hebben ondertekend.`,
    incomplete: 'Deze verklaring is vastgelegd, maar niet door iedereen ondertekend.',
    signedCount: (signed: number, partners: number) =>
      signed === 0
        ? 'Niemand heeft getekend.'
        : signed === 1
          ? 'Eén partner heeft getekend.'
          : `${signed} van de ${partners} partners hebben getekend.`,
    partlyCount: (count: number) =>
      count === 1
        ? 'Van één partner heeft een deel van wie samen tekenen getekend.'
        : `Van ${count} partners heeft een deel van wie samen tekenen getekend.`,
    joint: (place: number, of: number) => `Ondertekenaar ${place} van ${of}, samen`,
    declinedCount: (count: number) =>
      count === 1
        ? 'Eén partner liet weten niet te tekenen.'
        : `${count} partners lieten weten niet te tekenen.`,
    withdrawnCount: (count: number) =>
      count === 1 ? 'Eén partner trok de handtekening terug.' : `${count} partners trokken zich terug.`,
    openCount: (count: number) =>
      count === 1
        ? 'Eén partner heeft nog niet gereageerd.'
        : `${count} partners hebben nog niet gereageerd.`,
    reservations: 'Kanttekeningen',
    reservationsLead:
      'Deze partners stemden in met een onderdeel en zetten er iets bij. Hun kanttekening hoort bij wat is getekend.',
    reservedBy: (name: string, day: string) => `${name}, ${day}.`,
    enteredBy: (name: string, day: string) => `Genoteerd door ${name} voor wie geen apparaat heeft, ${day}.`,
    reservedBefore: 'De tekst van dit onderdeel is daarna nog veranderd.',
    beforeSections: 'Begin van de tekst',
    table: 'Tabel',
    asOf: (day: string, time: string) => `Stand op ${day}, ${time}.`,
    later: 'Wie later tekent, staat op een bladzijde achter deze verklaring.',
    laterTitle: 'Later ondertekend',
    laterNote: (day: string, time: string) =>
      `Deze bladzijde is op ${day}, ${time}, achter de verklaring gevoegd en apart verzegeld. Aan wat ervoor staat, is niets veranderd: de eerdere verzegelingen blijven geldig.`,
    laterReason: 'Zo is er later getekend',
    signatures: 'Handtekeningen',
    onBehalf: 'Namens deze',
    signatory: 'Naam en functie',
    decision: 'Besluit',
    key: 'Sleutel',
    signed: 'Ondertekend',
    declined: 'Niet ondertekend',
    withdrawn: 'Teruggetrokken',
    firstSigned: (name: string, day: string) => `${name} ondertekende op ${day}.`,
    firstDeclined: (name: string, day: string) => `${name} liet op ${day} weten niet te ondertekenen.`,
    by: 'Op grond van',
    drawing: 'Getekende handtekening',
    reason: 'Reden:',
    notYet: 'Nog niet ondertekend',
    keyNote:
      'De sleutel is het begin van de SHA-256 van de openbare sleutel waarmee de handtekening is gezet. Die sleutel is in de browser van de ondertekenaar gemaakt. Tijden zijn Nederlandse tijd. Dit zijn elektronische handtekeningen in de zin van artikel 3, punt 10, van de eIDAS-verordening (EU) 910/2014, bewaard onder de verzegeling van deze installatie; geen gekwalificeerde.',
    authenticity: 'Is dit document echt?',
    check: 'Controleer dit bestand op',
    checkNote:
      'Dit pdf-bestand is verzegeld: als er ook maar één teken verandert, is dat te zien. In het bestand zit de verklaring ook als gegevens (JSON), met het bord waar zij uit voortkomt en alle handtekeningen.',
    hash: 'Controlegetal van de tekst (SHA-256)',
    boardHash: 'Controlegetal van het bord',
    formerHash: 'Volgt op de verklaring met controlegetal',
    qr: (address: string) => `QR-code naar ${address}`,
    attachment: 'De verklaring als gegevens, met het bord en de handtekeningen',
    page: 'pagina',
    of: 'van',
    sealReason: 'Zo is deze verklaring vastgelegd',
    copyNote:
      'Dit is een kopie om mee verder te werken: iedereen kan haar veranderen. Wat telt is de verzegelde pdf.',
    notesHere: (count: number) => (count === 1 ? '1 briefje' : `${count} briefjes`),
    mosaicWords: (tiles: string) => `Het mozaïek van het bord, zeven bouwstenen met hun briefjes. ${tiles}.`,
    mosaicNote: (notes: number, partners: number, day: string) =>
      `Het bord waar deze verklaring uit voortkomt, zoals het is vastgelegd op ${day}: ${notes === 1 ? '1 briefje' : `${notes} briefjes`} van ${partners === 1 ? '1 partner' : `${partners} partners`}.`,
    trail: 'Hoe deze verklaring tot stand kwam',
    trailNote: (hidden: number) =>
      `Elke gebeurtenis heeft een controlegetal (SHA-256) waar dat van de vorige in zit. Wie er één verandert, breekt alles wat volgt. ${hidden === 0 ? '' : `Van ${hidden === 1 ? '1 andere gebeurtenis' : `${hidden} andere gebeurtenissen`} in de zaal zit alleen het controlegetal in het bestand. `}Tijden zijn Nederlandse tijd.`,
    trailPlace: 'Nr.',
    trailWhen: 'Wanneer',
    trailWhat: 'Wat en door wie',
    trailHash: 'Controlegetal',
    annex: 'Bijlage: waar elke zin vandaan komt',
    annexNote:
      'Bij elke zin van de verklaring staat uit welke briefjes, lijnen en stemmingen zij komt, en van wie.',
    ballots: 'Bijlage: hoe er is gestemd',
    ballotsNote:
      'Van elke stemming staat hier wat iedereen bij de onthulling zag. Wie wat koos, staat nergens. De aantallen geven richting; de groep besliste.',
    ballotTitle: (round: number, method: BallotMethod, per: 'person' | 'partner') =>
      `Ronde ${round}: ${{ dots: 'met stippen', gradient: 'in vijf stappen', consent: 'met instemming' }[method]}, één stem per ${per === 'person' ? 'persoon' : 'partner'}`,
    ballotAnonymous: 'De stemming was anoniem: van partners is alleen bekend hoeveel er stemden.',
    ballotStoodIn: (count: number) =>
      count === 1
        ? 'Eén stem is met volmacht uitgebracht.'
        : `${count} stemmen zijn met volmacht uitgebracht.`,
    ballotStands: 'Waar men staat',
    ballotPeople: 'Mensen',
    ballotPartners: 'Partners',
    noRoots: 'Opnieuw geschreven: komt niet van het bord.',
    rest: 'Wat ook op het bord lag',
    nameless: 'zonder naam, zoals afgesproken',
    rootNote: (bouwsteen: string) => `Briefje bij ${bouwsteen}:`,
    rootLine: 'Lijn:',
    rootBallot: 'Stemming:',
    rootResult: 'Eerste resultaat:',
    rootBreakthrough: 'Wat een partner zelf doet:',
    ballotSaid: (round: number, people: number, partners: number) =>
      `gekozen in ronde ${round}, met stemmen van ${people === 1 ? '1 deelnemer' : `${people} deelnemers`} en ${partners === 1 ? '1 partner' : `${partners} partners`}`,
  },
  {
    kind: 'Joint statement',
    documentTitle: (network: string) => `Joint statement of ${network}`,
    version: (version: number, date: string) => `Version ${version}, fixed on ${date}`,
    definition: 'The challenge that we chose',
    partners: 'We are',
    complete: (partners: number) =>
      partners === 1 ? 'The partner has signed.' : `All ${partners} partners have signed.`,
    incomplete: 'This statement is fixed, but not signed by everybody.',
    signedCount: (signed: number, partners: number) =>
      signed === 0
        ? 'Nobody has signed.'
        : signed === 1
          ? 'One partner has signed.'
          : `${signed} of ${partners} partners have signed.`,
    partlyCount: (count: number) =>
      count === 1
        ? 'Of one partner some of those who sign together have signed.'
        : `Of ${count} partners some of those who sign together have signed.`,
    joint: (place: number, of: number) => `Signatory ${place} of ${of}, together`,
    declinedCount: (count: number) =>
      count === 1 ? 'One partner declared not to sign.' : `${count} partners declared not to sign.`,
    withdrawnCount: (count: number) =>
      count === 1 ? 'One partner withdrew its signature.' : `${count} partners withdrew.`,
    openCount: (count: number) =>
      count === 1 ? 'One partner has not answered yet.' : `${count} partners have not answered yet.`,
    reservations: 'Reservations',
    reservationsLead:
      'These partners agreed with a section and added something to it. Their reservation is part of what was signed.',
    reservedBy: (name: string, day: string) => `${name}, ${day}.`,
    enteredBy: (name: string, day: string) => `Written down by ${name} for who has no device, ${day}.`,
    reservedBefore: 'The text of this section was changed afterwards.',
    beforeSections: 'Start of the text',
    table: 'Table',
    asOf: (day: string, time: string) => `As of ${day}, ${time}.`,
    later: 'Who signs later stands on a page behind this statement.',
    laterTitle: 'Signed later',
    laterNote: (day: string, time: string) =>
      `This page was added behind the statement on ${day}, ${time}, under a seal of its own. Nothing before it was changed: the earlier seals go on holding.`,
    laterReason: 'This is how more was signed later',
    signatures: 'Signatures',
    onBehalf: 'On behalf of',
    signatory: 'Name and position',
    decision: 'Decision',
    key: 'Key',
    signed: 'Signed',
    declined: 'Not signed',
    withdrawn: 'Withdrawn',
    firstSigned: (name: string, day: string) => `${name} signed on ${day}.`,
    firstDeclined: (name: string, day: string) => `${name} declared not to sign on ${day}.`,
    by: 'By',
    drawing: 'Drawn signature',
    reason: 'Reason:',
    notYet: 'Not signed yet',
    keyNote:
      'The key is the start of the SHA-256 of the public key that the signature was made with. That key was made in the browser of the signatory. Times are those of the Netherlands. These are electronic signatures in the sense of article 3(10) of the eIDAS regulation (EU) 910/2014, kept under the seal of this installation; they are not qualified ones.',
    authenticity: 'Is this document genuine?',
    check: 'Check this file at',
    checkNote:
      'This PDF file is sealed: it shows if even one character is changed. The file also holds the statement as data (JSON), with the board that it comes from and every signature.',
    hash: 'Fingerprint of the text (SHA-256)',
    boardHash: 'Fingerprint of the board',
    formerHash: 'Follows the statement with fingerprint',
    qr: (address: string) => `QR code to ${address}`,
    attachment: 'The statement as data, with the board and the signatures',
    page: 'page',
    of: 'of',
    sealReason: 'This is how the statement was fixed',
    copyNote: 'This is a copy to work on: anybody can change it. What counts is the sealed PDF.',
    notesHere: (count: number) => (count === 1 ? '1 note' : `${count} notes`),
    mosaicWords: (tiles: string) =>
      `The mosaic of the board, seven building blocks with their notes. ${tiles}.`,
    mosaicNote: (notes: number, partners: number, day: string) =>
      `The board that this statement comes from, as it was fixed on ${day}: ${notes === 1 ? '1 note' : `${notes} notes`} of ${partners === 1 ? '1 partner' : `${partners} partners`}.`,
    trail: 'How this statement came about',
    trailNote: (hidden: number) =>
      `Each event has a fingerprint (SHA-256) that holds the one before it. Who changes one breaks all that follow. ${hidden === 0 ? '' : `Of ${hidden === 1 ? '1 other event' : `${hidden} other events`} in the room the file holds the fingerprint alone. `}Times are those of the Netherlands.`,
    trailPlace: 'No.',
    trailWhen: 'When',
    trailWhat: 'What and by whom',
    trailHash: 'Fingerprint',
    annex: 'Annex: where each sentence comes from',
    annexNote:
      'Each sentence of the statement stands with the notes, lines and votes that it comes from, and whose they are.',
    ballots: 'Annex: how people voted',
    ballotsNote:
      'Of each vote this is what everybody saw at the reveal. Who chose what stands nowhere. The numbers gave direction; the group decided.',
    ballotTitle: (round: number, method: BallotMethod, per: 'person' | 'partner') =>
      `Round ${round}: ${{ dots: 'by dots', gradient: 'in five steps', consent: 'by consent' }[method]}, one vote per ${per}`,
    ballotAnonymous: 'The vote was anonymous: of partners it is only known how many voted.',
    ballotStoodIn: (count: number) =>
      count === 1 ? 'One vote was cast by proxy.' : `${count} votes were cast by proxy.`,
    ballotStands: 'Where people stand',
    ballotPeople: 'People',
    ballotPartners: 'Partners',
    noRoots: 'Written anew: does not come from the board.',
    rest: 'What else lay on the board',
    nameless: 'without a name, as was agreed',
    rootNote: (bouwsteen: string) => `Note on ${bouwsteen}:`,
    rootLine: 'Line:',
    rootBallot: 'Vote:',
    rootResult: 'First result:',
    rootBreakthrough: 'What a partner does itself:',
    ballotSaid: (round: number, people: number, partners: number) =>
      `chosen in round ${round}, with votes of ${people === 1 ? '1 participant' : `${people} participants`} and ${partners === 1 ? '1 partner' : `${partners} partners`}`,
  },
)
