import type { DocumentKey } from '#lib/documents/names.ts'
import { headIn } from './records/nodes.ts'
import type { Statements } from './records/statements.ts'
import type { Glance } from './store.ts'

const GLANCE = `SELECT sessions.id, epoch, document, documents.frozen, life,
  (SELECT max(seq) FROM log WHERE log.session = documents.session AND log.document = documents.document) AS last
  FROM jsonb_array_elements_text(?::jsonb) AS asked (id) JOIN sessions ON sessions.id = asked.id
  LEFT JOIN documents ON documents.session = sessions.id`

/** How sessions stand at one moment, in one question however many there are: each node asks it time and again. */
export async function glanceAtOnce(
  sql: Statements,
  sessions: readonly string[],
): Promise<Map<string, Glance>> {
  const found = new Map<string, Glance>()
  for (const row of await sql.all(GLANCE, JSON.stringify(sessions))) {
    const id = row.id as string
    const glance = found.get(id) ?? { epoch: row.epoch as number, documents: new Map() }
    found.set(id, glance)
    if (row.document !== null) glance.documents.set(row.document as DocumentKey, headIn(row))
  }
  return found
}
