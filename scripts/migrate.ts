/**
 * Copies this installation from its folder to a PostgreSQL, with the server stopped: `npm run migrate -- --from <folder> --to postgres://…`. Without
 * `--from` from DATA_DIR, without `--to` to DATABASE_URL. The folder stays as it is. Exit code 1, with a sentence, when it could not be done.
 */
import { parseArgs } from 'node:util'
import { readConfig } from '#server/config.ts'
import { moveToPostgres } from '#server/store/postgres-move.ts'
import { BackupRefused } from '#server/store/sqlite-backup.ts'
import { StoreUnavailable } from '#server/store/store.ts'
import { asAsked } from './told.ts'

await asAsked(
  'npm run migrate -- [--from <folder>] --to postgres://user:password@host:5432/database',
  async () => {
    const { values } = parseArgs({ options: { from: { type: 'string' }, to: { type: 'string' } } })
    const config = readConfig({
      ...process.env,
      ...(values.to === undefined ? {} : { DATABASE_URL: values.to }),
    })
    if (config.databaseUrl === null) return null
    const from = values.from ?? config.dataDir
    const moved = await moveToPostgres(from, config.databaseUrl).catch(error => {
      if (error instanceof StoreUnavailable)
        throw new BackupRefused(`The database can't be used: ${error.message}.`)
      throw error
    })
    const { sessions, rows, tables, hash } = moved
    return `Copied from ${from}: ${sessions} sessions, ${rows} rows in ${tables} tables, the same on both sides (${hash}). The folder is as it was: keep it until all is well.`
  },
)
