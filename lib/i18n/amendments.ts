import { catalogue } from './messages.ts'

/** Changes that people propose in the draft. */
export const amendmentMessages = catalogue(
  {
    propose: 'Stel voor',
    proposing:
      'Je stelt wijzigingen voor: ze staan in de tekst, maar gelden pas als iemand ze overneemt. Dat kan binnen één passage.',
    title: 'Voorgestelde wijzigingen',
    adds: (name: string, added: string) => `${name} wil erbij: “${added}”`,
    removes: (name: string, removed: string) => `${name} wil weg: “${removed}”`,
    replaces: (name: string, removed: string, added: string) =>
      `${name}: “${added}” in plaats van “${removed}”`,
    accept: 'Neem over',
    reject: 'Wijs af',
    acceptThe: (what: string) => `Neem over: ${what}`,
    rejectThe: (what: string) => `Wijs af: ${what}`,
    go: (what: string) => `Lees in de tekst: ${what}`,
    by: (name: string) => `Voorstel van ${name}`,
    somebody: 'Iemand',
    keptFrom: (name: string) =>
      `Hier staat een voorstel van ${name}. Neem het over of wijs het af: dan kun je hier schrijven.`,
    left: (n: number) =>
      `${n} ${n === 1 ? 'voorgestelde wijziging is' : 'voorgestelde wijzigingen zijn'} niet overgenomen of afgewezen:`,
    leftText: 'Leg je nu vast, dan vervallen ze: de tekst blijft zoals hij zonder deze voorstellen was.',
  },
  {
    propose: 'Propose',
    proposing:
      'You propose changes: they stand in the text, but count only when somebody takes them over. Within one passage at a time.',
    title: 'Proposed changes',
    adds: (name: string, added: string) => `${name} would add “${added}”`,
    removes: (name: string, removed: string) => `${name} would remove “${removed}”`,
    replaces: (name: string, removed: string, added: string) => `${name}: “${added}” instead of “${removed}”`,
    accept: 'Take over',
    reject: 'Turn down',
    acceptThe: (what: string) => `Take over: ${what}`,
    rejectThe: (what: string) => `Turn down: ${what}`,
    go: (what: string) => `Read in the text: ${what}`,
    by: (name: string) => `Proposed by ${name}`,
    somebody: 'Somebody',
    keptFrom: (name: string) =>
      `${name} proposes a change here. Take it over or turn it down: then you can write here.`,
    left: (n: number) =>
      `${n} proposed ${n === 1 ? 'change was' : 'changes were'} neither taken over nor turned down:`,
    leftText: 'If you fix the text now they lapse: it stays as it was without them.',
  },
)
