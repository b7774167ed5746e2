import { join } from 'node:path'
import { type Config, WrongSetting } from './config.ts'
import { UnusableKeyFile } from './statement/pkcs12.ts'
import { openSealKey, openSharedSealKey, type SealKey, withKeyFile } from './statement/seal-key.ts'
import type { Store } from './store/store.ts'

/**
 * What files are sealed with here: the operator's own key, where there is one, else what the installation made itself. That lies beside a
 * database in a file, and in a PostgreSQL that several nodes may share. Throws WrongSetting.
 */
export async function openSeal(
  { sealFile, publicUrl, port, databaseUrl, dataDir }: Config,
  store: Pick<Store, 'installation'>,
): Promise<SealKey> {
  const { host } = new URL(publicUrl ?? `http://localhost:${port}`)
  const now = new Date()
  const own =
    databaseUrl === null
      ? await openSealKey(join(dataDir, 'seal.json'), host, now)
      : await openSharedSealKey(make => store.installation('seal', make), host, now)
  if (!sealFile) return own
  return withKeyFile(own, sealFile.path, sealFile.password).catch(error => {
    throw error instanceof UnusableKeyFile ? new WrongSetting(error.message) : error
  })
}
