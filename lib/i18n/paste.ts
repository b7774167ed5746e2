import { catalogue } from './messages.ts'

const notes = (n: number) => `${n} ${n === 1 ? 'briefje' : 'briefjes'}`
const notesEn = (n: number) => `${n} ${n === 1 ? 'note' : 'notes'}`

/** Copying notes, and what is pasted laid down as notes. */
export const pasteMessages = catalogue(
  {
    title: (n: number, tile: string) => `${notes(n)} neerleggen bij ${tile}?`,
    tile: 'Bij welke bouwsteen?',
    split: 'Maak een briefje van',
    line: 'elke regel of alinea',
    paragraph: 'elk blok tussen witregels',
    row: 'elke rij',
    cell: 'elke cel',
    one: 'alles samen',
    hint: 'Verander wat je wilt. Enter knipt een briefje in tweeën, Backspace vooraan plakt het aan het vorige.',
    text: (n: number, of: number) => `Briefje ${n} van ${of}`,
    join: (n: number) => `Plak briefje ${n} aan het vorige`,
    drop: (n: number) => `Laat briefje ${n} weg`,
    tooLong: (n: number) =>
      n === 1
        ? '1 tekst was te lang voor een briefje en is in stukken geknipt.'
        : `${n} teksten waren te lang voor een briefje en zijn in stukken geknipt.`,
    full: (left: number, most: number) =>
      left === 0
        ? `Je hebt al ${most} briefjes neergelegd. Meer past niet, ook als er in de prullenbak liggen.`
        : `Je kunt er nog ${left} neerleggen: meer dan ${most} briefjes per persoon past niet. De rest gaat niet mee.`,
    lay: (n: number) => `Leg ${notes(n)} neer`,
    cancel: 'Toch niet',
    laid: (n: number, tile: string) => `${notes(n)} neergelegd bij ${tile}.`,
    nothing: 'Er staat geen tekst op het klembord.',
    copied: (n: number) => `${notes(n)} gekopieerd.`,
    severalLines: (n: number) => `Dit zijn ${n} regels op één briefje.`,
    makeSeveral: 'Maak er meer briefjes van',
  },
  {
    title: (n: number, tile: string) => `Put ${notesEn(n)} with ${tile}?`,
    tile: 'With which building block?',
    split: 'Make a note of',
    line: 'each line or paragraph',
    paragraph: 'each block between empty lines',
    row: 'each row',
    cell: 'each cell',
    one: 'all of it together',
    hint: 'Change what you like. Enter cuts a note in two, Backspace at its start joins it to the one before.',
    text: (n: number, of: number) => `Note ${n} of ${of}`,
    join: (n: number) => `Join note ${n} to the one before`,
    drop: (n: number) => `Leave note ${n} out`,
    tooLong: (n: number) =>
      n === 1
        ? '1 text was too long for a note and was cut in pieces.'
        : `${n} texts were too long for a note and were cut in pieces.`,
    full: (left: number, most: number) =>
      left === 0
        ? `You have put down ${most} notes already. No more fit, those in the bin counted.`
        : `You can put down ${left} more: no more than ${most} notes a person fit. The rest stays behind.`,
    lay: (n: number) => `Put ${notesEn(n)} down`,
    cancel: 'Never mind',
    laid: (n: number, tile: string) => `${notesEn(n)} put with ${tile}.`,
    nothing: 'There is no text on the clipboard.',
    copied: (n: number) => `${notesEn(n)} copied.`,
    severalLines: (n: number) => `These are ${n} lines on one note.`,
    makeSeveral: 'Make several notes of it',
  },
)
