import { catalogue } from './messages.ts'

const people = (n: number) => `${n} ${n === 1 ? 'verzonnen deelnemer' : 'verzonnen deelnemers'}`
const peopleEn = (n: number) => `${n} made-up ${n === 1 ? 'participant' : 'participants'}`

/** Rehearsing with made-up people, and wiping what was made. */
export const rehearsalMessages = catalogue(
  {
    title: 'Eerst oefenen?',
    running: 'Je oefent',
    intro:
      'Laat verzonnen deelnemers meedoen en loop alles vast een keer door. Daarna wis je wat er ligt; je programma, partners, link en code blijven.',
    begin: 'Oefen met verzonnen deelnemers',
    present: (n: number) =>
      `Er doen ${people(n)} mee. Achter hun naam staat (proef), voor hun teksten [proef].`,
    write: 'Laat ze briefjes schrijven',
    desks: 'Laat ze op hun bureau schrijven',
    prepare: 'Laat ze de voorbereiding invullen',
    order: 'Laat ze lijnen leggen',
    breakthrough: 'Laat ze de doorbraak invullen',
    results: 'Laat ze resultaten opschrijven',
    statement: 'Laat ze meeschrijven aan de verklaring',
    propose: 'Laat ze voorstellen doen',
    vote: 'Laat ze stemmen',
    done: 'Laat ze zeggen dat ze klaar zijn',
    limit: 'Een verklaring vastleggen kan pas als de proef gewist is.',
    fold: 'Oefenen of alles wissen',
    wipe: 'Wis alles en begin opnieuw',
    wipeTitle: 'Alles wissen wat er gemaakt is?',
    wipeText: (notes: number) =>
      `Weg gaan: ${notes === 1 ? '1 briefje' : `${notes} briefjes`} met alles eraan, lijnen, voorstellen, stemmingen, bureaus, tafels, de klok en verzonnen deelnemers. Ook van echte deelnemers.`,
    wipeKept: 'Blijven: de titel, partners, dagen, het programma, de link en code, en wie al binnen is.',
    madeUp: 'Verzonnen',
  },
  {
    title: 'Rehearse first?',
    running: 'You are rehearsing',
    intro:
      'Let made-up participants take part and go through it all once. Then you wipe what is there; your programme, partners, link and code stay.',
    begin: 'Rehearse with made-up participants',
    present: (n: number) =>
      `${peopleEn(n)} take part. Their names end in (rehearsal), their texts begin with [rehearsal].`,
    write: 'Have them write notes',
    desks: 'Have them write on their desks',
    prepare: 'Have them prepare',
    order: 'Have them lay lines',
    breakthrough: 'Have them fill in the breakthrough',
    results: 'Have them write down results',
    statement: 'Have them write along in the statement',
    propose: 'Have them put proposals forward',
    vote: 'Have them vote',
    done: 'Have them say that they are done',
    limit: 'A statement can be fixed only after the rehearsal is wiped.',
    fold: 'Rehearse, or wipe everything',
    wipe: 'Wipe everything and begin anew',
    wipeTitle: 'Wipe everything that was made?',
    wipeText: (notes: number) =>
      `What goes: ${notes === 1 ? '1 note' : `${notes} notes`} with all that is on them, lines, proposals, votes, desks, tables, the clock and made-up participants. Also what real participants made.`,
    wipeKept: 'What stays: the title, partners, days, the programme, link and code, and who is in already.',
    madeUp: 'Made up',
  },
)
