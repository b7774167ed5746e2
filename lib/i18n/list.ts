import { catalogue } from './messages.ts'

const notes = (n: number) => (n === 1 ? '1 briefje' : `${n} briefjes`)
const lie = (n: number) => (n === 1 ? '1 briefje ligt' : `${n} briefjes liggen`)
const notesEn = (n: number) => (n === 1 ? '1 note' : `${n} notes`)
const lieEn = (n: number) => (n === 1 ? '1 note lies' : `${n} notes lie`)

export const listMessages = catalogue(
  {
    groupBy: 'Onder elkaar per',
    bouwsteen: 'Bouwsteen',
    line: 'Lijn',
    keys: 'Sneltoetsen',
    loose: 'Zonder lijn',
    empty: 'Leeg',
    nothingFound: 'Geen briefje past bij wat je zoekt.',
    add: (name: string) => `Leg een briefje bij ${name}`,
    tickAll: 'Vink alles aan',
    untickAll: 'Vink alles uit',
    of: (what: string, where: string) => `${what}: ${where}`,
    tick: (text: string) => `Vink aan: ${text}`,
    tickedTitle: 'Aangevinkte briefjes',
    ticked: (n: number) => `${notes(n)} aangevinkt`,
    tickedHidden: (n: number) =>
      n === 1 ? '1 daarvan laat je zoekopdracht weg' : `${n} daarvan laat je zoekopdracht weg`,
    toLine: 'Leg in lijn',
    toTile: 'Verplaats',
    duplicate: 'Verdubbel',
    bin: 'Gooi weg',
    cement: 'Cement',
    untick: 'Vink uit',
    chosen: (n: number) => `${notes(n)} gekozen`,
    letGo: 'Laat los',
    open: 'Open',
    lineTitle: (n: number) => `In welke lijn ${n === 1 ? 'hoort dit briefje' : `horen deze ${n} briefjes`}?`,
    lineSearch: 'Zoek een lijn, of typ een nieuwe naam',
    lineEnter: 'Enter kiest de bovenste.',
    makeLine: (title: string) => `Maak de lijn ‘${title}’`,
    noLine: 'Uit de lijn halen',
    tileTitle: (n: number) =>
      `Bij welke bouwsteen ${n === 1 ? 'hoort dit briefje' : `horen deze ${n} briefjes`}?`,
    tileHint: 'Kies met de pijltjes en Enter, of met een cijfer van 1 tot 7.',
    tileHere: (n: number): string => (n === 1 ? 'ligt hier nu' : 'liggen hier nu'),
    inLine: (n: number, title: string) => `${lie(n)} in de lijn ‘${title}’.`,
    inNoLine: (n: number) => `${lie(n)} in geen lijn meer.`,
    atTile: (n: number, name: string) => `${lie(n)} nu bij ${name}.`,
    duplicated: (n: number) => `${notes(n)} verdubbeld.`,
    binned: (n: number) => `${lie(n)} in de prullenbak.`,
    notYours: (n: number) =>
      n === 1
        ? '1 briefje is van iemand anders en blijft liggen.'
        : `${n} briefjes zijn van anderen en blijven liggen.`,
    noneYet: 'Ga eerst naar een briefje, of kies er een paar.',
  },
  {
    groupBy: 'Listed by',
    bouwsteen: 'Building block',
    line: 'Line',
    keys: 'Shortcuts',
    loose: 'Without a line',
    empty: 'Empty',
    nothingFound: 'No note fits what you look for.',
    add: (name: string) => `Put a note with ${name}`,
    tickAll: 'Tick all',
    untickAll: 'Untick all',
    of: (what: string, where: string) => `${what}: ${where}`,
    tick: (text: string) => `Tick: ${text}`,
    tickedTitle: 'Ticked notes',
    ticked: (n: number) => `${notesEn(n)} ticked`,
    tickedHidden: (n: number) => `${n} of them left out by your search`,
    toLine: 'Lay in line',
    toTile: 'Move',
    duplicate: 'Duplicate',
    bin: 'Throw away',
    cement: 'Cement',
    untick: 'Untick',
    chosen: (n: number) => `${notesEn(n)} chosen`,
    letGo: 'Let go',
    open: 'Open',
    lineTitle: (n: number) =>
      `In which line ${n === 1 ? 'does this note belong' : `do these ${n} notes belong`}?`,
    lineSearch: 'Search a line, or type a new name',
    lineEnter: 'Enter takes the first.',
    makeLine: (title: string) => `Make the line ‘${title}’`,
    noLine: 'Take out of the line',
    tileTitle: (n: number) =>
      `With which building block ${n === 1 ? 'does this note belong' : `do these ${n} notes belong`}?`,
    tileHint: 'Choose by arrows and Enter, or by a digit from 1 to 7.',
    tileHere: (n: number): string => (n === 1 ? 'lies here now' : 'lie here now'),
    inLine: (n: number, title: string) => `${lieEn(n)} in the line ‘${title}’.`,
    inNoLine: (n: number) => `${lieEn(n)} in no line any more.`,
    atTile: (n: number, name: string) => `${lieEn(n)} with ${name} now.`,
    duplicated: (n: number) => `${notesEn(n)} duplicated.`,
    binned: (n: number) => `${lieEn(n)} in the bin.`,
    notYours: (n: number) =>
      n === 1 ? '1 note is somebody else’s and stays.' : `${n} notes are others’ and stay.`,
    noneYet: 'Go to a note first, or choose some.',
  },
)
