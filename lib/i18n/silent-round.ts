import { catalogue } from './messages.ts'

/** For who leads: collecting on private desks. */
export const silentRoundMessages = catalogue(
  {
    title: 'Stil voor jezelf',
    intro:
      'Laat iedereen eerst alleen schrijven, op een eigen bureau. Niemand ziet die briefjes, jij ook niet, tot je ze neerlegt. Zo telt ook wie niet als eerste praat.',
    promise: 'Wat beloof je?',
    named: 'Met naam',
    namedHint: 'Op het bord staat straks bij elk briefje wie het schreef, en namens wie.',
    anonymous: 'Zonder naam',
    anonymousHint:
      'Niemand kan later nagaan wie wat schreef, ook jij niet. Alles wordt geschud en komt tegelijk op het bord. Met minder dan drie schrijvers zegt dat weinig.',
    begin: 'Laat iedereen beginnen',
    beginHint:
      'Wat je belooft staat boven elk bureau. Van “met naam” naar “zonder naam” kan later nog; andersom niet.',
    runningNamed: 'Iedereen schrijft nu op een eigen bureau. Je hebt beloofd: met naam.',
    runningAnonymous: 'Iedereen schrijft nu op een eigen bureau. Je hebt beloofd: zonder naam.',
    writers: (n: number) => `${n} mensen hebben iets geschreven.`,
    fewWriters: 'Hoeveel mensen iets schreven, zie je hier vanaf drie.',
    notCounted: 'Hoeveel briefjes er liggen weet niemand voor het neerleggen.',
    allow: 'Iedereen mag de eigen briefjes zelf neerleggen',
    allowHint: 'Handig om ze een voor een te vertellen.',
    together: 'Zonder naam gaat alles tegelijk: legde iemand zelf iets neer, dan zag je van wie het is.',
    strengthen: 'Beloof toch: zonder naam',
    reveal: 'Leg alles neer',
    revealTitle: 'Alle briefjes neerleggen?',
    revealNamed:
      'Alles wat nu op de bureaus ligt komt tegelijk op het bord, met naam. De bureaus zijn daarna leeg.',
    revealAnonymous:
      'Alles wat nu op de bureaus ligt komt tegelijk op het bord, zonder naam en door elkaar. De bureaus worden echt gewist.',
    laidDown: (n: number) =>
      `De bureaus zijn leeg. Er ${n === 1 ? 'ligt nu 1 briefje' : `liggen nu ${n} briefjes`} op het bord.`,
    first: 'Leg eerst neer wat er op de bureaus ligt.',
  },
  {
    title: 'On your own',
    intro:
      'Have everybody write alone first, each on their own desk. Nobody sees those notes, you included, until you lay them down. That way those count too who are not the first to talk.',
    promise: 'What do you promise?',
    named: 'With names',
    namedHint: 'On the board each note will say who wrote it, and for whom.',
    anonymous: 'Without names',
    anonymousHint:
      'Nobody can find out later who wrote what, you included. Everything is shuffled and comes on the board at once. With fewer than three writers that says little.',
    begin: 'Have everybody begin',
    beginHint:
      'What you promise stands above every desk. You can still go from “with names” to “without names” later, but not the other way.',
    runningNamed: 'Everybody is writing on their own desk. You promised: with names.',
    runningAnonymous: 'Everybody is writing on their own desk. You promised: without names.',
    writers: (n: number) => `${n} people have written something.`,
    fewWriters: 'How many people wrote something is shown here from three on.',
    notCounted: 'How many notes there are nobody knows before they are laid down.',
    allow: 'Everybody may lay out their own notes',
    allowHint: 'Useful for telling about them one by one.',
    together:
      'Without names everything goes at once: if somebody laid out their own, you would see whose it is.',
    strengthen: 'Promise after all: without names',
    reveal: 'Lay everything down',
    revealTitle: 'Lay down all notes?',
    revealNamed:
      'Everything that lies on the desks comes on the board at once, with names. The desks are empty after that.',
    revealAnonymous:
      'Everything that lies on the desks comes on the board at once, without names and shuffled. The desks are really erased.',
    laidDown: (n: number) =>
      `The desks are empty. ${n === 1 ? '1 note lies' : `${n} notes lie`} on the board now.`,
    first: 'First lay down what is on the desks.',
  },
)
