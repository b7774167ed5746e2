import { catalogue } from './messages.ts'

/** What partners mean to do, said in the room before anybody signs. */
export const intentMessages = catalogue(
  {
    title: 'Wie is van plan te tekenen?',
    explain:
      'Iemand van elke partner zegt hoe het ervoor staat. Iedereen ziet het. Het bindt nog niet: tekenen doet wie daarvoor mandaat heeft, met een eigen link.',
    ask: (partner: string) => `Is ${partner} van plan te tekenen?`,
    intend: 'Wij zijn van plan te tekenen',
    notYet: 'Nog niet, want …',
    why: 'Wat staat er nog in de weg?',
    tell: 'Vertel het de anderen',
    youIntend: 'Je zei: wij zijn van plan te tekenen. Je kunt dit nog veranderen.',
    youDoNot: 'Je zei: nog niet. Je kunt dit nog veranderen.',
    count: (n: number, signed: number, of: number) =>
      signed > 0
        ? `${n} van ${of} partners ${n === 1 ? 'is' : 'zijn'} van plan te tekenen of ${n === 1 ? 'heeft' : 'hebben'} dat gedaan.`
        : `${n} van ${of} partners ${n === 1 ? 'is' : 'zijn'} van plan te tekenen.`,
    signed: 'heeft getekend',
    intends: 'van plan te tekenen',
    silent: 'nog niets gezegd',
  },
  {
    title: 'Who means to sign?',
    explain:
      'Somebody of each partner says how things stand. All see it. It binds nobody yet: whoever has the mandate signs, by a link of their own.',
    ask: (partner: string) => `Does ${partner} mean to sign?`,
    intend: 'We mean to sign',
    notYet: 'Not yet, because …',
    why: 'What is still in the way?',
    tell: 'Tell the others',
    youIntend: 'You said: we mean to sign. You can still change this.',
    youDoNot: 'You said: not yet. You can still change this.',
    count: (n: number, signed: number, of: number) =>
      `${n} of ${of} partners ${n === 1 ? 'means' : 'mean'} to sign${signed > 0 ? `, or ${n === 1 ? 'has' : 'have'}` : ''}.`,
    signed: 'has signed',
    intends: 'means to sign',
    silent: 'nothing said yet',
  },
)
