import { catalogue } from './messages.ts'

/** What is kept of oneself: read, corrected, taken away. */
export const ownDataMessages = catalogue(
  {
    title: 'Wat is er van mij bewaard?',
    loading: 'Even kijken …',
    intro: (lastDay: string) =>
      `Dit staat hier op jouw naam. Alles van deze sessie wordt verwijderd na ${lastDay}, ook dit.`,
    name: 'Je naam',
    nameHint: 'Verkeerd getypt? Verander hem hier. Bij alles wat je deed staat dan de nieuwe naam.',
    correct: 'Bewaar mijn naam',
    corrected: 'Je naam is veranderd. Wat al was vastgelegd of getekend, houdt de naam die er toen stond.',
    partner: (name: string) => `Je doet mee namens ${name}.`,
    forSelf: 'Je doet mee voor jezelf.',
    nothing: 'Je hebt hier nog niets geschreven of gekozen.',
    note: 'Briefjes, ook die in de prullenbak',
    reply: 'Antwoorden bij briefjes',
    reaction: 'Reacties op briefjes',
    line: 'Lijnen die je maakte',
    cement: 'Verbindingen die je maakte',
    proposal: 'Voorstellen voor de opgave',
    breakthrough: 'Wat tegenhoudt, en wat jullie eraan doen',
    result: 'Eerste resultaten',
    desk: 'Op je eigen bureau, alleen voor jou',
    vote: 'Stemmen op jouw naam',
    answer: 'Antwoorden op een check, op jouw naam',
    consent: 'Akkoord en kanttekeningen bij de verklaring',
    comment: 'Opmerkingen bij de tekst',
    intent: 'Of je partner van plan is te tekenen',
    missing: 'Wie er volgens jou nog ontbreekt',
    handed: 'Teksten die je aan de begeleider gaf',
    secret: (votes: number, answers: number) =>
      `Je deed mee aan ${votes} anonieme ${votes === 1 ? 'stemming' : 'stemmingen'} en ${answers} anonieme ${answers === 1 ? 'check' : 'checks'}. Wat je daar koos is van niemand bewaard, dus ook niet van jou.`,
    deeds: (n: number) =>
      `In het logboek ${n === 1 ? 'staat 1 handeling' : `staan ${n} handelingen`} van jou: wat je deed en wanneer, niet wat je schreef of koos.`,
    removeTitle: 'Verwijder mij',
    removeIntro: 'Dan gebeurt dit, en het is niet terug te draaien:',
    goes1: 'Je naam verdwijnt. Overal staat daarna een schuilnaam, zoals “Oud-deelnemer 1”.',
    goes2:
      'Wat alleen voor jou of de begeleider was verdwijnt: je bureau, teksten die je doorgaf, wie je als ontbrekend noemde.',
    goes3: 'Je kunt niet meer in deze sessie. Wat er op dit apparaat van staat wordt gewist.',
    staysTitle: 'Dit blijft, zonder je naam:',
    stays1:
      'Wat je op het bord en bij de tekst schreef, want anderen bouwden daarop verder. Wil je dat weg? Gooi eigen briefjes eerst in de prullenbak.',
    stays2: 'Stemmen en antwoorden die meetelden, want anders klopt de uitslag niet meer.',
    stays3:
      'Het logboek, dat met een nummer zegt wie wat deed: wie daar iets uit haalt, breekt de keten die bewijst dat niets is veranderd.',
    staysNamed:
      'Mét je naam blijft alleen wat al is vastgelegd of getekend: een kanttekening in de verklaring, een handtekening, en bestanden die mensen hebben meegenomen. Dat is het bewijs van wat partners afspraken; het gaat weg met de hele sessie.',
    sure: 'Ja, verwijder mij uit deze sessie',
    remove: 'Verwijder mij …',
    done: 'Sluit',
  },
  {
    title: 'What is kept of me?',
    loading: 'Looking …',
    intro: (lastDay: string) =>
      `This is kept here in your name. All of this session is deleted after ${lastDay}, this too.`,
    name: 'Your name',
    nameHint: 'Mistyped? Change it here. All that you did then stands under the new name.',
    correct: 'Keep my name',
    corrected: 'Your name was changed. What was fixed or signed before keeps the name that stood there.',
    partner: (name: string) => `You take part for ${name}.`,
    forSelf: 'You take part for yourself.',
    nothing: 'You have not written or chosen anything here yet.',
    note: 'Notes, those in the bin too',
    reply: 'Replies to notes',
    reaction: 'Reactions to notes',
    line: 'Lines that you made',
    cement: 'Cement that you made',
    proposal: 'Proposals for the challenge',
    breakthrough: 'What holds back, and what you do about it',
    result: 'First results',
    desk: 'On your own desk, for you alone',
    vote: 'Votes in your name',
    answer: 'Answers to a check, in your name',
    consent: 'Agreement and reservations to the statement',
    comment: 'Comments on the text',
    intent: 'Whether your partner means to sign',
    missing: 'Who is still missing, as you said',
    handed: 'Texts that you gave to the facilitator',
    secret: (votes: number, answers: number) =>
      `You took part in ${votes} anonymous ${votes === 1 ? 'vote' : 'votes'} and ${answers} anonymous ${answers === 1 ? 'check' : 'checks'}. What was chosen there is kept of nobody, so not of you either.`,
    deeds: (n: number) =>
      `The record holds ${n} ${n === 1 ? 'act' : 'acts'} of yours: what you did and when, not what you wrote or chose.`,
    removeTitle: 'Remove me',
    removeIntro: 'Then this happens, and it can’t be undone:',
    goes1: 'Your name goes. A pseudonym stands everywhere instead, like “Former participant 1”.',
    goes2:
      'What was for you or the facilitator alone goes: your desk, texts that you handed over, whom you named as missing.',
    goes3: 'You can’t come into this session any more. What this device has of it is wiped.',
    staysTitle: 'This stays, without your name:',
    stays1:
      'What you wrote on the board and beside the text, for others built on it. Do you want that gone? Throw your own notes in the bin first.',
    stays2: 'Votes and answers that counted, or the result would no longer be right.',
    stays3:
      'The record, which says by a number who did what: whoever takes something out breaks the chain that proves that nothing was changed.',
    staysNamed:
      'Only what was fixed or signed before keeps your name: a reservation in the statement, a signature, and files that people took along. It is the proof of what partners agreed; it goes with the whole session.',
    sure: 'Yes, remove me from this session',
    remove: 'Remove me …',
    done: 'Close',
  },
)
