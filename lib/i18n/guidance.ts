import { catalogue } from './messages.ts'

export const guidanceMessages = catalogue(
  {
    guidance: 'Hulp bij deze bouwsteen',
    questions: 'Vragen om over te praten',
    moreQuestions: (n: number) => (n === 1 ? 'Nog een vraag' : `Nog ${n} vragen`),
    deeper: 'Dieper',
    starters: 'Begin met een halve zin',
    tune: 'Stem af met',
    pitfalls: 'Let op',
  },
  {
    guidance: 'Help with this building block',
    questions: 'Questions to talk about',
    moreQuestions: (n: number) => (n === 1 ? 'One more question' : `${n} more questions`),
    deeper: 'Deeper',
    starters: 'Begin with half a sentence',
    tune: 'Tune with',
    pitfalls: 'Mind',
  },
)
