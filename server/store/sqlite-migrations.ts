import type { DatabaseSync } from 'node:sqlite'
import { crc32 } from 'node:zlib'
import { sql as start } from './migrations/0001-start.ts'
import { sql as checkedLog } from './migrations/0002-checked-log.ts'
import { sql as logInPlace } from './migrations/0003-log-in-place.ts'
import { sql as desks } from './migrations/0004-desks.ts'
import { sql as handedTexts } from './migrations/0005-handed-texts.ts'
import { sql as programme } from './migrations/0006-programme.ts'
import { sql as checks } from './migrations/0007-checks.ts'
import { sql as madeUp } from './migrations/0008-made-up.ts'
import { sql as room } from './migrations/0009-room.ts'
import { sql as editions } from './migrations/0010-editions.ts'
import { sql as ballots } from './migrations/0011-ballots.ts'
import { sql as immutable } from './migrations/0012-immutable.ts'
import { sql as signatures } from './migrations/0013-signatures.ts'
import { sql as intents } from './migrations/0014-intents.ts'
import { sql as signatories } from './migrations/0015-signatories.ts'
import { sql as reopened } from './migrations/0016-reopened.ts'
import { sql as writing } from './migrations/0017-writing.ts'
import { sql as archives } from './migrations/0018-archives.ts'
import { sql as printed } from './migrations/0019-printed.ts'
import { sql as checkHands } from './migrations/0020-check-hands.ts'
import { sql as nodes } from './migrations/0021-nodes.ts'
import { sql as severalSignatories } from './migrations/0022-several-signatories.ts'

/** Every step ever taken, in order. A step that has been released is never edited: add the next one. */
const migrations = [
  { number: 1, name: 'start', sql: start },
  { number: 2, name: 'checked-log', sql: checkedLog },
  { number: 3, name: 'log-in-place', sql: logInPlace },
  { number: 4, name: 'desks', sql: desks },
  { number: 5, name: 'handed-texts', sql: handedTexts },
  { number: 6, name: 'programme', sql: programme },
  { number: 7, name: 'checks', sql: checks },
  { number: 8, name: 'made-up', sql: madeUp },
  { number: 9, name: 'room', sql: room },
  { number: 10, name: 'editions', sql: editions },
  { number: 11, name: 'ballots', sql: ballots },
  { number: 12, name: 'immutable', sql: immutable },
  { number: 13, name: 'signatures', sql: signatures },
  { number: 14, name: 'intents', sql: intents },
  { number: 15, name: 'signatories', sql: signatories },
  { number: 16, name: 'reopened', sql: reopened },
  { number: 17, name: 'writing', sql: writing },
  { number: 18, name: 'archives', sql: archives },
  { number: 19, name: 'printed', sql: printed },
  { number: 20, name: 'check-hands', sql: checkHands },
  { number: 21, name: 'nodes', sql: nodes },
  { number: 22, name: 'several-signatories', sql: severalSignatories },
]

/** The step that this version brings a database to. */
export const newestStep = migrations.length

/**
 * Brings a database file up to this version, all steps in one transaction, and records each in the table `migrations`.
 * Throws when the file was written by a newer version, so that it is never used by one that does not know its tables. `until`: the last
 * step to take; with an earlier one the file is as that version left it.
 */
export function migrate(db: DatabaseSync, until = newestStep): void {
  db.function('crc32', { deterministic: true }, content => crc32(content as Uint8Array))
  db.exec('BEGIN IMMEDIATE')
  try {
    db.exec(
      'CREATE TABLE IF NOT EXISTS migrations (number INTEGER PRIMARY KEY, name TEXT NOT NULL, applied_at INTEGER NOT NULL) STRICT',
    )
    const row = db.prepare('SELECT coalesce(max(number), 0) AS number FROM migrations').get()
    const reached = row?.number as number
    if (reached > newestStep)
      throw new Error(`the database is at step ${reached}, this version knows ${newestStep}`)
    const record = db.prepare('INSERT INTO migrations (number, name, applied_at) VALUES (?, ?, ?)')
    for (const step of migrations.slice(reached, until)) {
      db.exec(step.sql)
      record.run(step.number, step.name, Date.now())
    }
    db.exec('COMMIT')
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK')
    throw error
  }
}
