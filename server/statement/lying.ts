import type { Partner } from '#lib/domain/partner.ts'
import type { Session } from '#lib/domain/session.ts'
import { type BoardContent, contentOf } from '#lib/domain/snapshot.ts'
import type { Dossier, Person } from './dossier.ts'

/** What lies on a board, fixed or not yet, and whose it is. `at`: as of when (ms since 1970). */
export type Lying = Pick<Session, 'network' | 'title' | 'language'> & {
  board: BoardContent
  partners: readonly Partner[]
  people: readonly Pick<Person, 'id' | 'name'>[]
  at: number
}

/** The fixed board of a statement. */
export const lyingOf = ({ statement, board, people }: Dossier): Lying => ({
  network: statement.network,
  title: statement.title,
  language: statement.language,
  board: contentOf(board),
  partners: statement.partners,
  people,
  at: board.frozenAt,
})
