import type { Row, Statements } from './statements.ts'

/** A session as an operator finds it; `code` and `watchCode` as they are kept, without hyphens. */
export type ListedSession = {
  id: string
  network: string
  title: string
  code: string
  watchCode: string
  /** Whom the facilitator's link opens as. */
  lead: string
  createdAt: number
}

const ALL = `SELECT id, network, title, code, watch_code, lead, created_at FROM sessions ORDER BY created_at, id`

/** Every session, the oldest first. */
export const listedIn = async (sql: Pick<Statements, 'all'>): Promise<ListedSession[]> =>
  (await sql.all(ALL)).map(listedOf)

const listedOf = (row: Row): ListedSession => ({
  id: row.id as string,
  network: row.network as string,
  title: row.title as string,
  code: row.code as string,
  watchCode: row.watch_code as string,
  lead: row.lead as string,
  createdAt: row.created_at as number,
})
