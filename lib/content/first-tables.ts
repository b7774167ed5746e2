import { type Bouwsteen, bouwstenen } from '#lib/domain/bouwsteen.ts'
import type { Language } from '#lib/domain/session.ts'
import type { Table } from '#lib/domain/tables.ts'
import { bouwsteenContent } from './bouwstenen.ts'
import { bouwsteenGuidance } from './guidance.ts'

/** How the seven bouwstenen go over fewer tables; four as in the programme of the method. */
const parted: Record<number, readonly (readonly Bouwsteen[])[]> = {
  2: [
    ['opgave', 'waarde', 'samen-doen'],
    ['verankering', 'deelname', 'binding', 'organisatie'],
  ],
  3: [
    ['opgave', 'waarde'],
    ['samen-doen', 'organisatie', 'binding'],
    ['deelname', 'verankering'],
  ],
  4: [['opgave'], ['waarde', 'samen-doen'], ['deelname', 'binding'], ['organisatie', 'verankering']],
  5: [['opgave'], ['waarde', 'samen-doen'], ['deelname'], ['binding', 'organisatie'], ['verankering']],
  6: [['opgave'], ['waarde'], ['samen-doen'], ['deelname', 'verankering'], ['binding'], ['organisatie']],
  7: bouwstenen.map(each => [each]),
}

/** What so many tables work on to begin with. In a large group two tables do the same, and more than fourteen begin anew. */
export function firstTables(count: number, language: Language): Table[] {
  const kinds = count <= 7 ? count : Math.min(7, Math.ceil(count / 2))
  const groups = parted[kinds] ?? []
  const and = language === 'nl' ? ' en ' : ' and '
  return Array.from({ length: count }, (_, index) => {
    const about = groups[index % groups.length] ?? []
    return {
      title: about.map(each => bouwsteenContent[each].name[language]).join(and),
      question: bouwsteenGuidance[about[0] ?? 'opgave'].keyQuestions[0]?.[language] ?? '',
      bouwstenen: [...about],
      call: null,
    }
  })
}
