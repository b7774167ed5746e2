import { catalogue } from './messages.ts'

const notes = (n: number) => (n === 1 ? '1 briefje' : `${n} briefjes`)
const notesEn = (n: number) => (n === 1 ? '1 note' : `${n} notes`)

/** Moving notes by keys. */
export const movingMessages = catalogue(
  {
    held: (n: number) =>
      `${notes(n)} opgepakt. Pijltjes omhoog en omlaag schuiven, links en rechts gaan naar een andere bouwsteen. Enter legt neer, Escape zet terug.`,
    at: (tile: string, place: number, of: number) => `${tile}, plaats ${place} van ${of}.`,
    laid: (n: number, tile: string, place: number) =>
      n === 1 ? `Neergelegd bij ${tile}, plaats ${place}.` : `${notes(n)} neergelegd bij ${tile}.`,
    back: (n: number): string =>
      n === 1 ? 'Het briefje ligt waar het lag.' : 'De briefjes liggen waar ze lagen.',
  },
  {
    held: (n: number) =>
      `${notesEn(n)} picked up. Arrows up and down shift, left and right go to another building block. Enter puts down, Escape puts back.`,
    at: (tile: string, place: number, of: number) => `${tile}, place ${place} of ${of}.`,
    laid: (n: number, tile: string, place: number) =>
      n === 1 ? `Put down with ${tile}, place ${place}.` : `${notesEn(n)} put down with ${tile}.`,
    back: (n: number): string => (n === 1 ? 'The note lies where it lay.' : 'The notes lie where they lay.'),
  },
)
