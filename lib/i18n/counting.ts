import { catalogue } from './messages.ts'

const people = (n: number) => (n === 1 ? '1 persoon' : `${n} mensen`)
const peopleEn = (n: number) => (n === 1 ? '1 person' : `${n} people`)

/** Counting the hands of who has no device, in a vote and in a check. */
export const countingMessages = catalogue(
  {
    whose: 'Van wie?',
    ofNobody: 'Voor zichzelf',
    count: 'Tel handen',
    countOf: (name: string) => `Tel de handen van ${name}`,
    raised: (n: number) => `${people(n)} geteld`,
    sum: (n: number, of: number) => `Geteld: ${n} van ${of}`,
    correct: 'Verbeter',
    save: 'Sla op',
    handsOwn: (n: number) =>
      `Voor jullie ${n === 1 ? 'is' : 'zijn'} ${people(n)} geteld met opgestoken hand.`,
  },
  {
    whose: 'Whose?',
    ofNobody: 'For themselves',
    count: 'Count hands',
    countOf: (name: string) => `Count the hands of ${name}`,
    raised: (n: number) => `${peopleEn(n)} counted`,
    sum: (n: number, of: number) => `Counted: ${n} of ${of}`,
    correct: 'Correct',
    save: 'Save',
    handsOwn: (n: number) => `${peopleEn(n)} of yours ${n === 1 ? 'was' : 'were'} counted by raised hand.`,
  },
)
