import { catalogue } from './messages.ts'

type Kind = 'add' | 'write' | 'move' | 'line' | 'colour' | 'lead' | 'bin' | 'restore'
type Root = 'notes' | 'lines' | 'proposals' | 'cement' | 'replies' | 'reactions' | 'breakthroughs' | 'results'
type Names = Record<Root, readonly [one: string, many: string]>

const names: Names = {
  notes: ['briefje', 'briefjes'],
  lines: ['lijn', 'lijnen'],
  proposals: ['voorstel', 'voorstellen'],
  cement: ['cement', 'stukken cement'],
  replies: ['aanvulling', 'aanvullingen'],
  reactions: ['reactie', 'reacties'],
  breakthroughs: ['doorbraak', 'doorbraken'],
  results: ['resultaat', 'resultaten'],
}
const acts: Record<Kind, string> = {
  add: 'neergelegd',
  write: 'tekst veranderd',
  move: 'verplaatst',
  line: 'in een lijn gelegd',
  colour: 'kleur gekozen',
  lead: 'trekker gekozen',
  bin: 'weggegooid',
  restore: 'teruggehaald',
}
const namesEn: Names = {
  notes: ['note', 'notes'],
  lines: ['line', 'lines'],
  proposals: ['proposal', 'proposals'],
  cement: ['cement', 'pieces of cement'],
  replies: ['reply', 'replies'],
  reactions: ['reaction', 'reactions'],
  breakthroughs: ['breakthrough', 'breakthroughs'],
  results: ['result', 'results'],
}
const actsEn: Record<Kind, string> = {
  add: 'added',
  write: 'text changed',
  move: 'moved',
  line: 'put in a line',
  colour: 'colour chosen',
  lead: 'lead chosen',
  bin: 'thrown away',
  restore: 'brought back',
}

const named = ([one, many]: readonly [string, string], count: number): string =>
  count === 1 ? one : `${count} ${many}`

/** What undo and redo say: what was taken back or done again, or why not. */
export const historyMessages = catalogue(
  {
    undo: 'Ongedaan maken',
    redo: 'Opnieuw doen',
    undone: (kind: Kind, root: Root, count: number) =>
      `Ongedaan gemaakt: ${named(names[root], count)}, ${acts[kind]}.`,
    redone: (kind: Kind, root: Root, count: number) =>
      `Opnieuw gedaan: ${named(names[root], count)}, ${acts[kind]}.`,
    nothing: 'Er is niets meer om ongedaan te maken.',
    nothingAgain: 'Er is niets om opnieuw te doen.',
    nothingTyped: 'Hier heb je niets getypt om ongedaan te maken. Buiten de tekst kun je verder terug.',
    overtaken: 'Dit is intussen door anderen veranderd. Het blijft zoals het nu is.',
  },
  {
    undo: 'Undo',
    redo: 'Redo',
    undone: (kind: Kind, root: Root, count: number) =>
      `Undone: ${named(namesEn[root], count)}, ${actsEn[kind]}.`,
    redone: (kind: Kind, root: Root, count: number) =>
      `Done again: ${named(namesEn[root], count)}, ${actsEn[kind]}.`,
    nothing: 'There is nothing left to undo.',
    nothingAgain: 'There is nothing to do again.',
    nothingTyped: 'You typed nothing here that can be undone. Outside the text you can go further back.',
    overtaken: 'Others have changed this since. It stays as it is now.',
  },
)
