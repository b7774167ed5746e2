/**
 * Has the tokens by which people are known on their devices be signed by a new key: `npm run rotate-key`, and restart. Former keys are still
 * taken, so nobody is put out, and whose page is opened gets a token of the new one. Over several nodes, `-- --announce` first, and restart
 * them all: they take the new key before any of them signs by it. `-- --drop-former` makes none but takes away all keys except the one that
 * signs: who has not been here since must come in anew.
 */
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { readConfig } from '#server/config.ts'
import { announced, keysIn, renewed, withoutFormer } from '#server/session/token-keys.ts'
import { openStore } from '#server/store/open-store.ts'
import { BackupRefused, DATABASE } from '#server/store/sqlite-backup.ts'
import { asAsked } from './told.ts'

await asAsked('npm run rotate-key [-- --announce | --drop-former]', async () => {
  const flag = { type: 'boolean', default: false } as const
  const { values } = parseArgs({ options: { announce: flag, 'drop-former': flag } })
  const { announce, 'drop-former': drop } = values
  if (announce && drop) return null
  const config = readConfig()
  const file = join(config.dataDir, DATABASE)
  if (config.databaseUrl === null && !existsSync(file))
    throw new BackupRefused(`There is no installation: ${file} is not there.`)
  const made = randomBytes(32).toString('base64url')
  const change = (kept: string) =>
    drop ? withoutFormer(kept) : announce ? announced(kept, made) : renewed(kept, made)
  const store = await openStore(config)
  try {
    const kept = await store.changeInstallation('token-key', change)
    if (kept === null)
      throw new BackupRefused('There is no key yet: the server makes one at its first start.')
    // A key that may have leaked is not left in the file's former pages.
    await store.scrub()
    const many = keysIn(kept).taken.length
    const what = drop
      ? 'The key that signs alone is taken'
      : announce
        ? `A new key is taken beside the others (${many}), and signs once you give this command without --announce`
        : `A new key signs, and ${many} are taken`
    return `${what}, from the next start of each node on.`
  } finally {
    await store.close()
  }
})
