import { catalogue } from './messages.ts'

/** A fixed text that is opened again, and the version that takes its place. */
export const reopeningMessages = catalogue(
  {
    reopen: 'Verander de tekst toch nog',
    title: 'De tekst weer openen?',
    text: (version: number) =>
      `Jullie schrijven dan verder aan versie ${version + 1}. Versie ${version} blijft bewaard zoals zij is vastgelegd. Zolang de tekst open is, kan niemand tekenen.`,
    answered: (n: number) =>
      n === 1
        ? 'Eén partner heeft al gereageerd. Die leest en tekent ook de nieuwe versie, via dezelfde link.'
        : `${n} partners hebben al gereageerd. Zij lezen en tekenen ook de nieuwe versie, via dezelfde link.`,
    back: (version: number) =>
      `Toch niets veranderd? Leg de tekst dan ongewijzigd weer vast: versie ${version} geldt weer, met alle handtekeningen.`,
    action: 'Open de tekst',
    later:
      'Moet er toch nog iets anders, voordat alle partners tekenden? Dan kun je de tekst weer openen voor een volgende versie.',
    writing: (version: number, date: string) =>
      `Jullie schrijven aan versie ${version + 1}. Versie ${version} van ${date} blijft bewaard zoals zij is.`,
    waitTitle: 'Er komt een nieuwe versie',
    replaces: (version: number, former: number) =>
      `Dit is versie ${version}. Zij komt in de plaats van versie ${former}.`,
    signed:
      'Jullie ondertekenden de vorige versie. Dat geldt niet voor deze tekst: lees haar en teken opnieuw.',
    declined:
      'Jullie lieten bij de vorige versie weten niet te ondertekenen. Lees wat er is veranderd en laat het opnieuw weten.',
    differences: 'Wat is er veranderd?',
  },
  {
    reopen: 'Change the text after all',
    title: 'Open the text again?',
    text: (version: number) =>
      `You then write on, at version ${version + 1}. Version ${version} is kept as it was fixed. Nobody can sign while the text is open.`,
    answered: (n: number) =>
      n === 1
        ? 'One partner has answered already. They read and sign the new version too, by the same link.'
        : `${n} partners have answered already. They read and sign the new version too, by the same link.`,
    back: (version: number) =>
      `Nothing changed after all? Fix the text as it is: version ${version} then holds again, with all its signatures.`,
    action: 'Open the text',
    later:
      'Must something change after all, before all partners signed? Then you can open the text again for a next version.',
    writing: (version: number, date: string) =>
      `You are writing version ${version + 1}. Version ${version} of ${date} is kept as it is.`,
    waitTitle: 'A new version is on its way',
    replaces: (version: number, former: number) =>
      `This is version ${version}. It takes the place of version ${former}.`,
    signed: 'You signed the former version. That does not hold for this text: read it and sign anew.',
    declined: 'You declined to sign the former version. Read what changed and answer anew.',
    differences: 'What changed?',
  },
)
