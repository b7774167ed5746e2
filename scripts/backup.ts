/**
 * Copies all that this installation keeps into one file, while it goes on: `npm run backup -- --to <file>`. `{now}` in the name becomes the
 * moment. DATA_DIR says which installation. Exit code 1, with a sentence, when it could not be made.
 */
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { readConfig } from '#server/config.ts'
import { auditHash } from '#server/session/audit.ts'
import { makeBackup } from '#server/store/sqlite-backup.ts'
import { mustBeOnFile } from './on-file.ts'
import { asAsked, told } from './told.ts'

await asAsked('npm run backup -- --to <file>', async () => {
  const { values } = parseArgs({ options: { to: { type: 'string' } } })
  if (!values.to) return null
  const config = readConfig()
  mustBeOnFile(config, 'Use pg_dump.')
  const now = Date.now()
  const moment = new Date(now).toISOString().slice(0, 19).replaceAll(':', '-')
  const to = resolve(values.to.replaceAll('{now}', moment))
  const report = await makeBackup(config.dataDir, to, auditHash, now)
  return `Kept in ${to}: ${told(report)}. It holds the installation's keys: keep it as safe as those.`
})
