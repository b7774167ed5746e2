import { catalogue } from './messages.ts'

const notes = (n: number) => (n === 1 ? '1 briefje' : `${n} briefjes`)
const notesEn = (n: number) => (n === 1 ? '1 note' : `${n} notes`)

/** What is read out of what others do: short, for it comes between other things. */
export const newsMessages = catalogue(
  {
    added: (n: number, where: string) =>
      `${n === 1 ? '1 nieuw briefje' : `${n} nieuwe briefjes`} bij ${where}`,
    more: (n: number, where: string) => `${n} bij ${where}`,
    tiles: (n: number) => `${n} bouwstenen`,
    moved: (n: number, where: string) => `${notes(n)} verplaatst naar ${where}`,
    movedAbout: (n: number) => `${notes(n)} verplaatst`,
    lined: (n: number, title: string) => `${notes(n)} in de lijn ‘${title}’ gelegd`,
    linedAbout: (n: number) => `${notes(n)} in lijnen gelegd`,
    unlined: (n: number) => `${notes(n)} uit een lijn gehaald`,
    binned: (n: number) => `${notes(n)} weggegooid`,
    restored: (n: number) => `${notes(n)} teruggezet`,
    edited: (n: number) => `${notes(n)} aangevuld`,
    line: (title: string) => `nieuwe lijn ‘${title}’`,
    lines: (n: number) => `${n} nieuwe lijnen`,
    proposals: (n: number) => (n === 1 ? '1 nieuw voorstel' : `${n} nieuwe voorstellen`),
    cement: (n: number) => (n === 1 ? '1 keer cement gelegd' : `${n} keer cement gelegd`),
    replies: (n: number) => (n === 1 ? '1 aanvulling onder een briefje' : `${n} aanvullingen onder briefjes`),
  },
  {
    added: (n: number, where: string) => `${n === 1 ? '1 new note' : `${n} new notes`} with ${where}`,
    more: (n: number, where: string) => `${n} with ${where}`,
    tiles: (n: number) => `${n} building blocks`,
    moved: (n: number, where: string) => `${notesEn(n)} moved to ${where}`,
    movedAbout: (n: number) => `${notesEn(n)} moved`,
    lined: (n: number, title: string) => `${notesEn(n)} laid in the line ‘${title}’`,
    linedAbout: (n: number) => `${notesEn(n)} laid in lines`,
    unlined: (n: number) => `${notesEn(n)} taken out of a line`,
    binned: (n: number) => `${notesEn(n)} thrown away`,
    restored: (n: number) => `${notesEn(n)} put back`,
    edited: (n: number) => `${notesEn(n)} added to`,
    line: (title: string) => `new line ‘${title}’`,
    lines: (n: number) => `${n} new lines`,
    proposals: (n: number) => (n === 1 ? '1 new proposal' : `${n} new proposals`),
    cement: (n: number) => (n === 1 ? 'cement laid once' : `cement laid ${n} times`),
    replies: (n: number) => (n === 1 ? '1 reply to a note' : `${n} replies to notes`),
  },
)
