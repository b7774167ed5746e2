import { join } from 'node:path'
import { createPostgresStore } from './postgres.ts'
import { createSqliteStore } from './sqlite.ts'
import { DATABASE } from './sqlite-backup.ts'
import type { Store } from './store.ts'

/** Where an installation keeps all that must survive: a PostgreSQL, or the folder alone. `storageMax`: in how many bytes, null: any. */
export type Keeping = { databaseUrl: string | null; dataDir: string; storageMax: number | null }

/** Opens the store that the settings name. Rejects with an Error in words for who starts it. */
export function openStore({ databaseUrl, dataDir, storageMax }: Keeping): Promise<Store> {
  if (databaseUrl !== null) return createPostgresStore(databaseUrl, storageMax)
  return createSqliteStore(join(dataDir, DATABASE), storageMax)
}
