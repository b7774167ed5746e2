import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as Y from 'yjs'
import { statementTemplate } from '#lib/content/statement-template.ts'
import { type Board, readBoard } from '#lib/documents/board.ts'
import { documentKey } from '#lib/documents/names.ts'
import type { Participant } from '#lib/domain/participant.ts'
import type { Partner } from '#lib/domain/partner.ts'
import type { Command } from '#lib/protocol/commands.ts'
import type { RefusalCode } from '#lib/protocol/refusals.ts'
import { createExecute } from '#server/session/session.ts'
import { viewFor } from '#server/session/view.ts'
import { compose } from '#server/statement/compose.ts'
import { contents } from '#server/sync/contents.ts'
import { person, sampleSession } from '#tests/contract/store-samples.ts'
import { dropDatabase, makeDatabase } from './database.ts'
import { storeOf } from './installation.ts'

export const session = 'session-0001'
export const lead = 'person-lead'
export const PARTNER = 'partner-one'
/** The code that lets people in. */
export const CODE = 'ABCDEFGHJ'
export const MOMENT = 1_772_000_000_000

/** The session's rules on a real store of their own, with people of one partner and of none, and perhaps `more` partners; without sockets. */
export async function deskSession(people: readonly string[], more: readonly Partner[] = []) {
  const folder = mkdtempSync(join(tmpdir(), 'mozaiekbord-desks-'))
  const kept = { folder, database: await makeDatabase() }
  const store = await storeOf(kept)
  const { record } = sampleSession(session)
  await store.createSession(
    { ...record, code: CODE, lead },
    [{ id: PARTNER, name: 'Gemeente', kind: '' }, ...more],
    person(lead, { role: 'facilitator' }),
  )
  const roster: Participant[] = people.map((id, index) =>
    person(id, { name: `Naam van ${id}`, partner: index % 2 === 0 ? PARTNER : null }),
  )
  await store.transaction(session, async tx => {
    for (const each of roster) await tx.addParticipant(each)
  })
  const execute = createExecute({
    store,
    documents: {
      freeze: (_, work) => work(),
      reopen: (_, work) => work(),
      write: (_, work) => work(),
      wipe: (_, work) => work(),
      renew: async () => {},
      damaged: () => {},
      clearDesks: () => store.scrub(),
      ...contents,
    },
    announce: async () => {},
    scrub: () => store.scrub(),
    now: () => MOMENT,
    compose,
    sections: statementTemplate.sections,
  })
  let keys = 0
  const nextKey = () => `key-${String(++keys).padStart(6, '0')}`
  return {
    ...kept,
    store,
    roster,
    /** Null when it was done, else why not. `key`: of an earlier try, to give the same command again. */
    async tell(who: string, command: Command, key = nextKey()): Promise<RefusalCode | null> {
      const result = await execute(session, who, key, command)
      return result.ok ? null : result.refusal
    },
    view: (who: string) =>
      store.transaction(session, tx =>
        viewFor(tx, who, { publicUrl: 'https://bord.example', now: 0, here: [] }),
      ),
    /** Writes on somebody's desk of the first round as their browser would, one update at a time. */
    async write(who: string, act: (doc: Y.Doc) => void, round = 1): Promise<void> {
      const document = documentKey(`desk/${round}`, who)
      const { updates } = await store.loadDocument({ session, document })
      const doc = new Y.Doc()
      for (const update of updates) Y.applyUpdate(doc, update)
      const made: Uint8Array[] = []
      doc.on('update', update => made.push(update))
      act(doc)
      for (const update of made)
        await store.appendUpdates([{ session, document, update, clients: [doc.clientID], participant: who }])
    },
    async board(): Promise<Board> {
      const doc = new Y.Doc()
      const { updates } = await store.loadDocument({ session, document: 'board' })
      for (const update of updates) Y.applyUpdate(doc, update)
      return readBoard(doc)
    },
    async stop(): Promise<void> {
      await store.close()
      rmSync(folder, { recursive: true })
      if (kept.database !== null) await dropDatabase(kept.database)
    },
  }
}
