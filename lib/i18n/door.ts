import { catalogue } from './messages.ts'

/** Who comes in, as what, and who leads: as the people at the door read it, and who opens it. */
export const doorMessages = catalogue(
  {
    waitingTitle: 'Je staat voor de deur',
    waitingText: 'De begeleider laat je zo binnen. Je hoeft niets te doen: deze pagina gaat vanzelf open.',
    waits: (n: number) => (n === 1 ? '1 persoon wacht voor de deur' : `${n} mensen wachten voor de deur`),
    admit: 'Laat binnen',
    admitAll: 'Laat iedereen binnen',
    turnAway: 'Laat niet binnen',
    turnedAway: (n: number) => (n === 1 ? '1 persoon niet binnengelaten' : `${n} mensen niet binnengelaten`),
    admitAfterAll: 'Laat toch binnen',
    doors: 'Toegang en links',
    lobby: 'Wie meedoet, wacht eerst voor de deur',
    lobbyHint:
      'Jij laat mensen een voor een of allemaal tegelijk binnen. Zo komt ook niemand onder een andere naam terug die je eruit haalde. Zet je dit uit, dan komt wie wacht binnen.',
    watchLink: 'Link om alleen mee te kijken',
    watchHint:
      'Wie zo binnenkomt ziet alles, ook de code om mee te doen, en verandert niets. Handig voor een scherm in de zaal dat niet aan jouw laptop hangt: open daar daarna het projectorscherm.',
    copy: 'Kopieer',
    copied: 'Gekopieerd',
    moreOf: (name: string) => `Wat mag ${name}?`,
    makeLead: 'Laat mee begeleiden',
    makeLeadHint: 'Mag dan alles wat jij mag, en stemt niet mee.',
    makeObserver: 'Laat alleen meekijken',
    makeParticipant: 'Laat meedoen',
    leads: 'begeleidt mee',
    observes: 'kijkt mee',
    observers: (n: number) => (n === 1 ? '1 kijkt mee' : `${n} kijken mee`),
    you: 'jij',
    renew: 'Maak een nieuwe begeleiderslink',
    renewWhy:
      'Is de begeleiderslink bij een ander terechtgekomen? Met een nieuwe link is iedereen eruit die de oude had.',
    renewTitle: 'Een nieuwe begeleiderslink',
    renewText:
      'Bewaar deze link eerst. Zodra je hem in gebruik neemt, werkt de oude niet meer en is wie daarmee binnenkwam eruit, ook op jouw andere apparaten. Die opent je daarna met de nieuwe link.',
    renewLink: 'Nieuwe begeleiderslink',
    renewSaved: 'Ik heb de link bewaard',
    renewDo: 'Neem de nieuwe link in gebruik',
    renewBack: 'Toch niet',
    renewOthers:
      'De nieuwe link werkt. Geef hem aan de begeleider die de oude had. Zelf blijf je binnen zoals je was.',
    renewOn: 'Verder met begeleiden',
  },
  {
    waitingTitle: 'You are at the door',
    waitingText: 'The facilitator will let you in. There is nothing to do: this page opens by itself.',
    waits: (n: number) => (n === 1 ? '1 person waits at the door' : `${n} people wait at the door`),
    admit: 'Let in',
    admitAll: 'Let everybody in',
    turnAway: 'Don’t let in',
    turnedAway: (n: number) => (n === 1 ? '1 person not let in' : `${n} people not let in`),
    admitAfterAll: 'Let in after all',
    doors: 'Access and links',
    lobby: 'Who joins waits at the door first',
    lobbyHint:
      'You let people in one by one or all at once. Nobody whom you removed comes back under another name either. When you turn this off, who waits comes in.',
    watchLink: 'Link to look on only',
    watchHint:
      'Who comes in this way sees everything, also the code to join, and changes nothing. Useful for a screen in the hall that is not on your laptop: open the projector screen there afterwards.',
    copy: 'Copy',
    copied: 'Copied',
    moreOf: (name: string) => `What may ${name} do?`,
    makeLead: 'Let lead as well',
    makeLeadHint: 'May do all that you may, and has no vote.',
    makeObserver: 'Let look on only',
    makeParticipant: 'Let take part',
    leads: 'leads as well',
    observes: 'looks on',
    observers: (n: number) => (n === 1 ? '1 looks on' : `${n} look on`),
    you: 'you',
    renew: 'Make a new facilitator’s link',
    renewWhy:
      'Did somebody else get hold of the facilitator’s link? With a new one, everybody who had the former is out.',
    renewTitle: 'A new facilitator’s link',
    renewText:
      'Keep this link first. Once you put it to use, the former one no longer works and who came in by it is out, also on your other devices. Open those by the new link afterwards.',
    renewLink: 'New facilitator’s link',
    renewSaved: 'I have kept the link',
    renewDo: 'Put the new link to use',
    renewBack: 'Not after all',
    renewOthers:
      'The new link works. Give it to the facilitator who had the former. You stay in as you were.',
    renewOn: 'Go on leading',
  },
)
