import type { Context, Hono } from 'hono'
import type { BoardContent } from '#lib/domain/snapshot.ts'
import { Refused } from '#server/session/context.ts'
import { present } from '#server/session/present.ts'
import { type Digest, digestOf, digestText } from '#server/statement/digest.ts'
import { fileStem } from '#server/statement/names.ts'
import type { Papers } from '#server/statement/papers.ts'
import type { SessionTransaction, Store } from '#server/store/store.ts'
import { asRefusal } from './made-files.ts'
import { PersonRate } from './person-rate.ts'

type Ports = {
  store: Store
  papers: Papers
  readBoard: (updates: readonly Uint8Array[]) => BoardContent
  now(): number
  asker: (context: Context, session: string) => string
}

/** Digests that one person may ask for at once, and then a second: for each the whole board is read. */
const DIGESTS = [12, 0.2] as const

/** What lies on the board at this moment, for everybody in the session: it shows no more than the board does. */
async function readHarvest(tx: SessionTransaction, participant: string) {
  const { session } = await present(tx, participant)
  const [{ updates }, partners, people, { meeting }] = [
    await tx.readDocument('board'),
    await tx.partners(),
    await tx.participants(),
    await tx.room(),
  ]
  return { session, partners, people, meeting, updates }
}

/** The harvest so far: as a file, and as the text of a mail. */
export function digestRoutes(app: Hono, ports: Ports): void {
  const rate = new PersonRate(...DIGESTS)
  const digestFor = async (context: Context, session: string): Promise<Digest> => {
    const participant = ports.asker(context, session)
    if (!rate.take(participant, performance.now())) throw new Refused('too-busy')
    const { updates, ...read } = await ports.store.transaction(session, tx => readHarvest(tx, participant))
    // Not within the transaction: others wait for that.
    return digestOf({ ...read, board: ports.readBoard(updates), at: ports.now() })
  }
  app.get('/sessions/:session/digest.txt', async context => {
    const digest = await digestFor(context, context.req.param('session'))
    context.header('cache-control', 'no-store')
    return context.text(digestText(digest))
  })
  app.get('/sessions/:session/digest.pdf', async context => {
    const digest = await digestFor(context, context.req.param('session'))
    const pdf = await ports.papers.digest(digest).catch(error => {
      throw asRefusal(error)
    })
    const word = digest.language === 'nl' ? 'oogst' : 'harvest'
    return context.body(new Uint8Array(pdf), 200, {
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="${fileStem(word, digest.network)}.pdf"`,
      'cache-control': 'no-store',
    })
  })
}
