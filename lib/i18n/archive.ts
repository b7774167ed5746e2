import { catalogue } from './messages.ts'

/** Bringing a session back from its file, and what stands above one that was. */
export const archiveMessages = catalogue(
  {
    title: 'Haal een sessie terug',
    lead: 'Kies het JSON-bestand van een verklaring. Je krijgt de hele sessie terug om te lezen: het bord, de tekst, de uitslagen en wie tekende.',
    leadMore:
      'Er kan niets meer in veranderen. Een bestand waarin iets is veranderd, wordt niet teruggehaald.',
    choose: 'Kies het JSON-bestand',
    drop: 'Of sleep het bestand hierheen.',
    bringing: (name: string) => `We kijken ${name} na en zetten de sessie klaar …`,
    failed: 'De sessie is niet teruggehaald',
    offline: 'Er is geen verbinding. Kijk of je internet hebt en kies het bestand nog eens.',
    broughtBack: (date: string) => `Teruggehaald op ${date}, om te lezen. Er verandert hier niets meer.`,
    ours: 'Het bestand is door deze installatie verzegeld.',
    others:
      'Het bestand is door een andere installatie verzegeld, met het certificaat met deze vingerafdruk:',
    share: 'Laat anderen meelezen',
    link: 'Link om mee te lezen',
    copy: 'Kopieer',
    copied: 'Gekopieerd',
  },
  {
    title: 'Bring a session back',
    lead: 'Choose the JSON file of a statement. You get the whole session back to read: the board, the text, the outcomes and who signed.',
    leadMore: 'Nothing in it can change any more. A file in which something was changed is not brought back.',
    choose: 'Choose the JSON file',
    drop: 'Or drag the file here.',
    bringing: (name: string) => `Checking ${name} and laying the session out …`,
    failed: 'The session was not brought back',
    offline: 'There is no connection. See whether you are online and choose the file again.',
    broughtBack: (date: string) => `Brought back on ${date}, to be read. Nothing changes here any more.`,
    ours: 'The file was sealed by this installation.',
    others: 'The file was sealed by another installation, with the certificate of this fingerprint:',
    share: 'Let others read along',
    link: 'Link to read along',
    copy: 'Copy',
    copied: 'Copied',
  },
)
