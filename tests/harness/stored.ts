import { Client } from 'pg'
import * as Y from 'yjs'
import { type Board, readBoard } from '#lib/documents/board.ts'
import { bytesOf } from './board-people.ts'
import type { Cluster } from './cluster.ts'

const LOG = `SELECT content FROM log WHERE session = $1 AND document = 'board' ORDER BY seq`

/** A session's board as the database has it, read past all nodes and all of the product's code. */
export async function storedBoard(
  { postgres }: Pick<Cluster, 'postgres'>,
  session: string,
): Promise<{ board: Board; bytes: string }> {
  const sql = new Client({ connectionString: postgres.url })
  await sql.connect()
  const { rows } = await sql.query<{ content: Buffer }>(LOG, [session])
  await sql.end()
  const doc = new Y.Doc()
  for (const { content } of rows) Y.applyUpdate(doc, content)
  if (doc.store.pendingStructs) throw new Error('The log lacks something that later updates build on.')
  return { board: readBoard(doc), bytes: bytesOf(doc) }
}
