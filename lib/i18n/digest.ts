import { catalogue } from './messages.ts'

const people = (count: number) => (count === 1 ? '1 deelnemer' : `${count} deelnemers`)
const notesNl = (count: number) => (count === 1 ? '1 notitie' : `${count} notities`)
const notesEn = (count: number) => (count === 1 ? '1 note' : `${count} notes`)

/** The words of the digest; in the file they follow the session's language. */
export const digestMessages = catalogue(
  {
    kind: 'De oogst tot nu toe',
    documentTitle: (network: string) => `De oogst tot nu toe van ${network}`,
    subject: (network: string) => `${network}: dit brachten we in`,
    standing: (day: string, time: string) => `Zo lag het bord op ${day} om ${time}.`,
    counts: (notes: number, known: number, partners: number, of: number) =>
      `${notesNl(notes)} van ${people(known)}, ${partners} van de ${of} partners.`,
    nameless: (notes: number) => `${notesNl(notes)} zonder naam, zoals afgesproken.`,
    meeting: (when: string) => `We zien elkaar weer: ${when}.`,
    perBouwsteen: 'Per bouwsteen',
    perPartner: 'Per partner',
    notes: notesNl,
    nothing: 'Hier ligt nog niets.',
    nobody: 'Van deze partner ligt er nog niets op het bord.',
    otherwise: 'Nog in geen lijn',
    self: 'Op eigen titel',
    page: 'Pagina',
    of: 'van',
    title: 'De oogst van dag 1',
    explain:
      'Alles wat op het bord ligt, per bouwsteen en per partner: om vandaag nog rond te sturen. Wat er daarna bij komt, staat er niet in.',
    pdf: 'Download als PDF',
    mail: 'Tekst voor een mail',
    mailText: 'Tekst voor een mail; de eerste regel is het onderwerp',
    copy: 'Kopieer de tekst',
    copied: 'Gekopieerd: plak het in je mail',
  },
  {
    kind: 'The harvest so far',
    documentTitle: (network: string) => `The harvest so far of ${network}`,
    subject: (network: string) => `${network}: what we brought up`,
    standing: (day: string, time: string) => `As the board stood on ${day} at ${time}.`,
    counts: (notes: number, known: number, partners: number, of: number) =>
      `${notesEn(notes)} by ${known === 1 ? '1 participant' : `${known} participants`}, ${partners} of the ${of} partners.`,
    nameless: (notes: number) => `${notesEn(notes)} without a name, as was agreed.`,
    meeting: (when: string) => `We meet again: ${when}.`,
    perBouwsteen: 'By building block',
    perPartner: 'By partner',
    notes: notesEn,
    nothing: 'Nothing lies here yet.',
    nobody: 'Nothing of this partner lies on the board yet.',
    otherwise: 'In no line yet',
    self: 'Speaking for themselves',
    page: 'Page',
    of: 'of',
    title: 'The harvest of day 1',
    explain:
      'All that lies on the board, by building block and by partner: to send round today. What is added later is not in it.',
    pdf: 'Download as PDF',
    mail: 'Text for a mail',
    mailText: 'Text for a mail; its first line is the subject',
    copy: 'Copy the text',
    copied: 'Copied: paste it into your mail',
  },
)
