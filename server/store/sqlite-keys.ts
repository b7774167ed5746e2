import { DatabaseSync } from 'node:sqlite'

const NAME = 'token-key'

/**
 * Changes the keys for tokens of the installation in this database file, the newest first, and gives how many there are then. A server that
 * runs on it goes by them from its next start. Null: there is no key yet, and the server makes one.
 */
export function changeTokenKeys(file: string, change: (keys: string[]) => string[]): number | null {
  const db = new DatabaseSync(file)
  try {
    db.exec('PRAGMA busy_timeout = 5000; BEGIN IMMEDIATE')
    const row = db.prepare('SELECT value FROM installation WHERE name = ?').get(NAME)
    if (!row) return null
    const keys = change(String(row.value).split(','))
    db.prepare('UPDATE installation SET value = ? WHERE name = ?').run(keys.join(','), NAME)
    db.exec('COMMIT')
    return keys.length
  } finally {
    db.close()
  }
}
