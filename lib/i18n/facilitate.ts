import { catalogue } from './messages.ts'

const people = (n: number) => `${n} ${n === 1 ? 'deelnemer' : 'deelnemers'}`
const peopleEn = (n: number) => `${n} ${n === 1 ? 'participant' : 'participants'}`

export const facilitateMessages = catalogue(
  {
    opening: 'De begeleiding gaat open…',
    notLeading: 'Deze pagina is voor de begeleider',
    notLeadingText: 'Jij doet mee als deelnemer. Ga naar het bord, of open de begeleiderslink.',
    toBoard: 'Naar het bord',
    linkFailed: 'De begeleiderslink werkt niet',
    next: 'Volgende stap',
    phaseDesk: 'De fase van de sessie',
    collectNext: 'Is alles wat ertoe doet neergelegd? Ga dan ordenen. Terug kan altijd.',
    orderNext: 'Liggen de briefjes in lijnen? Ga dan kiezen. Terug kan altijd.',
    decideNext: 'Laat stemmen over de voorstellen, kies de opgave en bevries daarna het bord.',
    statementNext:
      'Het bord is vastgelegd, en er staat een concept klaar. Schrijf samen de verklaring. Is de tekst van iedereen? Leg hem dan vast; daarna krijgt elke partner een link om te tekenen.',
    toStatement: 'Naar de verklaring',
    signNext: 'Geef elke partner de eigen link. Heeft iedereen gereageerd? Sluit dan af.',
    closedNext: 'De kick-off is klaar. Bewaar de verklaring en geef haar aan de partners.',
    goOrder: 'Ga ordenen',
    goDecide: 'Ga kiezen',
    goClosed: 'Sluit de kick-off af',
    closeTitle: 'De kick-off afsluiten?',
    closeAll: 'Alle partners hebben gereageerd.',
    closeOpen: (open: number, all: number) =>
      `${open} van ${all} partners ${open === 1 ? 'heeft' : 'hebben'} nog niet gereageerd. Daarna werkt hun link om te tekenen niet meer:`,
    closeUndone: 'Je kunt later terug naar tekenen.',
    leftOpen: (n: number) =>
      n === 1
        ? 'In één onderdeel staat nog een voorzet die niet is ingevuld (…):'
        : `In ${n} onderdelen staat nog een voorzet die niet is ingevuld (…):`,
    leftOpenText: 'Zo komt dat in de tekst die iedereen tekent. Ga erheen, of leg de tekst toch zo vast.',
    beforeSections: 'Begin van de tekst',
    backTo: (phase: string) => `Terug naar ${phase}`,
    collect: 'ophalen',
    order: 'ordenen',
    decide: 'kiezen',
    sign: 'tekenen',
    freezeBoard: 'Bevries het bord',
    freezeBoardTitle: 'Het bord bevriezen?',
    freezeBoardText: (notes: number, lines: number) =>
      `Het bord met ${notes} briefjes en ${lines} ${lines === 1 ? 'lijn' : 'lijnen'} wordt vastgelegd en krijgt een controlegetal. Daarna kan niemand er nog iets aan veranderen, ook jij niet. De verklaring begint met een concept uit het bord.`,
    freezeNeedsChoice: 'Eerst moet de opgave gekozen zijn, en de uitslag van elke stemming getoond.',
    freezeStatement: 'Leg de verklaring vast',
    freezeStatementTitle: 'De verklaring vastleggen?',
    freezeStatementText: (version: number, partners: number) =>
      `De tekst wordt versie ${version} en krijgt een controlegetal. Daarna kan niemand er nog iets aan veranderen. ${partners} partners krijgen elk een eigen link om te tekenen.`,
    notUndone: 'Dit kun je niet terugdraaien.',
    cancel: 'Nog niet',
    inviteTitle: 'Laat mensen binnen',
    roster: 'Wie doen er mee?',
    rosterCount: (n: number, here: number, partners: number, all: number) =>
      `${people(n)}, ${here} nu hier, ${partners} van ${all} partners`,
    silent: (names: string) => `Nog niet hier: ${names}`,
    forSelf: 'voor zichzelf',
    mayOrder: 'Mag ordenen',
    ordersToo: 'mag ordenen',
    remove: 'Haal uit de sessie',
    letIn: 'Laat weer toe',
    removed: 'uit de sessie',
    here: 'nu hier',
    exports: 'Bewaar en deel',
    handedTitle: 'Aan jou gegeven',
    handedCount: (waiting: number, handled: number) =>
      `${waiting === 1 ? '1 tekst wacht' : `${waiting} teksten wachten`} op jou: ze kwamen te laat voor het bord of de verklaring.${handled > 0 ? ` ${handled} afgehandeld.` : ''}`,
    handedBy: (name: string, partner: string, day: string, time: string) =>
      `${name}, ${partner} · geschreven op ${day} om ${time} uur`,
    handled: 'Afgehandeld',
    someone: 'Iemand',
    copy: 'Kopieer',
    copied: 'Gekopieerd',
  },
  {
    opening: 'Opening…',
    notLeading: 'This page is for the facilitator',
    notLeadingText: 'You take part as a participant. Go to the board, or open the facilitator’s link.',
    toBoard: 'To the board',
    linkFailed: 'The facilitator’s link does not work',
    next: 'Next step',
    phaseDesk: 'The phase of the session',
    collectNext: 'Is everything that matters on the board? Then go and order it. You can always go back.',
    orderNext: 'Do the notes lie in lines? Then go and decide. You can always go back.',
    decideNext: 'Have the proposals voted on, choose the challenge, and then freeze the board.',
    statementNext:
      'The board is fixed, and a draft is ready. Write the statement together. Is the text everybody’s? Then fix it; every partner gets a link to sign with.',
    toStatement: 'To the statement',
    signNext: 'Give every partner its own link. Has everybody answered? Then close.',
    closedNext: 'The kick-off is done. Keep the statement and give it to the partners.',
    goOrder: 'Go and order',
    goDecide: 'Go and decide',
    goClosed: 'Close the kick-off',
    closeTitle: 'Close the kick-off?',
    closeAll: 'All partners have answered.',
    closeOpen: (open: number, all: number) =>
      `${open} of ${all} partners ${open === 1 ? 'has' : 'have'} not answered yet. After this their link to sign no longer works:`,
    closeUndone: 'You can go back to signing later.',
    leftOpen: (n: number) =>
      n === 1
        ? 'One section still holds an opening that was not filled in (…):'
        : `${n} sections still hold an opening that was not filled in (…):`,
    leftOpenText:
      'As it is, that will be in the text that everybody signs. Go there, or fix the text all the same.',
    beforeSections: 'Beginning of the text',
    backTo: (phase: string) => `Back to ${phase}`,
    collect: 'collecting',
    order: 'ordering',
    decide: 'deciding',
    sign: 'signing',
    freezeBoard: 'Freeze the board',
    freezeBoardTitle: 'Freeze the board?',
    freezeBoardText: (notes: number, lines: number) =>
      `The board with ${notes} notes and ${lines} ${lines === 1 ? 'line' : 'lines'} is fixed and gets a fingerprint. After that nobody can change anything on it, you included. The statement begins with a draft made from the board.`,
    freezeNeedsChoice: 'The challenge has to be chosen first, and the result of every vote shown.',
    freezeStatement: 'Fix the statement',
    freezeStatementTitle: 'Fix the statement?',
    freezeStatementText: (version: number, partners: number) =>
      `The text becomes version ${version} and gets a fingerprint. After that nobody can change it. ${partners} partners each get a link to sign with.`,
    notUndone: 'This cannot be undone.',
    cancel: 'Not yet',
    inviteTitle: 'Let people in',
    roster: 'Who takes part?',
    rosterCount: (n: number, here: number, partners: number, all: number) =>
      `${peopleEn(n)}, ${here} here now, ${partners} of ${all} partners`,
    silent: (names: string) => `Not here yet: ${names}`,
    forSelf: 'for themself',
    mayOrder: 'May order',
    ordersToo: 'may order',
    remove: 'Remove',
    letIn: 'Let in again',
    removed: 'removed',
    here: 'here now',
    exports: 'Keep and share',
    handedTitle: 'Handed to you',
    handedCount: (waiting: number, handled: number) =>
      `${waiting === 1 ? '1 text waits' : `${waiting} texts wait`} for you: too late for the board or the statement.${handled > 0 ? ` ${handled} dealt with.` : ''}`,
    handedBy: (name: string, partner: string, day: string, time: string) =>
      `${name}, ${partner} · written on ${day} at ${time}`,
    handled: 'Dealt with',
    someone: 'Somebody',
    copy: 'Copy',
    copied: 'Copied',
  },
)
