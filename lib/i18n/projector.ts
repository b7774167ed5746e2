import { catalogue } from './messages.ts'

/** What the hall reads on the wall. */
export const projectorMessages = catalogue(
  {
    title: (network: string) => `Projectorscherm van ${network}`,
    loading: 'Het scherm komt eraan…',
    refused: 'Dit scherm kan niet open',
    offline: 'Even geen verbinding. Dit is hoe het stond.',
    join: 'Doe mee',
    people: (n: number, partners: number) =>
      `${n} ${n === 1 ? 'deelnemer' : 'deelnemers'}, ${partners} ${partners === 1 ? 'partner' : 'partners'}`,
    next: (title: string) => `Daarna: ${title}`,
    lines: 'De lijnen',
    noLines: 'Er zijn nog geen lijnen.',
    more: (n: number) => `en nog ${n}`,
    proposals: 'Voorstellen voor de opgave',
    noProposals: 'Er zijn nog geen voorstellen.',
    definition: 'Onze opgave',
    voting: 'Er wordt gestemd',
    voted: (n: number, partners: number) =>
      `${n} ${n === 1 ? 'stem' : 'stemmen'} binnen, ${partners} ${partners === 1 ? 'partner' : 'partners'}`,
    partnersVoted: (n: number) => `${n} ${n === 1 ? 'partner heeft' : 'partners hebben'} gestemd`,
    closed: 'De stemming is gesloten. De uitslag komt zo.',
    statement: 'De netwerkverklaring',
    notYet: 'De verklaring begint als het bord is vastgelegd.',
    signing: 'Wie hebben getekend?',
    signed: 'getekend',
    declined: 'tekent niet',
    open: 'nog niet',
  },
  {
    title: (network: string) => `Projector screen of ${network}`,
    loading: 'The screen is on its way…',
    refused: 'This screen can’t be opened',
    offline: 'No connection for a moment. This is how it stood.',
    join: 'Join',
    people: (n: number, partners: number) =>
      `${n} ${n === 1 ? 'participant' : 'participants'}, ${partners} ${partners === 1 ? 'partner' : 'partners'}`,
    next: (title: string) => `After this: ${title}`,
    lines: 'The lines',
    noLines: 'There are no lines yet.',
    more: (n: number) => `and ${n} more`,
    proposals: 'Proposals for the challenge',
    noProposals: 'There are no proposals yet.',
    definition: 'Our challenge',
    voting: 'A vote is under way',
    voted: (n: number, partners: number) =>
      `${n} ${n === 1 ? 'vote' : 'votes'} in, ${partners} ${partners === 1 ? 'partner' : 'partners'}`,
    partnersVoted: (n: number) => `${n} ${n === 1 ? 'partner has' : 'partners have'} voted`,
    closed: 'The vote is closed. The result comes in a moment.',
    statement: 'The network statement',
    notYet: 'The statement begins when the board is fixed.',
    signing: 'Who has signed?',
    signed: 'signed',
    declined: 'does not sign',
    open: 'not yet',
  },
)
