import { catalogue } from './messages.ts'

/** What became of one's notes, and asking for another look at one that lies in no line. */
export const ownNotesMessages = catalogue(
  {
    bar: (placed: number, all: number) =>
      all === 1
        ? placed === 1
          ? 'Jouw briefje ligt in een lijn'
          : 'Jouw briefje ligt in geen lijn'
        : `${placed} van jouw ${all} briefjes ${placed === 1 ? 'ligt' : 'liggen'} in een lijn`,
    barNameless: 'Wat werd er van jouw briefjes?',
    title: 'Wat werd er van jouw briefjes?',
    done: 'Klaar',
    intro: 'Je ziet bij elk briefje van jou in welke lijn het nu ligt.',
    none: 'Van jou ligt er geen briefje met je naam op het bord.',
    nameless: (n: number) =>
      n === 1
        ? 'Eén briefje is zonder naam neergelegd. Van wie dat is, is nergens bewaard: ook jij ziet het hier dus niet terug. Mis je het in een lijn? Zeg het in de groep.'
        : `${n} briefjes zijn zonder naam neergelegd. Van wie ze zijn, is nergens bewaard: ook die van jou zie je hier dus niet terug. Mis je er een in een lijn? Zeg het in de groep.`,
    inLine: (title: string) => `Ligt in de lijn ‘${title}’`,
    untitled: 'Lijn zonder naam',
    loose: 'Ligt nog in geen lijn',
    binned: 'Ligt in de prullenbak',
    appeal: 'Dit hoort nog ergens bij',
    appealAbout: (note: string) => `Dit hoort nog ergens bij: ${note}`,
    appealHint: 'Wie ordent, ziet dat en kijkt er nog eens naar.',
    waiting: 'Je hebt gevraagd om er nog eens naar te kijken.',
    settled: 'Er is nog eens naar gekeken: het ligt in geen lijn.',
    takeBack: 'Toch niet',
    takeBackAbout: (note: string) => `Toch niet: ${note}`,
    again: 'Vraag het nog eens',
    againAbout: (note: string) => `Vraag het nog eens: ${note}`,
    sentences: 'In de verklaring',
    noSentence: 'Staat in geen zin van de verklaring.',
    toStatement: 'Naar de verklaring',
    asked: (n: number) => (n === 1 ? '1 briefje hoort nog ergens bij' : `${n} briefjes horen nog ergens bij`),
    askedIntro: 'Dat vindt wie het schreef. Leg het in een lijn, of geef aan dat je ernaar hebt gekeken.',
    by: (name: string) => `Volgens ${name}`,
    layIn: 'Leg in een lijn',
    layInAbout: (note: string) => `Leg in een lijn: ${note}`,
    looked: 'Bekeken',
    lookedAbout: (note: string) => `Bekeken: ${note}`,
  },
  {
    bar: (placed: number, all: number) =>
      all === 1
        ? placed === 1
          ? 'Your note lies in a line'
          : 'Your note lies in no line'
        : `${placed} of your ${all} notes ${placed === 1 ? 'lies' : 'lie'} in a line`,
    barNameless: 'What became of your notes?',
    title: 'What became of your notes?',
    done: 'Done',
    intro: 'With each of your notes you see in which line it lies now.',
    none: 'No note with your name lies on the board.',
    nameless: (n: number) =>
      n === 1
        ? 'One note was laid down without a name. Whose it is was kept nowhere, so you don’t find it back here either. Do you miss it in a line? Say so in the group.'
        : `${n} notes were laid down without a name. Whose they are was kept nowhere, so you don’t find yours back here either. Do you miss one in a line? Say so in the group.`,
    inLine: (title: string) => `Lies in the line ‘${title}’`,
    untitled: 'Line without a name',
    loose: 'Lies in no line yet',
    binned: 'Lies in the bin',
    appeal: 'This belongs somewhere',
    appealAbout: (note: string) => `This belongs somewhere: ${note}`,
    appealHint: 'Those who order see that and look at it once more.',
    waiting: 'You asked for another look at it.',
    settled: 'It was looked at once more: it lies in no line.',
    takeBack: 'Take that back',
    takeBackAbout: (note: string) => `Take that back: ${note}`,
    again: 'Ask once more',
    againAbout: (note: string) => `Ask once more: ${note}`,
    sentences: 'In the statement',
    noSentence: 'Is in no sentence of the statement.',
    toStatement: 'To the statement',
    asked: (n: number) => (n === 1 ? '1 note belongs somewhere' : `${n} notes belong somewhere`),
    askedIntro: 'So says who wrote it. Lay it in a line, or mark that you looked at it.',
    by: (name: string) => `Says ${name}`,
    layIn: 'Lay in a line',
    layInAbout: (note: string) => `Lay in a line: ${note}`,
    looked: 'Looked at',
    lookedAbout: (note: string) => `Looked at: ${note}`,
  },
)
