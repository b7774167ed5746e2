import { DatabaseSync } from 'node:sqlite'

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
  expiresAt: number
}

/** Every session in a database file, the oldest first. Changes nothing in it; a server may be using it. */
export function listSessions(file: string): ListedSession[] {
  const db = new DatabaseSync(file, { readOnly: true })
  try {
    const text = `SELECT id, network, title, code, watch_code AS watchCode, lead, created_at AS createdAt, expires_at AS expiresAt
      FROM sessions ORDER BY created_at, id`
    return db
      .prepare(text)
      .all()
      .map(row => ({ ...row }) as ListedSession)
  } finally {
    db.close()
  }
}
