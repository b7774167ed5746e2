/**
 * Has the tokens by which people are known on their devices be signed by a new key: `npm run rotate-key`, and restart. Former keys are still
 * taken, so nobody is put out, and whose page is opened gets a token of the new one. `-- --drop-former` makes none but takes away all keys
 * except the newest: who has not been here since must come in anew.
 */
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { readConfig } from '#server/config.ts'
import { BackupRefused, DATABASE } from '#server/store/sqlite-backup.ts'
import { changeTokenKeys } from '#server/store/sqlite-keys.ts'
import { asAsked } from './told.ts'

await asAsked('npm run rotate-key [-- --drop-former]', async () => {
  const { values } = parseArgs({ options: { 'drop-former': { type: 'boolean', default: false } } })
  const file = join(readConfig().dataDir, DATABASE)
  if (!existsSync(file)) throw new BackupRefused(`There is no installation: ${file} is not there.`)
  const made = randomBytes(32).toString('base64url')
  const left = changeTokenKeys(file, keys => (values['drop-former'] ? keys.slice(0, 1) : [made, ...keys]))
  if (left === null) throw new BackupRefused('There is no key yet: the server makes one at its first start.')
  const what = values['drop-former']
    ? 'The newest key alone is taken'
    : `A new key signs, and ${left} are taken`
  return `${what}, from the next start of the server on.`
})
