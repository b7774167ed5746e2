import type { Context, Hono } from 'hono'
import { boardSnapshotSchema } from '#lib/domain/snapshot.ts'
import { about } from '#lib/domain/standing.ts'
import { statementSchema } from '#lib/domain/statement.ts'
import { Refused } from '#server/session/context.ts'
import { present } from '#server/session/present.ts'
import type { Dossier } from '#server/statement/dossier.ts'
import type { Papers } from '#server/statement/papers.ts'
import type { SessionTransaction, Store } from '#server/store/store.ts'
import { asRefusal, fileStem } from './made-files.ts'
import { ownAddress } from './own-addresses.ts'

/**
 * The frozen statement with all that proves it: its text and hash, the board that it comes from, every signature so far. For
 * everybody in the session; throws Refused `not-frozen` before the freeze.
 */
export async function readDossier(tx: SessionTransaction, participant: string): Promise<Dossier> {
  const { session } = await present(tx, participant)
  const statement = session.statement && (await tx.snapshot(session.statement.hash))
  const board = session.board && (await tx.snapshot(session.board.hash))
  if (!statement || !board) throw new Refused('not-frozen')
  return {
    format: 'mozaiekbord-dossier/1',
    statement: statementSchema.parse(JSON.parse(statement.canonical)),
    statementHash: statement.hash,
    board: boardSnapshotSchema.parse(JSON.parse(board.canonical)),
    boardHash: board.hash,
    signatures: about(statement.hash, await tx.signatures()),
  }
}

/** "verklaring-netwerk-eigen-voordeur-v1.pdf". */
export function fileName({ statement }: Dossier, ending: 'pdf' | 'json'): string {
  const word = statement.language === 'nl' ? 'verklaring' : 'statement'
  return `${fileStem(word, statement.network)}-v${statement.version}.${ending}`
}

type Ports = {
  store: Store
  papers: Papers
  publicUrl: string | null
  asker: (context: Context, session: string) => string
}

/** The statement as files. */
export function exportRoutes(app: Hono, { store, papers, publicUrl, asker }: Ports): void {
  const dossierFor = (context: Context, session: string): Promise<Dossier> => {
    const participant = asker(context, session)
    return store.transaction(session, tx => readDossier(tx, participant))
  }
  const headers = (dossier: Dossier, ending: 'pdf' | 'json', type: string) => ({
    'content-type': type,
    'content-disposition': `attachment; filename="${fileName(dossier, ending)}"`,
    'cache-control': 'no-store',
  })
  app.get('/sessions/:session/export.json', async context => {
    const dossier = await dossierFor(context, context.req.param('session'))
    return context.body(papers.json(dossier), 200, headers(dossier, 'json', 'application/json'))
  })
  app.get('/sessions/:session/export.pdf', async context => {
    const dossier = await dossierFor(context, context.req.param('session'))
    const address = publicUrl ?? ownAddress(context.req.header('host'))
    const pdf = await papers.pdf(dossier, address).catch(error => {
      throw asRefusal(error)
    })
    return context.body(new Uint8Array(pdf), 200, headers(dossier, 'pdf', 'application/pdf'))
  })
}
