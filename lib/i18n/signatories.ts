import { catalogue } from './messages.ts'

export const signatoriesMessages = catalogue(
  {
    title: 'Handtekeningen',
    count: (signed: number, all: number) =>
      `${signed} van ${all} partners ${signed === 1 ? 'heeft' : 'hebben'} getekend.`,
    open: 'Nog niet gereageerd',
    together: (signed: number, of: number) =>
      `${signed} van ${of} ondertekenaars heeft getekend; samen tekenen zij.`,
    nth: (place: number, name: string | null) => `Ondertekenaar ${place}${name ? `: ${name}` : ''}`,
    nthOf: (partner: string, place: number) => `${partner}, ondertekenaar ${place}`,
    signed: (name: string, role: string, date: string) => `Getekend door ${name}, ${role}, op ${date}`,
    declined: (name: string, role: string, date: string) => `Niet getekend: ${name}, ${role}, op ${date}`,
    withdrawn: (name: string, role: string, date: string) =>
      `Teruggetrokken door ${name}, ${role}, op ${date}`,
    link: (partner: string) => `Link om te tekenen voor ${partner}`,
    insecure: 'Met deze links kan niemand ondertekenen',
    insecureText:
      'Ze beginnen met http, en een browser zet een handtekening alleen op een adres met https. Open deze pagina op het https-adres van het bord: dan gaan de links mee. Is dat er niet, vraag het dan aan wie het bord beheert.',
    staysHere: 'Andere apparaten kunnen deze links niet openen',
    staysHereText:
      'Ze wijzen naar deze computer zelf. Open deze pagina op het https-adres van het bord: dan gaan de links mee. Op deze computer zelf kan ieder na elkaar tekenen.',
    copy: 'Kopieer',
    copied: 'Gekopieerd',
  },
  {
    title: 'Signatures',
    count: (signed: number, all: number) =>
      `${signed} of ${all} partners ${signed === 1 ? 'has' : 'have'} signed.`,
    open: 'No answer yet',
    together: (signed: number, of: number) => `${signed} of ${of} signatories signed; they sign together.`,
    nth: (place: number, name: string | null) => `Signatory ${place}${name ? `: ${name}` : ''}`,
    nthOf: (partner: string, place: number) => `${partner}, signatory ${place}`,
    signed: (name: string, role: string, date: string) => `Signed by ${name}, ${role}, on ${date}`,
    declined: (name: string, role: string, date: string) => `Not signed: ${name}, ${role}, on ${date}`,
    withdrawn: (name: string, role: string, date: string) => `Withdrawn by ${name}, ${role}, on ${date}`,
    link: (partner: string) => `Link to sign for ${partner}`,
    insecure: 'Nobody can sign by these links',
    insecureText:
      'They begin with http, and a browser makes a signature at an address with https only. Open this page at the https address of the board: the links then follow. If there is none, ask whoever runs the board.',
    staysHere: 'Other devices can’t open these links',
    staysHereText:
      'They lead to this very computer. Open this page at the https address of the board: the links then follow. On this computer itself everybody can sign in turn.',
    copy: 'Copy',
    copied: 'Copied',
  },
)
