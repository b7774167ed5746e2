/**
 * Puts a backup in the place of this installation, with the server stopped: `npm run restore -- --from <file> [--overwrite]`. What was in
 * DATA_DIR is put aside, never thrown away. Exit code 1, with a sentence, when it could not be done; nothing has changed then.
 */
import { parseArgs } from 'node:util'
import { readConfig } from '#server/config.ts'
import { auditHash } from '#server/session/audit.ts'
import { restoreBackup } from '#server/store/sqlite-backup.ts'
import { mustBeOnFile } from './on-file.ts'
import { asAsked, told } from './told.ts'

await asAsked('npm run restore -- --from <file> [--overwrite]', async () => {
  const { values } = parseArgs({
    options: { from: { type: 'string' }, overwrite: { type: 'boolean', default: false } },
  })
  if (!values.from) return null
  const config = readConfig()
  mustBeOnFile(config, 'Use pg_restore, into an empty database.')
  const { dataDir } = config
  const { overwrite } = values
  const report = await restoreBackup(values.from, dataDir, { chained: auditHash, overwrite, at: Date.now() })
  const aside = report.aside ? ` What was there is in ${report.aside}: throw that away when all is well.` : ''
  return `Restored into ${dataDir}, as it was on ${new Date(report.madeAt).toISOString()}: ${told(report)}.${aside}`
})
