import { catalogue } from './messages.ts'

export const signatoriesMessages = catalogue(
  {
    title: 'Handtekeningen',
    count: (signed: number, all: number) => `${signed} van ${all} partners hebben getekend.`,
    open: 'Nog niet gereageerd',
    signed: (name: string, role: string, date: string) => `Getekend door ${name}, ${role}, op ${date}`,
    declined: (name: string, role: string, date: string) => `Niet getekend: ${name}, ${role}, op ${date}`,
    link: (partner: string) => `Link om te tekenen voor ${partner}`,
    copy: 'Kopieer',
    copied: 'Gekopieerd',
  },
  {
    title: 'Signatures',
    count: (signed: number, all: number) => `${signed} of ${all} partners have signed.`,
    open: 'No answer yet',
    signed: (name: string, role: string, date: string) => `Signed by ${name}, ${role}, on ${date}`,
    declined: (name: string, role: string, date: string) => `Not signed: ${name}, ${role}, on ${date}`,
    link: (partner: string) => `Link to sign for ${partner}`,
    copy: 'Copy',
    copied: 'Copied',
  },
)
