import type { RootKind } from '#lib/domain/roots.ts'
import { catalogue } from './messages.ts'

const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`

/** Where passages of the statement come from. */
export const rootsMessages = catalogue(
  {
    title: 'Wortels van deze passage',
    none: 'Zonder wortels',
    noneText: 'Deze passage is hier geschreven of geplakt. Er ligt geen briefje, lijn of stemming onder.',
    show: 'Toon van elke passage de wortels',
    hide: 'Verberg de wortels',
    loading: 'De briefjes komen eraan…',
    counted: (kind: RootKind, n: number) =>
      ({
        note: count(n, 'briefje', 'briefjes'),
        line: count(n, 'lijn', 'lijnen'),
        ballot: count(n, 'stemming', 'stemmingen'),
        breakthrough: count(n, 'doorbraak', 'doorbraken'),
        result: count(n, 'eerste resultaat', 'eerste resultaten'),
      })[kind],
    kind: (kind: RootKind) =>
      ({
        note: 'Briefje',
        line: 'Lijn',
        ballot: 'Stemming over de opgave',
        breakthrough: 'Wat tegenhoudt en wat ieder doet',
        result: 'Eerste resultaat',
      })[kind],
    nameless: 'zonder naam, zoals beloofd',
    chosen: (round: number, voters: number) =>
      `Gekozen in ronde ${round}, met ${count(voters, 'stem', 'stemmen')}`,
    gone: 'Dit staat niet op het vastgelegde bord.',
    toBoard: (what: string) => `${what}: bekijk op het bord`,
    more: (n: number) => `Toon nog ${n}`,
  },
  {
    title: 'Roots of this passage',
    none: 'Without roots',
    noneText: 'This passage was written or pasted here. No note, line or vote lies under it.',
    show: 'Show the roots of every passage',
    hide: 'Hide the roots',
    loading: 'The notes are on their way…',
    counted: (kind: RootKind, n: number) =>
      ({
        note: count(n, 'note', 'notes'),
        line: count(n, 'line', 'lines'),
        ballot: count(n, 'vote', 'votes'),
        breakthrough: count(n, 'breakthrough', 'breakthroughs'),
        result: count(n, 'first result', 'first results'),
      })[kind],
    kind: (kind: RootKind) =>
      ({
        note: 'Note',
        line: 'Line',
        ballot: 'Vote on the challenge',
        breakthrough: 'What holds back and what each does',
        result: 'First result',
      })[kind],
    nameless: 'without a name, as promised',
    chosen: (round: number, voters: number) =>
      `Chosen in round ${round}, with ${count(voters, 'vote', 'votes')}`,
    gone: 'This is not on the fixed board.',
    toBoard: (what: string) => `${what}: see it on the board`,
    more: (n: number) => `Show ${n} more`,
  },
)
