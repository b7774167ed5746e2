import { catalogue } from './messages.ts'

/** How many of one's own notes lie in a line: what is there from the start, apart from what unfolds. */
export const ownNotesBarMessages = catalogue(
  {
    bar: (placed: number, all: number) =>
      all === 1
        ? placed === 1
          ? 'Jouw briefje ligt in een lijn'
          : 'Jouw briefje ligt in geen lijn'
        : `${placed} van jouw ${all} briefjes ${placed === 1 ? 'ligt' : 'liggen'} in een lijn`,
    barNameless: 'Wat werd er van jouw briefjes?',
  },
  {
    bar: (placed: number, all: number) =>
      all === 1
        ? placed === 1
          ? 'Your note lies in a line'
          : 'Your note lies in no line'
        : `${placed} of your ${all} notes ${placed === 1 ? 'lies' : 'lie'} in a line`,
    barNameless: 'What became of your notes?',
  },
)
