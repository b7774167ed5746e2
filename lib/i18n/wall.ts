import { catalogue } from './messages.ts'

export const wallMessages = catalogue(
  {
    wall: 'Het mozaïek',
    keys: 'Met de pijltjes ga je langs de briefjes. Enter opent een briefje, N legt er een neer, C maakt cement, Alt met een pijltje verplaatst het, plus en min gaan dichterbij en verder weg, 0 laat alles zien.',
    tools: 'Hoe je kijkt',
    zoom: 'Vergroting',
    zoomIn: 'Dichterbij',
    zoomOut: 'Verder weg',
    showAll: 'Laat alles zien',
    pointers: 'Laat zien waar anderen wijzen',
    links: 'Laat zien welke briefjes cement verbindt',
    hall: 'Groot, voor de zaal',
    help: (name: string) => `Hulp bij ${name}`,
    closeHelp: 'Sluit de hulp',
  },
  {
    wall: 'The mosaic',
    keys: 'The arrows go along the notes. Enter opens a note, N puts one down, C makes cement, Alt with an arrow moves it, plus and minus go nearer and further off, 0 shows everything.',
    tools: 'How you look',
    zoom: 'Enlargement',
    zoomIn: 'Nearer',
    zoomOut: 'Further off',
    showAll: 'Show everything',
    pointers: 'Show where others point',
    links: 'Show which notes cement holds together',
    hall: 'Large, for the hall',
    help: (name: string) => `Help with ${name}`,
    closeHelp: 'Close the help',
  },
)
