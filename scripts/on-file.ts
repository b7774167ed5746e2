import { BackupRefused } from '#server/store/sqlite-backup.ts'

/**
 * For commands that work on the database file of an installation: throws BackupRefused where the settings say that all is in a PostgreSQL.
 * They would find an old file in DATA_DIR, or none, and tell who asked that all is well. `instead`: what to do there.
 */
export function mustBeOnFile({ databaseUrl }: { databaseUrl: string | null }, instead: string): void {
  if (databaseUrl === null) return
  throw new BackupRefused(
    `This installation is in PostgreSQL (DATABASE_URL), and this command works on a database file. ${instead} See docs/operations.md, “On PostgreSQL”.`,
  )
}
